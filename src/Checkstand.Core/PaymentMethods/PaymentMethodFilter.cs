namespace Checkstand.Core.PaymentMethods;

/// <summary>Which stored payment methods of a merchant account are wanted; null does not filter.</summary>
/// <param name="BuyerId">Those of this buyer.</param>
/// <param name="BuyerExternalIdentifier">Those stored for a buyer of this name.</param>
/// <param name="ExternalIdentifier">Those with this name of the merchant's.</param>
public sealed record PaymentMethodFilter(Guid? BuyerId, string? BuyerExternalIdentifier, string? ExternalIdentifier)
{
    /// <summary>
    /// The buyer that has <see cref="BuyerExternalIdentifier"/> now: its methods count as stored under that name, whatever
    /// they were stored under. Null when no buyer has it.
    /// </summary>
    public Guid? NamedBuyerId { get; init; }
}
