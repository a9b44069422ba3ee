using System.Globalization;

namespace Checkstand.Page;

/// <summary>Amounts as buyers read and type them.</summary>
internal static class MoneyText
{
    // Beyond every currency's limit, and far from the end of a decimal.
    private const decimal MinorUnitsMax = 1_000_000_000_000_000m;

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["usd"] = "$",
        ["eur"] = "€",
        ["gbp"] = "£",
        ["jpy"] = "¥",
        ["inr"] = "₹",
        ["krw"] = "₩",
        ["brl"] = "R$",
        ["aud"] = "A$",
        ["cad"] = "CA$",
        ["nzd"] = "NZ$",
        ["mxn"] = "MX$",
        ["hkd"] = "HK$",
    };

    /// <summary>An amount such as <c>$1,234.50</c> or <c>CHF 12.00</c>.</summary>
    /// <param name="minorUnits">The amount; a negative one has its sign in front.</param>
    /// <param name="currency">ISO 4217, lower case.</param>
    public static string Of(long minorUnits, string currency)
    {
        var digits = DecimalsOf(currency);
        var number = Major(Math.Abs(minorUnits), digits).ToString($"N{digits}", CultureInfo.InvariantCulture);
        // A no-break space: an amount must not break over lines.
        var prefix = Symbols.GetValueOrDefault(currency) ?? $"{currency.ToUpperInvariant()}\u00a0";
        return $"{(minorUnits < 0 ? "\u2212" : "")}{prefix}{number}";
    }

    /// <summary>An amount as it stands in a field: no symbol, no grouping.</summary>
    public static string InField(long minorUnits, string currency)
    {
        var digits = DecimalsOf(currency);
        return Major(minorUnits, digits).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Whether one buyer would write a thousand so and another one: a single mark with exactly three digits behind it, such as
    /// <c>1,000</c>. No currency here has three decimals.
    /// </summary>
    public static bool IsAmbiguous(string typed)
    {
        var text = WithoutSpaces(typed);
        var mark = text.AsSpan().IndexOfAny('.', ',');
        return mark > 0 && text.Length - mark == 4 && !text.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Reads what was typed, with a point or a comma before the decimals; null when it is no amount, or ambiguous.</summary>
    public static long? Parse(string typed, string currency)
    {
        if (IsAmbiguous(typed))
        {
            return null;
        }

        var text = WithoutSpaces(typed);
        // The last of the two is the decimal mark; groups of three are commas where a point follows.
        if (text.Contains(',', StringComparison.Ordinal))
        {
            text = text.Contains('.', StringComparison.Ordinal)
                ? text.Replace(",", "", StringComparison.Ordinal)
                : text.Replace(',', '.');
        }

        var power = Power(DecimalsOf(currency));
        if (
            !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)
            || major > MinorUnitsMax / power
        )
        {
            return null;
        }

        var minor = major * power;
        // A fraction of the smallest coin is a mistake, not something to round.
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    private static string WithoutSpaces(string typed) =>
        string.Concat(typed.Where(character => !char.IsWhiteSpace(character)));

    private static int DecimalsOf(string currency) => Core.Currencies.Find(currency)?.Decimals ?? 2;

    private static decimal Major(long minorUnits, int digits) => minorUnits / Power(digits);

    private static decimal Power(int digits) => digits == 0 ? 1m : 100m;
}
