namespace Checkstand.Core.Taxes;

/// <summary>
/// Works out tax. Pure and quick: it is asked under the lock of a checkout. The kinds that there are: none (the default)
/// and a table of rates.
/// </summary>
public interface ITaxes
{
    /// <summary>The tax on an amount.</summary>
    /// <returns>The tax; or that the address is not enough to tell.</returns>
    TaxResult Calculate(TaxQuestion question);
}

/// <summary>What is taxed.</summary>
/// <param name="MinorUnits">The amount after discounts.</param>
/// <param name="Currency">ISO 4217, lower case.</param>
/// <param name="Behavior">How the price means tax.</param>
/// <param name="Address">Where the buyer is.</param>
/// <param name="TaxId">The buyer's tax id; null when there is none.</param>
/// <param name="IsBusiness">Whether the buyer is a business.</param>
/// <param name="SellerCountry">Where the seller is, ISO 3166-1 alpha-2; null when not said.</param>
public sealed record TaxQuestion(
    long MinorUnits,
    string Currency,
    TaxBehaviorOption Behavior,
    PostalAddress Address,
    TaxId? TaxId,
    bool IsBusiness,
    string? SellerCountry
);

/// <summary>What became of a question about tax. A closed set.</summary>
public abstract record TaxResult
{
    private TaxResult() { }

    /// <summary>The tax.</summary>
    /// <param name="MinorUnits">How much, 0 or more.</param>
    /// <param name="Behavior">Within or on top.</param>
    public sealed record Known(long MinorUnits, TaxBehavior Behavior) : TaxResult;

    /// <summary>The address does not say enough, such as a country whose states have rates of their own.</summary>
    public sealed record Incomplete : TaxResult;
}

/// <summary>A tax id that was checked against the rules of its country (contract polar section 2.6).</summary>
/// <param name="Value">In its normal form, such as <c>FR61954506077</c>.</param>
/// <param name="Format">Its kind, such as <c>eu_vat</c>.</param>
public sealed record TaxId(string Value, string Format);
