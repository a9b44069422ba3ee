using System.Buffers;
using System.Text;

namespace Checkstand.Connectors;

/// <summary>A provider's own words, made fit for the database and the log.</summary>
internal static class RawText
{
    /// <summary>Characters of the longest code that is kept.</summary>
    public const int CodeLengthMax = 50;

    /// <summary>Characters of the longest description that is kept.</summary>
    public const int DescriptionLengthMax = 200;

    // Twelve digits can be most of a card number; amounts and times of providers have fewer.
    private const int DigitsMin = 12;

    private static readonly SearchValues<char> BetweenDigits = SearchValues.Create(" -.");

    /// <summary>A code; null when there is none.</summary>
    public static string? Code(string? text) => Clip(text, CodeLengthMax);

    /// <summary>A description, in which anything like a card number is masked; null when there is none.</summary>
    public static string? Description(string? text) =>
        string.IsNullOrEmpty(text) ? null : Clip(WithoutLongNumbers(text), DescriptionLengthMax);

    /// <summary>At most that many characters, without halves of a pair and without control characters.</summary>
    public static string? Clip(string? text, int lengthMax)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var clipped = new StringBuilder(Math.Min(text.Length, lengthMax));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clipped.Length + rune.Utf16SequenceLength > lengthMax)
            {
                break;
            }

            clipped.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return clipped.ToString();
    }

    private static string WithoutLongNumbers(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length; )
        {
            var (end, digits) = NumberAt(text, start);
            if (digits >= DigitsMin)
            {
                result.Append("[digits]");
                start = end;
            }
            else
            {
                // Not even a part of it can begin a longer one.
                var next = Math.Max(end, start + 1);
                result.Append(text, start, next - start);
                start = next;
            }
        }

        return result.ToString();
    }

    // Digits from here on, grouped by single blanks, dashes or dots; ends after the last digit.
    private static (int End, int Digits) NumberAt(string text, int start)
    {
        var (end, digits) = (start, 0);
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits++;
                end = at + 1;
            }
            else if (digits == 0 || at > end || !BetweenDigits.Contains(text[at]))
            {
                break;
            }
        }

        return (end, digits);
    }
}
