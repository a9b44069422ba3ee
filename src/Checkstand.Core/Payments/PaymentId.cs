using Checkstand.Core.Sessions;

namespace Checkstand.Core.Payments;

/// <summary>Names a payment: a UUID version 7, so that byte order is time order and lists page by it.</summary>
public readonly record struct PaymentId(Guid Value)
{
    /// <summary>A new id.</summary>
    public static PaymentId New(DateTimeOffset now) => new(TimeOrderedId.New(now));

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}

/// <summary>
/// Names one thing that a provider is asked for: an authorization, a capture, a void or a refund. Its text is the
/// idempotency key that the provider gets, and it is stored before the provider is called.
/// </summary>
public readonly record struct OperationId(Guid Value)
{
    /// <summary>A new id.</summary>
    public static OperationId New(DateTimeOffset now) => new(TimeOrderedId.New(now));

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes: the idempotency key.</summary>
    public override string ToString() => Value.ToString("D");
}
