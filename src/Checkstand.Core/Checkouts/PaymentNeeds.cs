namespace Checkstand.Core.Checkouts;

/// <summary>What a checkout asks of its buyer, worked out from its prices, discount and trial (contract polar section 3.5).</summary>
/// <param name="IsFree">Every price of the product is free.</param>
/// <param name="IsDiscountApplicable">Some price is not free.</param>
/// <param name="IsPaymentRequired">Money is to be paid now.</param>
/// <param name="IsSetupRequired">A card is to be kept for later payments.</param>
public sealed record PaymentNeeds(bool IsFree, bool IsDiscountApplicable, bool IsPaymentRequired, bool IsSetupRequired)
{
    /// <summary>Whether a card is asked for.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFormRequired => IsPaymentRequired || IsSetupRequired;
}
