using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A merchant account: buyers, sessions and payments belong to one.</summary>
public sealed class MerchantAccount
{
    /// <summary>Always <c>merchant-account</c>.</summary>
    public string Type { get; set; } = "merchant-account";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Client key of the Loon service.</summary>
    public string? LoonClientKey { get; set; }

    /// <summary>Secret key of the Loon service.</summary>
    public string? LoonSecretKey { get; set; }

    /// <summary>Schemes of the Loon service.</summary>
    public List<CardScheme>? LoonAcceptedSchemes { get; set; }

    /// <summary>Account at the Loon service.</summary>
    public string? LoonMerchantAccountId { get; set; }

    /// <summary>Key that requests to the account updater are encrypted with.</summary>
    public string? AccountUpdaterRequestEncryptionKey { get; set; }

    /// <summary>Name of the key for requests.</summary>
    public string? AccountUpdaterRequestEncryptionKeyId { get; set; }

    /// <summary>Key that answers of the account updater are decrypted with.</summary>
    public string? AccountUpdaterResponseDecryptionKey { get; set; }

    /// <summary>Name of the key for answers.</summary>
    public string? AccountUpdaterResponseDecryptionKeyId { get; set; }

    /// <summary>Whether stored cards are kept up to date with the schemes' account updater.</summary>
    public bool AccountUpdaterEnabled { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in the currency's smallest unit.</summary>
    public long? OverCaptureAmount { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in percent.</summary>
    public int? OverCapturePercentage { get; set; }

    /// <summary>Requestor id for network tokens of Visa.</summary>
    public string? VisaNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Visa.</summary>
    public string? VisaNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of American Express.</summary>
    public string? AmexNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of American Express.</summary>
    public string? AmexNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Mastercard.</summary>
    public string? MastercardNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Mastercard.</summary>
    public string? MastercardNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Discover.</summary>
    public string? DiscoverNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Discover.</summary>
    public string? DiscoverNetworkTokensAppId { get; set; }

    /// <summary>Whether network tokens are provisioned after the payment instead of before.</summary>
    public bool AsyncNetworkTokensEnabled { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A merchant account as other answers show it.</summary>
public sealed class MerchantAccountSummary
{
    /// <summary>Always <c>merchant-account</c>.</summary>
    public string Type { get; set; } = "merchant-account";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in the currency's smallest unit.</summary>
    public long? OverCaptureAmount { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in percent.</summary>
    public int? OverCapturePercentage { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
