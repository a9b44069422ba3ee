using Checkstand.Core.Taxes.Ids;

namespace Checkstand.Core.Taxes;

/// <summary>
/// Which tax ids a buyer of a country can have, and whether one is well formed (contract polar section 2.6). Nobody is asked
/// whether it was ever given out. Countries whose rules are not known here have none, so nothing that can't be checked is
/// taken.
/// </summary>
public static class TaxIds
{
    // Longer than any; keeps hostile text out of the checks.
    private const int LengthMax = 40;

    /// <summary>Checks a tax id against the rules of a country.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, upper case.</param>
    /// <param name="typed">As it was typed: spaces, dots, dashes and slashes don't count, nor does the case.</param>
    /// <returns>The id in its normal form, with its format; null when it is none.</returns>
    public static TaxId? Check(string country, string typed)
    {
        if (typed.Length > LengthMax)
        {
            return null;
        }

        var text = string.Concat(
            typed.ToUpperInvariant().Where(character => !" -./".Contains(character, StringComparison.Ordinal))
        );
        // Whose buyers are registered with a neighbour.
        var registry = country switch
        {
            "MC" => "FR",
            "IM" => "GB",
            "AX" => "FI",
            _ => country,
        };
        return EuropeanVat.Countries.Contains(registry) ? European(registry, text) : Elsewhere(registry, text);
    }

    private static TaxId? European(string country, string text)
    {
        var prefix = EuropeanVat.PrefixOf(country);
        var number =
            text.StartsWith(prefix, StringComparison.Ordinal) ? text[2..]
            : country == "GR" && text.StartsWith("GR", StringComparison.Ordinal) ? text[2..]
            : text;
        if (EuropeanVat.IsValid(country, number))
        {
            return new TaxId(prefix + number, "eu_vat");
        }

        // A number may begin with what looks like the prefix.
        return EuropeanVat.IsValid(country, text) ? new TaxId(prefix + text, "eu_vat") : null;
    }

    private static TaxId? Elsewhere(string country, string text)
    {
        foreach (var rule in OtherTaxIds.Rules)
        {
            if (rule.Country == country && rule.Normalize(text) is { } normal)
            {
                return new TaxId(normal, rule.Format);
            }
        }

        return null;
    }
}
