namespace Checkstand.Core.Taxes.Ids;

/// <summary>The sums by which numbers show that they were not mistyped.</summary>
internal static class CheckDigits
{
    /// <summary>Whether a text is so many ASCII digits.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The sum of digits, each times its weight; digits beyond the weights are left out.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var at = 0; at < weights.Length && at < digits.Length; at++)
        {
            sum += (digits[at] - '0') * weights[at];
        }

        return sum;
    }

    /// <summary>ISO/IEC 7812-1 annex B, over digits that end in the check digit.</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits) => LuhnSum(digits, 10, static digit => digit - '0') % 10 == 0;

    /// <summary>The same over letters and digits (digits first), to the base 36.</summary>
    public static bool IsLuhn36(ReadOnlySpan<char> text) => LuhnSum(text, 36, ValueOf) % 36 == 0;

    /// <summary>ISO/IEC 7064 MOD 11,10, over digits that end in the check digit.</summary>
    public static bool IsMod11And10(ReadOnlySpan<char> digits)
    {
        var product = 5;
        foreach (var digit in digits)
        {
            product = ((product == 0 ? 10 : product) * 2 % 11 + (digit - '0')) % 10;
        }

        return product == 1;
    }

    /// <summary>ISO/IEC 7064 MOD 97-10, over digits and letters (A is 10) that end in the check digits.</summary>
    public static bool IsMod97And10(ReadOnlySpan<char> text)
    {
        var rest = 0;
        foreach (var character in text)
        {
            var value = ValueOf(character);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }

        return rest == 1;
    }

    /// <summary>The sum of the digits of a number below 100.</summary>
    public static int DigitSum(int number) => number / 10 + number % 10;

    /// <summary>A digit's value, or 10 for A and so on.</summary>
    public static int ValueOf(char character) => character <= '9' ? character - '0' : character - 'A' + 10;

    private static int LuhnSum(ReadOnlySpan<char> text, int radix, Func<char, int> valueOf)
    {
        var sum = 0;
        for (var fromEnd = 0; fromEnd < text.Length; fromEnd++)
        {
            var value = valueOf(text[^(fromEnd + 1)]);
            if (fromEnd % 2 == 1)
            {
                value *= 2;
                value = value / radix + value % radix;
            }

            sum += value;
        }

        return sum;
    }
}
