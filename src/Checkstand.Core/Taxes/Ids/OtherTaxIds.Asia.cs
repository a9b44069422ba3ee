using System.Buffers;
using static Checkstand.Core.Taxes.Ids.CheckDigits;

namespace Checkstand.Core.Taxes.Ids;

internal static partial class OtherTaxIds
{
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> MexicanLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ&Ñ");

    private static bool IsAustralian(string number)
    {
        if (!AreDigits(number, 11) || number[0] == '0')
        {
            return false;
        }

        return (Weighted(number, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
    }

    private static bool IsNewZealand(string number)
    {
        if (!AreDigits(number, 8) && !AreDigits(number, 9))
        {
            return false;
        }

        var full = number.PadLeft(9, '0');
        if (string.CompareOrdinal(full, "010000000") <= 0 || string.CompareOrdinal(full, "150000000") >= 0)
        {
            return false;
        }

        var check = Mod11(Weighted(full, 3, 2, 7, 6, 5, 4, 3, 2));
        check = check == 10 ? Mod11(Weighted(full, 7, 4, 3, 2, 5, 2, 7, 6)) : check;
        return check == full[8] - '0';
    }

    // State, permanent account number, its place among those of its holder, Z, check character.
    private static bool IsIndian(string text) =>
        text.Length == 15
        && AreDigits(text.AsSpan(0, 2), 2)
        && text[..2] is not "00"
        && text.AsSpan(2, 5).IndexOfAnyExcept(Letters) < 0
        && AreDigits(text.AsSpan(7, 4), 4)
        && char.IsAsciiLetterUpper(text[11])
        && text[12] is (>= '1' and <= '9') or (>= 'A' and <= 'Z')
        && text[13] == 'Z'
        && text.AsSpan(14).IndexOfAnyExcept(LettersAndDigits) < 0
        && IsLuhn36(text);

    private static bool IsJapanese(string number) =>
        AreDigits(number, 13)
        && 9 - Weighted(number.AsSpan(1), 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1) % 9 == number[0] - '0';

    private static bool IsKorean(string number) =>
        AreDigits(number, 10)
        && (10 - (Weighted(number, 1, 3, 7, 1, 3, 7, 1, 3, 5) + (number[8] - '0') * 5 / 10) % 10) % 10
            == number[9] - '0';

    // Businesses, local companies, and all others.
    private static bool IsSingaporean(string text)
    {
        if (text.Length == 9 && AreDigits(text.AsSpan(0, 8), 8))
        {
            return "XMKECAWLJDB"[Weighted(text, 10, 4, 9, 3, 8, 2, 7, 1) % 11] == text[8];
        }

        if (text.Length != 10)
        {
            return false;
        }

        if (AreDigits(text.AsSpan(0, 9), 9))
        {
            return "ZKCMDNERGWH"[Weighted(text, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11] == text[9];
        }

        return text[0] is 'R' or 'S' or 'T'
            && AreDigits(text.AsSpan(1, 2), 2)
            && AreDigits(text.AsSpan(5, 4), 4)
            && IsSingaporeanEntity(text);
    }

    private static bool IsSingaporeanEntity(string text)
    {
        const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        int[] weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            var value = Alphabet.IndexOf(text[at]);
            if (value < 0)
            {
                return false;
            }

            sum += value * weights[at];
        }

        return Alphabet[(sum - 5 + 11) % 11] == text[9];
    }

    private static bool IsThai(string number) =>
        AreDigits(number, 13)
        && Mod11(Weighted(number, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == number[12] - '0';

    // A seven in the seventh place counts as 0 or as 1; since 2023 the sum need only divide by five.
    private static bool IsTaiwanese(string number)
    {
        if (!AreDigits(number, 8))
        {
            return false;
        }

        ReadOnlySpan<int> weights = [1, 2, 1, 2, 1, 2, 4, 1];
        var sum = 0;
        for (var at = 0; at < 8; at++)
        {
            sum += at == 6 && number[at] == '7' ? 0 : DigitSum((number[at] - '0') * weights[at]);
        }

        return sum % 5 == 0 || (number[6] == '7' && (sum + 1) % 5 == 0);
    }

    private static bool IsVietnamese(string number)
    {
        if (!AreDigits(number, 10) && !AreDigits(number, 13))
        {
            return false;
        }

        var check = 10 - Weighted(number, 31, 29, 23, 19, 17, 13, 7, 5, 3) % 11;
        return number[2..9] != "0000000" && check == number[9] - '0' && (number.Length == 10 || number[10..] != "000");
    }
}
