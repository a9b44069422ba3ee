namespace Checkstand.Core.Payments;

/// <summary>What a merchant wants to be paid, and how; a dialect reads it from a request and the session's content.</summary>
public sealed record PaymentOrder
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Reserve only, or take at once.</summary>
    public PaymentIntent Intent { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country; null when not said.</summary>
    public string? Country { get; init; }

    /// <summary>The one payment service that may be used; null for any.</summary>
    public Guid? PaymentServiceId { get; init; }

    /// <summary>The merchant's own id; null when none was given.</summary>
    public string? ExternalIdentifier { get; init; }

    /// <summary>The stored buyer; null when none was named.</summary>
    public Guid? BuyerId { get; init; }

    /// <summary>The merchant's own id of the buyer; null when none was given.</summary>
    public string? BuyerExternalIdentifier { get; init; }

    /// <summary>Billing postal code for address verification; null when none is known.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Where the buyer goes after a challenge; null when the merchant named no page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// When the merchant stops waiting for the buyer's challenge; null, and later than <see cref="Payment.ApprovalTime"/>,
    /// for as long as that.
    /// </summary>
    public DateTimeOffset? ApprovalExpiresAt { get; init; }

    /// <summary>What the buyer's statement should say; null for the provider's default.</summary>
    public string? StatementDescriptor { get; init; }

    /// <summary>Whether the merchant, not the buyer, started this payment.</summary>
    public bool IsMerchantInitiated { get; init; }

    /// <summary>Set when the card is to be stored once the payment is approved; null when it is not to be.</summary>
    public StoreWish? StoreWish { get; init; }

    /// <summary>Everything else that the merchant said, in the dialect's own form: carried, not judged.</summary>
    public JsonText Said { get; init; }

    /// <summary>Why it can't be paid, whoever pays; null when it can.</summary>
    public PaymentProblem? Problem =>
        Intent == PaymentIntent.Capture && Amount.MinorUnits == 0 ? new PaymentProblem.NothingToCapture() : null;
}

/// <summary>That the card of a payment is to be stored, for the buyer of its order.</summary>
/// <param name="ExternalIdentifier">The merchant's own name of the method, 1 to 200 characters; null when it has none.</param>
public sealed record StoreWish(string? ExternalIdentifier);
