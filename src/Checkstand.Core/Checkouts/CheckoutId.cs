namespace Checkstand.Core.Checkouts;

/// <summary>Names a checkout: a UUID version 4, because the vendor's service refuses every other.</summary>
public readonly record struct CheckoutId(Guid Value)
{
    /// <summary>A new id.</summary>
    public static CheckoutId New() => new(RandomId.New());

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
