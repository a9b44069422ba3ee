using System.Security.Cryptography;

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

    /// <summary>
    /// The one id that follows from another: for something that is asked for at most once on behalf of an operation
    /// and has no record of its own. A UUID version 8 (RFC 9562 section 5.8) from the SHA-256 of the other.
    /// </summary>
    public static OperationId Following(OperationId other)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(other.ToBytes(), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F));
        return new OperationId(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>The 16 bytes in network order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes: the idempotency key.</summary>
    public override string ToString() => Value.ToString("D");
}
