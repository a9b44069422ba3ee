using System.Text;

namespace Checkstand.Server.Logs;

/// <summary>Masks runs of 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1 annex B), single blanks and dashes inside them included.</summary>
internal static class CardNumberMask
{
    private const int DigitsMin = 13;
    private const int DigitsMax = 19;

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

            var end = EndOfCardNumber(text, start);
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

    // Where the longest card number that starts here ends; 0 when none does.
    private static int EndOfCardNumber(string text, int start)
    {
        Span<int> digits = stackalloc int[DigitsMax];
        var count = 0;
        var found = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                // A blank or dash counts as part of the number only between two digits.
                if (text[i] is ' ' or '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                {
                    continue;
                }

                break;
            }

            if (count == DigitsMax)
            {
                // A longer run of digits is no card number.
                return 0;
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
