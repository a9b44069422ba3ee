using static Checkstand.Core.Taxes.Ids.CheckDigits;

namespace Checkstand.Core.Taxes.Ids;

internal static partial class OtherTaxIds
{
    // What the Internal Revenue Service never gave out as the first two digits.
    private static readonly string[] UnusedCampuses =
    [
        "00",
        "07",
        "08",
        "09",
        "17",
        "18",
        "19",
        "28",
        "29",
        "49",
        "69",
        "70",
        "78",
        "79",
        "89",
        "96",
        "97",
    ];

    private static bool IsEmployer(string number) => AreDigits(number, 9) && !UnusedCampuses.Contains(number[..2]);

    private static bool IsCanadianProgram(string text, string program, int digits) =>
        text.Length == digits + 6
        && AreDigits(text.AsSpan(0, digits), digits)
        && IsLuhn(text.AsSpan(0, digits))
        && text.AsSpan(digits, 2).SequenceEqual(program)
        && AreDigits(text.AsSpan(digits + 2), 4);

    private static bool IsQuebecProgram(string text) =>
        text.Length == 16
        && AreDigits(text.AsSpan(0, 10), 10)
        && text.AsSpan(10, 2) is "TQ"
        && AreDigits(text.AsSpan(12), 4);

    private static bool IsBrazilianCompany(string number) =>
        AreDigits(number, 14)
        && !IsOneDigit(number)
        && BrazilianCheck(Weighted(number, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == number[12]
        && BrazilianCheck(Weighted(number, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == number[13];

    private static bool IsBrazilianPerson(string number) =>
        AreDigits(number, 11)
        && !IsOneDigit(number)
        && BrazilianCheck(Weighted(number, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == number[9]
        && BrazilianCheck(Weighted(number, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == number[10];

    private static char BrazilianCheck(int sum) => (char)('0' + (sum % 11 < 2 ? 0 : 11 - sum % 11));

    private static bool IsOneDigit(string number) => !number.AsSpan().ContainsAnyExcept(number[0]);

    // Companies have twelve characters and persons thirteen; the check character is wrong in many that are in use.
    private static bool IsMexican(string text)
    {
        if (text.Length is not (12 or 13))
        {
            return false;
        }

        var letters = text.Length - 9;
        return text.AsSpan(0, letters).IndexOfAnyExcept(MexicanLetters) < 0
            && AreDigits(text.AsSpan(letters, 6), 6)
            && HasDate(text.AsSpan(letters, 6))
            && text.AsSpan(letters + 6, 2).IndexOfAnyExcept(LettersAndDigits) < 0
            && (char.IsAsciiDigit(text[^1]) || text[^1] == 'A');
    }

    private static bool HasDate(ReadOnlySpan<char> digits)
    {
        var month = (digits[2] - '0') * 10 + digits[3] - '0';
        var day = (digits[4] - '0') * 10 + digits[5] - '0';
        // The century is not said; 2000 has every day.
        var year = 2000 + (digits[0] - '0') * 10 + digits[1] - '0';
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool IsArgentine(string number) =>
        AreDigits(number, 11) && "012345678990"[11 - Weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11] == number[10];

    private static bool IsChilean(string text)
    {
        if (text.Length is not (8 or 9) || !AreDigits(text.AsSpan(0, text.Length - 1), text.Length - 1))
        {
            return false;
        }

        var full = text.PadLeft(9, '0');
        return "0K987654321"[Weighted(full, 3, 2, 7, 6, 5, 4, 3, 2) % 11] == text[^1];
    }

    private static bool IsColombian(string number)
    {
        if (number.Length is < 8 or > 16 || !AreDigits(number, number.Length))
        {
            return false;
        }

        int[] weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];
        var sum = number[..^1].Reverse().Select((digit, at) => (digit - '0') * weights[at]).Sum();
        return "01987654321"[sum % 11] == number[^1];
    }

    private static bool IsDominican(string number) =>
        AreDigits(number, 9) && (10 - Weighted(number, 7, 9, 8, 6, 5, 4, 3, 2) % 11 + 9) % 9 + 1 == number[8] - '0';

    private static bool IsPeruvian(string number) =>
        AreDigits(number, 11)
        && number[..2] is "10" or "15" or "17" or "20"
        && Mod11(Weighted(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 10 == number[10] - '0';

    private static bool IsUruguayan(string number) =>
        AreDigits(number, 12)
        && string.CompareOrdinal(number, 0, "01", 0, 2) >= 0
        && string.CompareOrdinal(number, 0, "21", 0, 2) <= 0
        && number[2..8] != "000000"
        && number[8..11] == "001"
        && Mod11(Weighted(number, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == number[11] - '0';

    private static bool IsVenezuelan(string text)
    {
        var kind = text is [var first, ..] ? KindOf(first) : null;
        return kind is { } value
            && AreDigits(text.AsSpan(1), 9)
            && "00987654321"[(value + Weighted(text.AsSpan(1), 3, 2, 7, 6, 5, 4, 3, 2)) % 11] == text[9];

        static int? KindOf(char letter) =>
            letter switch
            {
                'V' => 4,
                'E' => 8,
                'J' => 12,
                'P' => 16,
                'G' => 20,
                _ => null,
            };
    }
}
