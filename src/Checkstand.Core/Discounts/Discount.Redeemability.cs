using Checkstand.Core.Products;

namespace Checkstand.Core.Discounts;

/// <summary>When a discount can be had, and for what (contract polar section 3.4).</summary>
public sealed partial record Discount
{
    /// <summary>Whether it can be redeemed once more: not deleted, begun, not ended, not used up.</summary>
    /// <param name="now">The time.</param>
    /// <param name="redemptions">How often it was redeemed.</param>
    public bool IsRedeemableAt(DateTimeOffset now, int redemptions) =>
        DeletedAt is null && !(StartsAt > now) && !(EndsAt <= now) && !(redemptions >= RedemptionsMax);

    /// <summary>
    /// Whether it takes anything off a purchase: it is for the product, has an amount in the currency if it is fixed, and not
    /// every price is free.
    /// </summary>
    /// <param name="product">What is bought.</param>
    /// <param name="prices">The prices that are paid.</param>
    /// <param name="currency">ISO 4217, lower case.</param>
    public bool Suits(Product product, IReadOnlyList<Price> prices, string currency) =>
        (ProductIds.Count == 0 || ProductIds.Contains(product.Id))
        && (Reduction is not Reduction.Fixed { Amounts: var amounts } || amounts.ContainsKey(currency))
        && prices.Any(price => !price.IsFree);
}
