using static Checkstand.Core.Taxes.Ids.CheckDigits;

namespace Checkstand.Core.Taxes.Ids;

/// <summary>Those countries in whose numbers persons and companies have checks of their own.</summary>
internal static partial class EuropeanVat
{
    private static bool IsBulgarian(string number)
    {
        if (AreDigits(number, 9))
        {
            var check = Weighted(number, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
            check = check == 10 ? Weighted(number, 3, 4, 5, 6, 7, 8, 9, 10) % 11 : check;
            return check % 10 == number[8] - '0';
        }

        if (!AreDigits(number, 10))
        {
            return false;
        }

        // A citizen, a foreigner, or anybody else.
        var last = number[9] - '0';
        return (Weighted(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last && HasBulgarianBirthday(number))
            || Weighted(number, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last
            || (11 - Weighted(number, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 == last;
    }

    private static bool HasBulgarianBirthday(string number)
    {
        var (year, month, day) = Date(number);
        return month switch
        {
            > 40 => IsDate(2000 + year, month - 40, day),
            > 20 => IsDate(1800 + year, month - 20, day),
            _ => IsDate(1900 + year, month, day),
        };
    }

    private static bool IsCzech(string number)
    {
        if (AreDigits(number, 8))
        {
            var check = (11 - Weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
            return number[0] != '9' && (check == 0 ? 1 : check) % 10 == number[7] - '0';
        }

        if (AreDigits(number, 9) && number[0] == '6')
        {
            var check = Weighted(number.AsSpan(1), 8, 7, 6, 5, 4, 3, 2) % 11;
            return (8 - (10 - check) % 11 + 10) % 10 == number[8] - '0';
        }

        return IsBirthNumber(number);
    }

    // Ten digits since 1954, nine without a check before.
    private static bool IsBirthNumber(string number)
    {
        if (!AreDigits(number, 9) && !AreDigits(number, 10))
        {
            return false;
        }

        var (year, month, day) = Date(number);
        month %= 50;
        month = month > 20 ? month - 20 : month;
        if (number.Length == 9)
        {
            return year < 54 && IsDate(1900 + year, month, day);
        }

        var check = Number(number[..9]) % 11 % 10;
        return IsDate(year < 54 ? 2000 + year : 1900 + year, month, day) && check == number[9] - '0';
    }

    private static bool IsSpanish(string number)
    {
        const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        if (number.Length != 9 || !AreDigits(number.AsSpan(1, 7), 7))
        {
            return false;
        }

        switch (number[0])
        {
            case >= '0' and <= '9':
                return Letters[(int)(Number(number[..8]) % 23)] == number[8];
            case 'X' or 'Y' or 'Z':
                return Letters[(int)(Number($"{number[0] - 'X'}{number[1..8]}") % 23)] == number[8];
            case 'K' or 'L' or 'M':
                return Letters[(int)(Number(number[1..8]) % 23)] == number[8];
            default:
                return IsSpanishCompany(number);
        }
    }

    private static bool IsSpanishCompany(string number)
    {
        if (!"ABCDEFGHJNPQRSUVW".Contains(number[0], StringComparison.Ordinal))
        {
            return false;
        }

        var check = Enumerable.Range(0, 10).First(digit => IsLuhn($"{number[1..8]}{digit}"));
        var isDigit = number[8] == (char)('0' + check);
        var isLetter = number[8] == "JABCDEFGHI"[check];
        return number[0] switch
        {
            'A' or 'B' or 'E' or 'H' => isDigit,
            'N' or 'P' or 'Q' or 'R' or 'S' or 'W' => isLetter,
            _ => isDigit || isLetter,
        };
    }

    private static bool IsIrish(string number)
    {
        const string Alphabet = "WABCDEFGHIJKLMNOPQRSTUV";
        if (number.Length is not (8 or 9))
        {
            return false;
        }

        if (AreDigits(number.AsSpan(0, 7), 7))
        {
            var extra = number.Length == 9 ? Alphabet.IndexOf(number[8]) : 0;
            var sum = Weighted(number, 8, 7, 6, 5, 4, 3, 2) + 9 * extra;
            return extra >= 0 && Alphabet[sum % 23] == number[7];
        }

        // Until 2013: a letter or a sign in the second place.
        return number.Length == 8
            && (number[1] is '+' or '*' || char.IsAsciiLetterUpper(number[1]))
            && char.IsAsciiDigit(number[0])
            && AreDigits(number.AsSpan(2, 5), 5)
            && Alphabet[Weighted($"0{number[2..7]}{number[0]}", 8, 7, 6, 5, 4, 3, 2) % 23] == number[7];
    }

    private static bool IsLithuanian(string number)
    {
        var isCompany = AreDigits(number, 9) && number[7] == '1';
        var isTemporary = AreDigits(number, 12) && number[10] == '1';
        if (!isCompany && !isTemporary)
        {
            return false;
        }

        var check = Sum(0) % 11;
        check = check == 10 ? Sum(2) % 11 : check;
        return check % 10 == number[^1] - '0';

        int Sum(int shift) => number[..^1].Select((digit, at) => (digit - '0') * (1 + (at + shift) % 9)).Sum();
    }

    private static bool IsLatvian(string number)
    {
        if (!AreDigits(number, 11))
        {
            return false;
        }

        if (number[0] > '3')
        {
            return Weighted(number, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        }

        var check = (1 + Weighted(number, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10;
        return check == number[10] - '0'
            && (
                number.StartsWith("32", StringComparison.Ordinal)
                || IsDate(
                    1800 + 100 * (number[6] - '0') + (int)Number(number[4..6]),
                    (int)Number(number[2..4]),
                    (int)Number(number[..2])
                )
            );
    }

    private static bool IsRomanian(string number)
    {
        if (AreDigits(number, 13))
        {
            var sum = Weighted(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
            return number[0] != '0' && (sum == 10 ? 1 : sum) == number[12] - '0';
        }

        if (number.Length is < 2 or > 10 || !AreDigits(number, number.Length) || number[0] == '0')
        {
            return false;
        }

        var full = number[..^1].PadLeft(9, '0');
        return 10 * Weighted(full, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == number[^1] - '0';
    }

    private static (int Year, int Month, int Day) Date(string number) =>
        ((int)Number(number[..2]), (int)Number(number[2..4]), (int)Number(number[4..6]));

    private static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
