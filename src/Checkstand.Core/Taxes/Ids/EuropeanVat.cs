using static Checkstand.Core.Taxes.Ids.CheckDigits;

namespace Checkstand.Core.Taxes.Ids;

/// <summary>VAT numbers of the European Union's countries, each with the check that its country publishes.</summary>
internal static partial class EuropeanVat
{
    /// <summary>The countries of the Union: ISO 3166-1 alpha-2.</summary>
    public static readonly IReadOnlyList<string> Countries =
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ];

    /// <summary>What the numbers of a country begin with: its code, but Greece's language.</summary>
    public static string PrefixOf(string country) => country == "GR" ? "EL" : country;

    /// <summary>Whether a number, without its prefix and in upper case, is one of a country of the Union.</summary>
    public static bool IsValid(string country, string number) =>
        country switch
        {
            "AT" => IsAustrian(number),
            "BE" => IsBelgian(number),
            "BG" => IsBulgarian(number),
            "CY" => IsCypriot(number),
            "CZ" => IsCzech(number),
            "DE" => AreDigits(number, 9) && number[0] != '0' && IsMod11And10(number),
            "DK" => AreDigits(number, 8) && number[0] != '0' && Weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0,
            "EE" => AreDigits(number, 9) && Weighted(number, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0,
            "ES" => IsSpanish(number),
            "FI" => AreDigits(number, 8) && Weighted(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0,
            "FR" => IsFrench(number),
            "GR" => IsGreek(number),
            "HR" => AreDigits(number, 11) && IsMod11And10(number),
            "HU" => AreDigits(number, 8) && Weighted(number, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0,
            "IE" => IsIrish(number),
            "IT" => IsItalian(number),
            "LT" => IsLithuanian(number),
            "LU" => AreDigits(number, 8) && Number(number[..6]) % 89 == Number(number[6..]),
            "LV" => IsLatvian(number),
            "MT" => AreDigits(number, 8) && number[0] != '0' && Weighted(number, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0,
            "NL" => IsDutch(number),
            "PL" => AreDigits(number, 10) && Weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == number[9] - '0',
            "PT" => AreDigits(number, 9)
                && number[0] != '0'
                && (11 - Weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == number[8] - '0',
            "RO" => IsRomanian(number),
            "SE" => AreDigits(number, 12) && number[10..] == "01" && IsLuhn(number.AsSpan(0, 10)),
            "SI" => IsSlovenian(number),
            "SK" => AreDigits(number, 10)
                && number[0] != '0'
                && number[2] is '2' or '3' or '4' or '7' or '8' or '9'
                && Number(number) % 11 == 0,
            _ => false,
        };

    private static bool IsAustrian(string number)
    {
        if (number.Length != 9 || number[0] != 'U' || !AreDigits(number.AsSpan(1), 8))
        {
            return false;
        }

        var sum = 4;
        for (var at = 0; at < 7; at++)
        {
            sum += DigitSum((number[at + 1] - '0') * (1 + at % 2));
        }

        return (10 - sum % 10) % 10 == number[8] - '0';
    }

    private static bool IsBelgian(string number)
    {
        var full = number.Length == 9 ? $"0{number}" : number;
        return AreDigits(full, 10) && full[0] is '0' or '1' && 97 - Number(full[..8]) % 97 == Number(full[8..]);
    }

    private static bool IsCypriot(string number)
    {
        if (
            number.Length != 9
            || !AreDigits(number.AsSpan(0, 8), 8)
            || number.StartsWith("12", StringComparison.Ordinal)
        )
        {
            return false;
        }

        ReadOnlySpan<int> odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
        var sum = 0;
        for (var at = 0; at < 8; at++)
        {
            var digit = number[at] - '0';
            sum += at % 2 == 0 ? odd[digit] : digit;
        }

        return (char)('A' + sum % 26) == number[8];
    }

    private static bool IsFrench(string number)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        if (number.Length != 11 || !AreDigits(number.AsSpan(2), 9))
        {
            return false;
        }

        // Numbers of Monaco begin with 000 and have no sum of their own.
        if (!number.AsSpan(2).StartsWith("000") && !IsLuhn(number.AsSpan(2)))
        {
            return false;
        }

        var (first, second) = (Alphabet.IndexOf(number[0]), Alphabet.IndexOf(number[1]));
        if (first < 0 || second < 0)
        {
            return false;
        }

        if (first < 10 && second < 10)
        {
            return first * 10 + second == Number(number[2..] + "12") % 97;
        }

        var check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
        return (Number(number[2..]) + 1 + check / 11) % 11 == check % 11;
    }

    private static bool IsGreek(string number)
    {
        var full = number.Length == 8 ? $"0{number}" : number;
        if (!AreDigits(full, 9))
        {
            return false;
        }

        return Weighted(full, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == full[8] - '0';
    }

    private static bool IsItalian(string number) =>
        AreDigits(number, 11)
        && !number.StartsWith("0000000", StringComparison.Ordinal)
        && Number(number[7..10]) is (>= 1 and <= 100) or 120 or 121 or 888 or 999
        && IsLuhn(number);

    private static bool IsDutch(string number)
    {
        if (
            number.Length != 12
            || number[9] != 'B'
            || !AreDigits(number.AsSpan(0, 9), 9)
            || !AreDigits(number.AsSpan(10), 2)
            || number[10..] == "00"
        )
        {
            return false;
        }

        var sum = Weighted(number, 9, 8, 7, 6, 5, 4, 3, 2, -1);
        return (Number(number[..9]) > 0 && sum % 11 == 0) || IsMod97And10($"NL{number}");
    }

    private static bool IsSlovenian(string number)
    {
        if (!AreDigits(number, 8) || number[0] == '0')
        {
            return false;
        }

        var check = 11 - Weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 10 ? 0 : check) == number[7] - '0';
    }

    private static long Number(string digits) => long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
