using System.Collections.Frozen;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Taxes.Ids;

namespace Checkstand.Core.Taxes;

/// <summary>
/// Taxes from a table of rates for countries and states. A business of another country of the European Union that has a
/// VAT number pays none, because it owes the tax itself (directive 2006/112/EC, articles 44 and 196).
/// </summary>
public sealed class RateTable : ITaxes
{
    private const int HundredPercent = 10_000;

    private readonly FrozenDictionary<string, int> rates;
    private readonly FrozenSet<string> countriesWithStates;

    /// <summary>Makes the table.</summary>
    /// <param name="rates">
    /// Hundredths of a percent, 0 to 10,000, by country (<c>DE</c>) or country and state (<c>US-CA</c>). Where a country
    /// has rates of states, its own rate is for the states that have none. What has no rate bears 0.
    /// </param>
    public RateTable(IReadOnlyDictionary<string, int> rates)
    {
        this.rates = rates.ToFrozenDictionary(
            rate => rate.Key.ToUpperInvariant(),
            rate => rate.Value,
            StringComparer.Ordinal
        );
        countriesWithStates = this
            .rates.Keys.Where(key => key.Contains('-', StringComparison.Ordinal))
            .Select(key => key[..2])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a table, in words; null when nothing is.</summary>
    public static string? ProblemOf(IReadOnlyDictionary<string, int> rates)
    {
        foreach (var (place, rate) in rates)
        {
            if (
                place.Length < 2
                || Addresses.NormalizeCountry(place[..2]) is null
                || place is [_, _, not '-', ..] or [_, _, '-']
            )
            {
                return "Taxes:Rates: names are countries, such as DE, or countries with a state, such as US-CA.";
            }

            if (rate is < 0 or > HundredPercent)
            {
                return "Taxes:Rates: a rate is in hundredths of a percent, 0 to 10000.";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public TaxResult Calculate(TaxQuestion question)
    {
        if (RateFor(question) is not { } rate)
        {
            return new TaxResult.Incomplete();
        }

        var behavior = NoTaxes.BehaviorOf(question);
        var tax =
            behavior == TaxBehavior.Inclusive
                ? Pricing.Fraction(question.MinorUnits, rate, HundredPercent + rate)
                : Pricing.Fraction(question.MinorUnits, rate, HundredPercent);
        return new TaxResult.Known(tax, behavior);
    }

    private int? RateFor(TaxQuestion question)
    {
        var country = question.Address.Country;
        if (IsReverseCharge(question))
        {
            return 0;
        }

        if (!countriesWithStates.Contains(country))
        {
            return rates.GetValueOrDefault(country);
        }

        if (question.Address.State is not { } state)
        {
            return null;
        }

        var name = Addresses.HasStates(country) ? state : $"{country}-{state.ToUpperInvariant()}";
        return rates.TryGetValue(name, out var rate) ? rate : rates.GetValueOrDefault(country);
    }

    private static bool IsReverseCharge(TaxQuestion question) =>
        question is { IsBusiness: true, TaxId.Format: "eu_vat", SellerCountry: { } seller }
        && seller != question.Address.Country
        && EuropeanVat.Countries.Contains(question.Address.Country);
}
