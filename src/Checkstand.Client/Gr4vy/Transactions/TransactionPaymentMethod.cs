using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a transaction was paid with.</summary>
public sealed class TransactionPaymentMethod
{
    /// <summary>Always <c>payment-method</c>.</summary>
    public string Type { get; set; } = "payment-method";

    /// <summary>Page on which the buyer approves; null when nobody has to.</summary>
    public string? ApprovalUrl { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string? Currency { get; set; }

    /// <summary>What is known of the card.</summary>
    public PaymentMethodDetailsCard? Details { get; set; }

    /// <summary>End of the card's life as <c>MM/YY</c>.</summary>
    public string? ExpirationDate { get; set; }

    /// <summary>The same for one card number within a merchant account; the number can't be told from it.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Last four digits of the card, or what else names it to the buyer.</summary>
    public string? Label { get; set; }

    /// <summary>When a newer card replaced it.</summary>
    public DateTimeOffset? LastReplacedAt { get; set; }

    /// <summary>Method of payment.</summary>
    public Method Method { get; set; }

    /// <summary>How the method is used.</summary>
    public Mode? Mode { get; set; }

    /// <summary>Card scheme.</summary>
    public CardScheme? Scheme { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Where the approval page opens.</summary>
    public ApprovalTarget? ApprovalTarget { get; set; }

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>The scheme's name for the account behind the card.</summary>
    public string? PaymentAccountReference { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What is known of a card.</summary>
public sealed class PaymentMethodDetailsCard
{
    /// <summary>First digits of the card number.</summary>
    public string? Bin { get; set; }

    /// <summary>Credit, debit or prepaid.</summary>
    public CardType? CardType { get; set; }

    /// <summary>Name of the issuer.</summary>
    public string? CardIssuerName { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>The payment service that a transaction went through.</summary>
public sealed class TransactionPaymentService
{
    /// <summary>Always <c>payment-service</c>.</summary>
    public string Type { get; set; } = "payment-service";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Kind of payment service.</summary>
    public string PaymentServiceDefinitionId { get; set; } = "";

    /// <summary>Method of payment.</summary>
    public Method Method { get; set; }

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>The buyer of a transaction.</summary>
public sealed class TransactionBuyer
{
    /// <summary>Always <c>buyer</c>.</summary>
    public string Type { get; set; } = "buyer";

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>The id in base 62, for use with systems that take short names only.</summary>
    public string? ReconciliationId { get; set; }

    /// <summary>Name for people.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    public BillingDetails? BillingDetails { get; set; }

    /// <summary>Number of the account that the buyer has with the merchant.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
