using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A payment and its state.</summary>
public sealed class Transaction
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

    /// <summary>Itinerary, for airlines.</summary>
    public Airline? Airline { get; set; }

    /// <summary>Code with which the issuer answered the authorization.</summary>
    public string? AuthResponseCode { get; set; }

    /// <summary>Outcome of the address check.</summary>
    public AvsResponseCode? AvsResponseCode { get; set; }

    /// <summary>Outcome of the check of the security code.</summary>
    public CvvResponseCode? CvvResponseCode { get; set; }

    /// <summary>What the check for fraud decided.</summary>
    public AntiFraudDecision? AntiFraudDecision { get; set; }

    /// <summary>Where the payment comes from.</summary>
    public TransactionPaymentSource PaymentSource { get; set; }

    /// <summary>Whether the merchant pays without the buyer being there.</summary>
    public bool MerchantInitiated { get; set; }

    /// <summary>Whether an earlier payment set up this one.</summary>
    public bool IsSubsequentPayment { get; set; }

    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>What the buyer's statement says.</summary>
    public StatementDescriptor? StatementDescriptor { get; set; }

    /// <summary>The scheme's id of the payment.</summary>
    public string? SchemeTransactionId { get; set; }

    /// <summary>The scheme's link id of the payment.</summary>
    public string? TransactionLinkId { get; set; }

    /// <summary>Outcome of 3-D Secure.</summary>
    public TransactionThreeDSecureSummary? ThreeDSecure { get; set; }

    /// <summary>The payment service's own id of the transaction.</summary>
    public string? PaymentServiceTransactionId { get; set; }

    /// <summary>Further names that the payment service gave to the transaction.</summary>
    public Dictionary<string, string?> AdditionalIdentifiers { get; set; } = new Dictionary<string, string?>();

    /// <summary>The merchant's own texts by name.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>When the payment was authorized.</summary>
    public DateTimeOffset? AuthorizedAt { get; set; }

    /// <summary>When the money was taken.</summary>
    public DateTimeOffset? CapturedAt { get; set; }

    /// <summary>When the authorization was given up.</summary>
    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CanceledAt { get; set; }

    /// <summary>When the buyer's approval is no longer waited for.</summary>
    public DateTimeOffset? ApprovalExpiresAt { get; set; }

    /// <summary>When the wait for the buyer's approval ended.</summary>
    public DateTimeOffset? BuyerApprovalTimedoutAt { get; set; }

    /// <summary>Whether what was intended has come about.</summary>
    public TransactionIntentOutcome IntentOutcome { get; set; }

    /// <summary>Whether gift cards pay a part.</summary>
    public bool MultiTender { get; set; }

    /// <summary>Whether the payment funds an account, such as a wallet or a prepaid card.</summary>
    public bool AccountFundingTransaction { get; set; }

    /// <summary>Who receives the funds of an account funding transaction.</summary>
    public Recipient? Recipient { get; set; }

    /// <summary>The scheme's advice on trying again.</summary>
    public string? MerchantAdviceCode { get; set; }

    /// <summary>In how many parts the amount is paid.</summary>
    public int? InstallmentCount { get; set; }

    /// <summary>Token for the buyer's browser.</summary>
    public string? SessionToken { get; set; }

    /// <summary>Tax in the currency's smallest unit.</summary>
    public long? TaxAmount { get; set; }

    /// <summary>Tax id of the merchant.</summary>
    public string? MerchantTaxId { get; set; }

    /// <summary>Number of the purchase order.</summary>
    public string? PurchaseOrderNumber { get; set; }

    /// <summary>The customer's own reference.</summary>
    public string? CustomerReferenceNumber { get; set; }

    /// <summary>Whether the amount contains the tax.</summary>
    public bool? AmountIncludesTax { get; set; }

    /// <summary>The supplier's number of the order.</summary>
    public string? SupplierOrderNumber { get; set; }

    /// <summary>Duty in the currency's smallest unit.</summary>
    public long? DutyAmount { get; set; }

    /// <summary>Cost of shipping in the currency's smallest unit.</summary>
    public long? ShippingAmount { get; set; }

    /// <summary>The issuer's code in ISO 8583.</summary>
    public string? IsoResponseCode { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
