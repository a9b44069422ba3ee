using System.Text.Json.Serialization;
using Checkstand.Core.Discounts;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>What a checkout asks of its buyer, worked out from its prices, discount and trial (contract polar section 3.5).</summary>
/// <param name="IsFree">Every price of the product is free.</param>
/// <param name="IsDiscountApplicable">Some price is not free.</param>
/// <param name="IsPaymentRequired">Money is to be paid now.</param>
/// <param name="IsSetupRequired">A card is to be kept for later payments.</param>
public sealed record PaymentNeeds(bool IsFree, bool IsDiscountApplicable, bool IsPaymentRequired, bool IsSetupRequired)
{
    /// <summary>Whether a card is asked for.</summary>
    [JsonIgnore]
    public bool IsFormRequired => IsPaymentRequired || IsSetupRequired;

    /// <summary>What is needed.</summary>
    /// <param name="product">What is bought.</param>
    /// <param name="prices">The prices that are paid.</param>
    /// <param name="discount">The discount; null for none.</param>
    /// <param name="amount">What the prices come to, before discount and tax.</param>
    /// <param name="reduced">What is left of it after the discount; with tax it is more than 0 exactly when this is.</param>
    /// <param name="hasTrial">Whether a trial comes first.</param>
    public static PaymentNeeds Of(
        Product product,
        IReadOnlyList<Price> prices,
        Discount? discount,
        long amount,
        long reduced,
        bool hasTrial
    )
    {
        var isFree = prices.All(price => price.IsFree);
        var isNothingEver = amount == 0 && prices.All(price => price.IsStatic);
        var isAllTakenOff =
            discount is { Reduction: Reduction.Percentage { BasisPoints: 10_000 }, Duration: DiscountDuration.Forever };
        return new PaymentNeeds(
            isFree,
            !isFree,
            reduced > 0 && !hasTrial,
            product.IsRecurring && !isFree && !isNothingEver && !isAllTakenOff
        );
    }
}
