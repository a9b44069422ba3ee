namespace Checkstand.Core.PaymentMethods;

/// <summary>What a merchant says of a payment method that is to be stored.</summary>
/// <param name="BuyerId">The buyer to store it for; null for nobody.</param>
/// <param name="BuyerExternalIdentifier">The buyer as the merchant names him; null when not said.</param>
/// <param name="ExternalIdentifier">The merchant's own name of the method; null when not said.</param>
public sealed record NewPaymentMethod(Guid? BuyerId, string? BuyerExternalIdentifier, string? ExternalIdentifier);
