using System.Security.Cryptography;

namespace Checkstand.Core.Organizations;

/// <summary>
/// Secrets that say by themselves whether they were mistyped: a prefix, 37 random letters and digits, and their CRC-32
/// as six digits of base 62 (contract polar section 4).
/// </summary>
public static class SecretText
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int RandomLength = 37;
    private const int SumLength = 6;

    // Enough for some 7000 years.
    private const int TimeLength = 8;

    /// <summary>A new secret, some 220 random bits.</summary>
    public static string New(string prefix)
    {
        var random = RandomNumberGenerator.GetString(Digits, RandomLength);
        return prefix + random + SumOf(random);
    }

    /// <summary>
    /// A new secret whose first 8 of 37 letters and digits are the time, some 170 random bits behind them: for secrets that
    /// rows are found by, so that new ones go to the end of the index.
    /// </summary>
    public static string NewOrdered(string prefix, DateTimeOffset now)
    {
        Span<char> text = stackalloc char[TimeLength];
        Write(text, (ulong)now.ToUnixTimeMilliseconds());
        var body = string.Concat(text, RandomNumberGenerator.GetString(Digits, RandomLength - TimeLength));
        return prefix + body + SumOf(body);
    }

    /// <summary>Whether a text has this form and its sum is right. What is not need not be looked up.</summary>
    public static bool IsWhole(string prefix, string text) =>
        text.Length == prefix.Length + RandomLength + SumLength
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text[^SumLength..] == SumOf(text[prefix.Length..^SumLength]);

    private static string SumOf(string random)
    {
        Span<char> text = stackalloc char[SumLength];
        Write(text, Crc32(random));
        return new string(text);
    }

    // In base 62, padded with zeros in front; the order of texts is that of numbers.
    private static void Write(Span<char> text, ulong number)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(number % 62)];
            number /= 62;
        }
    }

    // CRC-32 as in zlib (reflected 0xEDB88320). System.IO.Hashing's would replace it; it is a package and the framework
    // has none of its own.
    private static uint Crc32(string ascii)
    {
        var sum = uint.MaxValue;
        foreach (var character in ascii)
        {
            sum ^= character;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320;
            }
        }

        return ~sum;
    }
}
