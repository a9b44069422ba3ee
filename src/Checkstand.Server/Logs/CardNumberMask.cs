using System.Text;

namespace Checkstand.Server.Logs;

/// <summary>
/// Masks every run of 13 digits or more, which may hold a card number with a digit too many, and groups of 13 to 19
/// digits together that pass the Luhn check (ISO/IEC 7812-1 annex B).
/// </summary>
internal static class CardNumberMask
{
    private const int DigitsMin = 13;
    private const int DigitsMax = 19;

    private static readonly string[] Separators = [" ", "-", "+", ".", "_", "%20", "%2D", "%2B"];

    /// <summary>The text with card numbers replaced; the same instance when there are none.</summary>
    public static string Apply(string text)
    {
        StringBuilder? masked = null;
        var copied = 0;
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start]) || (start > 0 && char.IsAsciiDigit(text[start - 1])))
            {
                continue;
            }

            var end = Math.Max(EndOfLongRun(text, start), EndOfCardNumber(text, start));
            if (end > 0)
            {
                masked ??= new StringBuilder(text.Length);
                masked.Append(text, copied, start - copied).Append("[card number]");
                copied = end;
                start = end - 1;
            }
        }

        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    // Where an unbroken run of digits ends that is long enough to hold a card number; 0 when it is shorter.
    private static int EndOfLongRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start >= DigitsMin ? end : 0;
    }

    // Where the longest grouped card number that starts here ends; 0 when none does.
    private static int EndOfCardNumber(string text, int start)
    {
        Span<int> digits = stackalloc int[DigitsMax];
        var count = 0;
        var found = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                var separator = SeparatorAt(text, i);
                if (separator == 0)
                {
                    break;
                }

                i += separator - 1;
                continue;
            }

            if (count == DigitsMax)
            {
                // What follows is no part of a card number; what was found before it stands.
                break;
            }

            digits[count++] = text[i] - '0';
            var isWhole = i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]);
            if (isWhole && count >= DigitsMin && PassesLuhn(digits[..count]))
            {
                found = i + 1;
            }
        }

        return found;
    }

    // How people and URLs group the digits. Counts only between two digits.
    private static int SeparatorAt(string text, int at)
    {
        foreach (var separator in Separators)
        {
            var next = at + separator.Length;
            if (
                next < text.Length
                && char.IsAsciiDigit(text[next])
                && string.Compare(text, at, separator, 0, separator.Length, StringComparison.OrdinalIgnoreCase) == 0
            )
            {
                return separator.Length;
            }
        }

        return 0;
    }

    private static bool PassesLuhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i];
            var doubled = digit * 2;
            sum +=
                i % 2 == 0 ? digit
                : doubled > 9 ? doubled - 9
                : doubled;
        }

        return sum % 10 == 0;
    }
}
