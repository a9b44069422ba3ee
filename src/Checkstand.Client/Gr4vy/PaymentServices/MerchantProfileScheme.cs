using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>The merchant as a card scheme knows it, for 3-D Secure.</summary>
public sealed class MerchantProfileScheme
{
    /// <summary>The acquirer's BIN. At most 11 characters.</summary>
    public string MerchantAcquirerBin { get; set; } = "";

    /// <summary>The merchant's id at the acquirer. At most 35 characters.</summary>
    public string MerchantAcquirerId { get; set; } = "";

    /// <summary>Name of the merchant. At most 40 characters.</summary>
    public string MerchantName { get; set; } = "";

    /// <summary>Country of the merchant, in three digits of ISO 3166-1.</summary>
    public string MerchantCountryCode { get; set; } = "";

    /// <summary>Category of the merchant, in four digits. 4 characters.</summary>
    public string MerchantCategoryCode { get; set; } = "";

    /// <summary>Address of the merchant.</summary>
    public string MerchantUrl { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>The merchant as a card scheme knows it, as it is stored.</summary>
public sealed class MerchantProfileSchemeSummary
{
    /// <summary>The acquirer's BIN.</summary>
    public string MerchantAcquirerBin { get; set; } = "";

    /// <summary>The merchant's id at the acquirer.</summary>
    public string MerchantAcquirerId { get; set; } = "";

    /// <summary>Name of the merchant.</summary>
    public string MerchantName { get; set; } = "";

    /// <summary>Country of the merchant, in three digits of ISO 3166-1.</summary>
    public string MerchantCountryCode { get; set; } = "";

    /// <summary>Category of the merchant, in four digits.</summary>
    public string MerchantCategoryCode { get; set; } = "";

    /// <summary>Address of the merchant.</summary>
    public string MerchantUrl { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
