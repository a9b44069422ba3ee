using System.Security.Cryptography;

namespace Checkstand.Core;

/// <summary>
/// UUID version 4 (RFC 9562 section 5.4) from a cryptographic source: the form of every id whose vendor refuses any
/// other version (contract polar section 1.1).
/// </summary>
public static class RandomId
{
    /// <summary>A new id.</summary>
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
