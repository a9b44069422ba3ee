using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A payment as lists show it.</summary>
public sealed class TransactionSummary
{
    /// <summary>Always <c>transaction</c>.</summary>
    public string Type { get; set; } = "transaction";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>The id in base 62, for use with systems that take short names only.</summary>
    public string ReconciliationId { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long Amount { get; set; }

    /// <summary>Status.</summary>
    public TransactionStatus Status { get; set; }

    /// <summary>Amount that was authorized, in the currency's smallest unit.</summary>
    public long AuthorizedAmount { get; set; }

    /// <summary>Amount that was taken, in the currency's smallest unit.</summary>
    public long CapturedAmount { get; set; }

    /// <summary>Amount that was given back, in the currency's smallest unit.</summary>
    public long RefundedAmount { get; set; }

    /// <summary>Currency that was paid out.</summary>
    public string? SettledCurrency { get; set; }

    /// <summary>Amount that was paid out, in the smallest unit of the settled currency.</summary>
    public long SettledAmount { get; set; }

    /// <summary>Whether the money has been paid out.</summary>
    public bool Settled { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Whether the money is only reserved or taken at once.</summary>
    public TransactionIntent Intent { get; set; }

    /// <summary>Payment method.</summary>
    public TransactionPaymentMethod? PaymentMethod { get; set; }

    /// <summary>Method of payment.</summary>
    public Method? Method { get; set; }

    /// <summary>What was sent to the payment service.</summary>
    public InstrumentType? InstrumentType { get; set; }

    /// <summary>Why it failed, in the API's words; null when it didn't.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The service that the payment went through.</summary>
    public TransactionPaymentService? PaymentService { get; set; }

    /// <summary>Whether a check for fraud is still to be decided by a person.</summary>
    public bool PendingReview { get; set; }

    /// <summary>The buyer.</summary>
    public TransactionBuyer? Buyer { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>Where the goods go.</summary>
    public ShippingDetails? ShippingDetails { get; set; }

    /// <summary>Id of the checkout session that was paid; null when there was none.</summary>
    public string? CheckoutSessionId { get; set; }

    /// <summary>Gift cards that paid a part.</summary>
    public List<GiftCardRedemption> GiftCardRedemptions { get; set; } = [];

    /// <summary>The service of the gift cards.</summary>
    public GiftCardService? GiftCardService { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Whether the buyer disputes the payment.</summary>
    public bool Disputed { get; set; }

    /// <summary>Transaction whose authorization was renewed.</summary>
    public string? ReauthorizedFromTransactionId { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
