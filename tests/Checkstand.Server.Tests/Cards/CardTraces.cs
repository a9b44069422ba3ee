using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Checkstand.Server.Tests.Cards;

/// <summary>What a card would look like in a file: its number in every encoding that code or a tool might bring about.</summary>
internal static class CardTraces
{
    // The first six and the last four digits may be shown (PCI DSS 4.0.1 requirement 3.4.1); ten in a row never.
    private const int ShownDigitsMax = 9;

    /// <summary>The encodings, each with its name.</summary>
    public static IEnumerable<(string Encoding, byte[] Bytes)> Of(TestCard card) =>
        [
            .. Texts(card.Number).Select(text => (text.Encoding, Encoding.ASCII.GetBytes(text.Text))),
            .. Binaries(card.Number),
            .. Hashes(card.Number),
            ("expiry", Encoding.ASCII.GetBytes(card.Expiry)),
            ("expiry UTF-16", Encoding.Unicode.GetBytes(card.Expiry)),
            // Three digits alone appear everywhere; between quotes they would be the code in stored JSON.
            ("quoted code", Encoding.ASCII.GetBytes($"\"{card.Code}\"")),
            ("quoted code UTF-16", Encoding.Unicode.GetBytes($"\"{card.Code}\"")),
        ];

    private static IEnumerable<(string Encoding, string Text)> Texts(string number)
    {
        yield return ("digits", number);
        yield return ("digits reversed", new string([.. number.Reverse()]));
        foreach (var separator in (string[])[" ", "-", "%20", "+", "%2D", ".", "_"])
        {
            yield return ($"groups with '{separator}'", string.Join(separator, Groups(number)));
        }

        yield return ("percent-encoded digits", string.Concat(number.Select(digit => $"%3{digit}")));
        yield return ("JSON escapes", string.Concat(number.Select(digit => $"\\u003{digit}")));
        yield return ("hex of the digits", Convert.ToHexStringLower(Encoding.ASCII.GetBytes(number)));
        yield return ("hex of UTF-16", Convert.ToHexStringLower(Encoding.Unicode.GetBytes(number)));
        for (var offset = 0; offset < 3; offset++)
        {
            yield return ($"base64 at offset {offset}", Base64At(offset, number));
        }

        for (var start = 0; start + ShownDigitsMax < number.Length; start++)
        {
            yield return ($"ten digits from {start}", number.Substring(start, ShownDigitsMax + 1));
        }
    }

    private static IEnumerable<(string Encoding, byte[] Bytes)> Binaries(string number)
    {
        yield return ("UTF-16LE", Encoding.Unicode.GetBytes(number));
        yield return ("UTF-16BE", Encoding.BigEndianUnicode.GetBytes(number));
        yield return ("UTF-32LE", Encoding.UTF32.GetBytes(number));
        // An odd count of digits is filled up with F behind (EMV, track 2) or with 0 in front (numeric).
        var isOdd = number.Length % 2 != 0;
        yield return ("packed BCD", Convert.FromHexString(isOdd ? $"{number}F" : number));
        yield return ("packed BCD, right-aligned", Convert.FromHexString(isOdd ? $"0{number}" : number));
        yield return ("unpacked BCD", [.. number.Select(digit => (byte)(digit - '0'))]);
        var integer = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(integer, ulong.Parse(number, CultureInfo.InvariantCulture));
        var bigEndian = integer.AsSpan().TrimStart((byte)0).ToArray();
        yield return ("integer, big-endian", bigEndian);
        yield return ("integer, little-endian", [.. bigEndian.Reverse()]);
    }

    // A bare hash of a number is the number for whoever tries all of them.
    private static IEnumerable<(string Encoding, byte[] Bytes)> Hashes(string number)
    {
        var digits = Encoding.ASCII.GetBytes(number);
#pragma warning disable CA5350, CA5351 // What must not be used is looked for.
        byte[][] hashes =
        [
            MD5.HashData(digits),
            SHA1.HashData(digits),
            SHA256.HashData(digits),
            SHA512.HashData(digits),
        ];
#pragma warning restore CA5350, CA5351
        foreach (var hash in hashes)
        {
            var bits = hash.Length * 8;
            yield return ($"hash of {bits} bits", hash);
            yield return ($"hash of {bits} bits, hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)));
            yield return ($"hash of {bits} bits, HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(hash)));
            yield return (
                $"hash of {bits} bits, base64",
                Encoding.ASCII.GetBytes(Convert.ToBase64String(hash).TrimEnd('='))
            );
        }
    }

    /// <summary>The number in blocks of four, as it stands on a card.</summary>
    public static IEnumerable<string> Groups(string number) => number.Chunk(4).Select(group => new string(group));

    // The characters that depend on nothing but the number, wherever in a longer text it begins.
    private static string Base64At(int offset, string number)
    {
        var encoded = Convert.ToBase64String([.. new byte[offset], .. Encoding.ASCII.GetBytes(number)]);
        var first = offset switch
        {
            0 => 0,
            1 => 2,
            _ => 3,
        };
        var whole = (offset + number.Length) * 8 / 6;
        return encoded[first..whole];
    }
}
