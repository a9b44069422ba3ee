namespace Checkstand.Client.Gr4vy;

/// <summary>Which payments a list has: those that fit everything that is said here.</summary>
public sealed class TransactionFilter
{
    /// <summary>Made at this time or before.</summary>
    public DateTimeOffset? CreatedAtLte { get; set; }

    /// <summary>Made at this time or after.</summary>
    public DateTimeOffset? CreatedAtGte { get; set; }

    /// <summary>Last changed at this time or before.</summary>
    public DateTimeOffset? UpdatedAtLte { get; set; }

    /// <summary>Last changed at this time or after.</summary>
    public DateTimeOffset? UpdatedAtGte { get; set; }

    /// <summary>Some text of the transaction contains this.</summary>
    public string? Search { get; set; }

    /// <summary>Of the buyer with this name of the merchant's own.</summary>
    public string? BuyerExternalIdentifier { get; set; }

    /// <summary>Of the buyer with this id.</summary>
    public string? BuyerId { get; set; }

    /// <summary>Of a buyer with this email address.</summary>
    public string? BuyerEmailAddress { get; set; }

    /// <summary>Made from this address.</summary>
    public string? IpAddress { get; set; }

    /// <summary>In one of these states.</summary>
    public IReadOnlyList<TransactionStatus>? Status { get; set; }

    /// <summary>With this id.</summary>
    public string? Id { get; set; }

    /// <summary>With this id of the payment service's own.</summary>
    public string? PaymentServiceTransactionId { get; set; }

    /// <summary>With this name of the merchant's own.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>With these texts of the merchant's own; each is a JSON object.</summary>
    public IReadOnlyList<string>? Metadata { get; set; }

    /// <summary>Of this amount in the currency's smallest unit.</summary>
    public long? AmountEq { get; set; }

    /// <summary>Of this amount or less, in the currency's smallest unit.</summary>
    public long? AmountLte { get; set; }

    /// <summary>Of this amount or more, in the currency's smallest unit.</summary>
    public long? AmountGte { get; set; }

    /// <summary>In one of these currencies of ISO 4217.</summary>
    public IReadOnlyList<string>? Currency { get; set; }

    /// <summary>In one of these countries of ISO 3166-1.</summary>
    public IReadOnlyList<string>? Country { get; set; }

    /// <summary>Through one of these payment services.</summary>
    public IReadOnlyList<string>? PaymentServiceId { get; set; }

    /// <summary>With the stored payment method of this id.</summary>
    public string? PaymentMethodId { get; set; }

    /// <summary>With a payment method of this label, such as the last four digits.</summary>
    public string? PaymentMethodLabel { get; set; }

    /// <summary>With a card of one of these schemes.</summary>
    public IReadOnlyList<CardScheme>? PaymentMethodScheme { get; set; }

    /// <summary>With a payment method of this country.</summary>
    public string? PaymentMethodCountry { get; set; }

    /// <summary>With the card of this fingerprint.</summary>
    public string? PaymentMethodFingerprint { get; set; }

    /// <summary>With one of these methods of payment.</summary>
    public IReadOnlyList<Method>? Method { get; set; }

    /// <summary>Failed for one of these reasons.</summary>
    public IReadOnlyList<string>? ErrorCode { get; set; }

    /// <summary>With refunds, or without.</summary>
    public bool? HasRefunds { get; set; }

    /// <summary>Waiting for a person, or not.</summary>
    public bool? PendingReview { get; set; }

    /// <summary>Made with this checkout session.</summary>
    public string? CheckoutSessionId { get; set; }

    /// <summary>Made with this payment link.</summary>
    public string? PaymentLinkId { get; set; }

    /// <summary>With this id in base 62.</summary>
    public string? ReconciliationId { get; set; }

    /// <summary>With gift cards, or without.</summary>
    public bool? HasGiftCardRedemptions { get; set; }

    /// <summary>With this gift card.</summary>
    public string? GiftCardId { get; set; }

    /// <summary>With a gift card of these last four digits.</summary>
    public string? GiftCardLast4 { get; set; }

    /// <summary>Settled, or not.</summary>
    public bool? HasSettlements { get; set; }

    /// <summary>With a card of these first digits.</summary>
    public string? PaymentMethodBin { get; set; }

    /// <summary>From one of these sources.</summary>
    public IReadOnlyList<TransactionPaymentSource>? PaymentSource { get; set; }

    /// <summary>Set up by an earlier payment, or not.</summary>
    public bool? IsSubsequentPayment { get; set; }

    /// <summary>Made without the buyer, or with.</summary>
    public bool? MerchantInitiated { get; set; }

    /// <summary>With 3-D Secure, or without.</summary>
    public bool? Used3ds { get; set; }

    /// <summary>Disputed, or not.</summary>
    public bool? Disputed { get; set; }

    /// <summary>With an authorization that was renewed from this transaction.</summary>
    public string? ReauthorizedFromTransactionId { get; set; }

    /// <summary>Of buyers whose names contain one of these.</summary>
    public IReadOnlyList<string>? BuyerSearch { get; set; }
}
