using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Checkstand.Core.Sessions;

/// <summary>
/// Names a checkout session. The browser routes take it as their only credential, so it is a UUID version 7
/// (RFC 9562 section 5.7) whose 74 free bits come from a cryptographic source; its time prefix keeps inserts at the
/// end of the index.
/// </summary>
public readonly record struct SessionId(Guid Value)
{
    /// <summary>A new id for a session made at <paramref name="now"/> (millisecond resolution).</summary>
    public static SessionId New(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new SessionId(new Guid(bytes, bigEndian: true));
    }

    /// <summary>Reads the one accepted form: 36 characters with dashes, either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        var value = Guid.Empty;
        var parsed = HasForm(text) && Guid.TryParseExact(text, "D", out value);
        id = new SessionId(value);
        return parsed;
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

    /// <summary>The 16 bytes in network order, so that byte order is time order.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Lower-case hexadecimal with dashes.</summary>
    public override string ToString() => Value.ToString("D");
}
