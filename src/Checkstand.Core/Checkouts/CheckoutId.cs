namespace Checkstand.Core.Checkouts;

/// <summary>Names a checkout: a UUID version 4, because the vendor's service refuses every other.</summary>
public readonly record struct CheckoutId(Guid Value)
{
    /// <summary>A new id, ordered by time.</summary>
    public static CheckoutId New(DateTimeOffset now) => new(TimeOrderedId.NewVersion4(now));

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
