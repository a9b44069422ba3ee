using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A stored gift card.</summary>
public sealed class GiftCard
{
    /// <summary>Always <c>gift-card</c>.</summary>
    public string Type { get; set; } = "gift-card";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>The service of the gift cards.</summary>
    [JsonRequired]
    public GiftCardService GiftCardService { get; set; } = null!;

    /// <summary>First digits of the card number.</summary>
    public string Bin { get; set; } = "";

    /// <summary>Digits after the first ones.</summary>
    public string SubBin { get; set; } = "";

    /// <summary>Last four digits.</summary>
    public string Last4 { get; set; } = "";

    /// <summary>When the card ends.</summary>
    public DateTimeOffset? ExpirationDate { get; set; }

    /// <summary>The buyer.</summary>
    public Buyer? Buyer { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

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

/// <summary>A service that issues gift cards.</summary>
public sealed class GiftCardService
{
    /// <summary>Always <c>gift-card-service</c>.</summary>
    public string Type { get; set; } = "gift-card-service";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Kind of gift card service.</summary>
    public GiftCardServiceProvider GiftCardServiceDefinitionId { get; set; }

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
