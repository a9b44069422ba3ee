using System.Security.Cryptography;

namespace Checkstand.Core.Organizations;

/// <summary>
/// Secrets that say by themselves whether they were mistyped: a prefix, 37 random letters and digits, and their CRC-32
/// as six digits of base 62 (contract polar section 4).
/// </summary>
public static class SecretText
{
    /// <summary>How many letters and digits stand between the prefix and the sum.</summary>
    internal const int BodyLength = 37;

    private const int SumLength = 6;

    // CRC-32 as in zlib (reflected 0xEDB88320), the sums of all bytes. System.IO.Hashing's Crc32 would replace it; it is a
    // package and the framework has none of its own.
    private static readonly uint[] SumsOfBytes = [.. Enumerable.Range(0, 256).Select(each => SumOf((uint)each))];

    /// <summary>A new secret, some 220 random bits.</summary>
    public static string New(string prefix) => New(prefix, []);

    /// <summary>A new secret of which the first letters and digits are given, random ones behind them.</summary>
    internal static string New(string prefix, ReadOnlySpan<char> given)
    {
        var body = string.Concat(given, RandomNumberGenerator.GetString(Base62.Digits, BodyLength - given.Length));
        Span<char> sum = stackalloc char[SumLength];
        Base62.Write(sum, Crc32(body));
        return string.Concat(prefix, body, sum);
    }

    /// <summary>Whether a text has this form and its sum is right. What is not need not be looked up.</summary>
    public static bool IsWhole(string prefix, string text) =>
        text.Length == prefix.Length + BodyLength + SumLength
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && Base62.TryRead(text.AsSpan()[^SumLength..], out var sum)
        && sum == Crc32(text.AsSpan()[prefix.Length..^SumLength]);

    private static uint Crc32(ReadOnlySpan<char> text)
    {
        var sum = uint.MaxValue;
        foreach (var character in text)
        {
            sum = (sum >> 8) ^ SumsOfBytes[(byte)(sum ^ character)];
        }

        return ~sum;
    }

    private static uint SumOf(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB8_8320;
        }

        return value;
    }
}
