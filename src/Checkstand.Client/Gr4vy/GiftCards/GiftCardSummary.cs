using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer's gift card, with its balance.</summary>
public sealed class GiftCardSummary
{
    /// <summary>Always <c>gift-card</c>.</summary>
    public string Type { get; set; } = "gift-card";

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>First digits of the card number.</summary>
    public string Bin { get; set; } = "";

    /// <summary>Digits after the first ones.</summary>
    public string SubBin { get; set; } = "";

    /// <summary>Last four digits.</summary>
    public string Last4 { get; set; } = "";

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string? Currency { get; set; }

    /// <summary>When the card ends.</summary>
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>What is left on the card, in the currency's smallest unit.</summary>
    public long? Balance { get; set; }

    /// <summary>Why the balance isn't known.</summary>
    public GiftCardErrorCode? BalanceErrorCode { get; set; }

    /// <summary>The provider's own code of that error.</summary>
    public string? BalanceRawErrorCode { get; set; }

    /// <summary>The provider's own text of that error.</summary>
    public string? BalanceRawErrorMessage { get; set; }

    /// <summary>When it was last used.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>How often it was paid with.</summary>
    public int UsageCount { get; set; }

    /// <summary>When the buyer last paid with it in person.</summary>
    public DateTimeOffset? CitLastUsedAt { get; set; }

    /// <summary>How often the buyer paid with it in person.</summary>
    public int CitUsageCount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
