using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Checkstand.Core;

/// <summary>
/// UUID version 7 (RFC 9562 section 5.7): milliseconds first, so that byte order is time order and inserts go to the
/// end of an index; the 74 free bits come from a cryptographic source, because some ids are capabilities.
/// </summary>
public static class TimeOrderedId
{
    /// <summary>A new id made at <paramref name="now"/>.</summary>
    public static Guid New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>
    /// An id in the form of version 4, for vendors that refuse every other version, with the time in front as above. What
    /// is written most often is kept under such ids: random ones would touch another page of each index for every row.
    /// </summary>
    public static Guid NewVersion4(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        New(now).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Reads the one accepted form: 36 characters with dashes, either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Guid id)
    {
        id = Guid.Empty;
        return HasForm(text) && Guid.TryParseExact(text, "D", out id);
    }

    // Guid's own reading of "D" also takes blanks around it, and signs and 0x inside.
    private static bool HasForm([NotNullWhen(true)] string? text)
    {
        if (text is not { Length: 36 })
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
