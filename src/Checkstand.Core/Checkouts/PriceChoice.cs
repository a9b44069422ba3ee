using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>Which prices of a product are paid, and in which currency (contract polar section 2.4).</summary>
/// <param name="Currency">ISO 4217, lower case.</param>
/// <param name="Prices">The prices, one or more.</param>
public sealed record PriceChoice(string Currency, IReadOnlyList<Price> Prices)
{
    /// <summary>The one that older clients show as the price: the first whose amount is known at once.</summary>
    public Price Default => Prices.FirstOrDefault(price => price.IsStatic) ?? Prices[0];

    /// <summary>The prices in the first of some currencies that has any; null when none has.</summary>
    public static PriceChoice? Of(IReadOnlyList<Price> prices, params ReadOnlySpan<string> currencies)
    {
        foreach (var currency in currencies)
        {
            if (prices.Where(price => !price.IsArchived && price.Currency == currency).ToList() is [_, ..] found)
            {
                return new PriceChoice(currency, found);
            }
        }

        return null;
    }
}
