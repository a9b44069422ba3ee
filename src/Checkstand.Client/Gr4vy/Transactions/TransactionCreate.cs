using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A payment to be made.</summary>
public sealed class TransactionCreate
{
    // Nullable although it is required: 0 is a payment too, and one that nobody meant would be approved.
    /// <summary>
    /// Amount in the currency's smallest unit. 0 checks the card without charging it. 0 to 99,999,999. Required.
    /// </summary>
    public long? Amount { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string Currency { get; set; } = "";

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>What is paid with.</summary>
    public TransactionPaymentMethodCreate? PaymentMethod { get; set; }

    /// <summary>A buyer without a record of their own.</summary>
    public GuestBuyer? Buyer { get; set; }

    /// <summary>Id of the buyer's record.</summary>
    public string? BuyerId { get; set; }

    /// <summary>The merchant's own name for the buyer. 1 to 200 characters.</summary>
    public string? BuyerExternalIdentifier { get; set; }

    /// <summary>Gift cards that pay a part.</summary>
    public List<GiftCardTransactionCreate>? GiftCards { get; set; }

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Whether the money is only reserved or taken at once. Absent means <c>authorize</c>.</summary>
    public TransactionIntent? Intent { get; set; }

    /// <summary>Whether the card is stored once the payment is approved. Absent means <c>false</c>.</summary>
    public bool? Store { get; set; }

    /// <summary>Outcome of a 3-D Secure check that was made elsewhere.</summary>
    public ThreeDSecureData? ThreeDSecureData { get; set; }

    /// <summary>How 3-D Secure is done.</summary>
    public ThreeDSecure? ThreeDSecure { get; set; }

    /// <summary>The merchant's own texts by name.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>Whether an earlier payment set up this one. Absent means <c>false</c>.</summary>
    public bool? IsSubsequentPayment { get; set; }

    /// <summary>Whether the merchant pays without the buyer being there. Absent means <c>false</c>.</summary>
    public bool? MerchantInitiated { get; set; }

    /// <summary>Where the payment comes from. Absent means <c>ecommerce</c>.</summary>
    public TransactionPaymentSource? PaymentSource { get; set; }

    /// <summary>Itinerary, for airlines.</summary>
    public Airline? Airline { get; set; }

    /// <summary>What is paid for.</summary>
    public string? Description { get; set; }

    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>What the buyer's statement says.</summary>
    public StatementDescriptor? StatementDescriptor { get; set; }

    /// <summary>The scheme's id of the payment that this one follows. 1 to 100 characters.</summary>
    public string? PreviousSchemeTransactionId { get; set; }

    /// <summary>The scheme's link id of the payment that this one follows. 1 to 100 characters.</summary>
    public string? PreviousTransactionLinkId { get; set; }

    /// <summary>The buyer's browser, for 3-D Secure.</summary>
    public BrowserInfo? BrowserInfo { get; set; }

    /// <summary>Id of one of the buyer's stored shipping details.</summary>
    public string? ShippingDetailsId { get; set; }

    /// <summary>Options for single connectors, by the connector's name, such as <c>mock-card</c>.</summary>
    public Dictionary<string, JsonElement>? ConnectionOptions { get; set; }

    /// <summary>Whether the payment service may capture later. Absent means <c>false</c>.</summary>
    public bool? AsyncCapture { get; set; }

    /// <summary>Fingerprint of the buyer's device, as the check for fraud wants it.</summary>
    public string? AntiFraudFingerprint { get; set; }

    /// <summary>Payment service that is to be tried.</summary>
    public string? PaymentServiceId { get; set; }

    /// <summary>
    /// Whether the payment funds an account, such as a wallet or a prepaid card. Absent means <c>false</c>.
    /// </summary>
    public bool? AccountFundingTransaction { get; set; }

    /// <summary>Whether less than the amount may be approved. Absent means <c>false</c>.</summary>
    public bool? AllowPartialAuthorization { get; set; }

    /// <summary>Who receives the funds of an account funding transaction.</summary>
    public Recipient? Recipient { get; set; }

    /// <summary>In how many parts the amount is paid. 1 to 100.</summary>
    public int? InstallmentCount { get; set; }

    /// <summary>Tax in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? TaxAmount { get; set; }

    /// <summary>Tax id of the merchant. 1 to 100 characters.</summary>
    public string? MerchantTaxId { get; set; }

    /// <summary>Number of the purchase order. 1 to 100 characters.</summary>
    public string? PurchaseOrderNumber { get; set; }

    /// <summary>The customer's own reference. 1 to 100 characters.</summary>
    public string? CustomerReferenceNumber { get; set; }

    /// <summary>Whether the amount contains the tax.</summary>
    public bool? AmountIncludesTax { get; set; }

    /// <summary>The supplier's number of the order. 1 to 100 characters.</summary>
    public string? SupplierOrderNumber { get; set; }

    /// <summary>Duty in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? DutyAmount { get; set; }

    /// <summary>Cost of shipping in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? ShippingAmount { get; set; }

    /// <summary>Where the buyer pays.</summary>
    public IntegrationClient? IntegrationClient { get; set; }

    /// <summary>When the buyer's approval is no longer waited for.</summary>
    public DateTimeOffset? ApprovalExpiresAt { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
