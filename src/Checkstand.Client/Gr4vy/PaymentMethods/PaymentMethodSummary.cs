using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer's stored payment method.</summary>
public sealed class PaymentMethodSummary
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
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>Other schemes that the card can be charged through.</summary>
    public List<CardScheme>? AdditionalSchemes { get; set; }

    /// <summary>When the buyer last paid with it in person.</summary>
    public DateTimeOffset? CitLastUsedAt { get; set; }

    /// <summary>How often the buyer paid with it in person.</summary>
    public int CitUsageCount { get; set; }

    /// <summary>Whether the issuer has sent a newer card.</summary>
    public bool HasReplacement { get; set; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>How often it was paid with.</summary>
    public int UsageCount { get; set; }

    /// <summary>The scheme's id of the payment that set up the card for later ones.</summary>
    public string? SchemeTransactionId { get; set; }

    /// <summary>Scheme that gave that id.</summary>
    public CardScheme? SchemeTransactionIdScheme { get; set; }

    /// <summary>The scheme's link id of the payment that set up the card.</summary>
    public string? TransactionLinkId { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
