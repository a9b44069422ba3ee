using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A new merchant account.</summary>
public sealed class MerchantAccountCreate
{
    /// <summary>
    /// Whether stored cards are kept up to date with the schemes' account updater. Absent means <c>false</c>.
    /// </summary>
    public bool? AccountUpdaterEnabled { get; set; }

    /// <summary>Key that requests to the account updater are encrypted with.</summary>
    public string? AccountUpdaterRequestEncryptionKey { get; set; }

    /// <summary>Name of the key for requests.</summary>
    public string? AccountUpdaterRequestEncryptionKeyId { get; set; }

    /// <summary>Key that answers of the account updater are decrypted with.</summary>
    public string? AccountUpdaterResponseDecryptionKey { get; set; }

    /// <summary>Name of the key for answers.</summary>
    public string? AccountUpdaterResponseDecryptionKeyId { get; set; }

    /// <summary>
    /// How much more than the authorized amount may be captured, in the currency's smallest unit. 0 to 99,999,999.
    /// </summary>
    public long? OverCaptureAmount { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in percent. 0 to 99,999,999.</summary>
    public int? OverCapturePercentage { get; set; }

    /// <summary>Client key of the Loon service.</summary>
    public string? LoonClientKey { get; set; }

    /// <summary>Secret key of the Loon service.</summary>
    public string? LoonSecretKey { get; set; }

    /// <summary>Schemes of the Loon service.</summary>
    public List<CardScheme>? LoonAcceptedSchemes { get; set; }

    /// <summary>Account at the Loon service.</summary>
    public string? LoonMerchantAccountId { get; set; }

    /// <summary>Requestor id for network tokens of Visa. At most 300 characters.</summary>
    public string? VisaNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Visa. At most 300 characters.</summary>
    public string? VisaNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of American Express. At most 300 characters.</summary>
    public string? AmexNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of American Express. At most 300 characters.</summary>
    public string? AmexNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Mastercard. At most 300 characters.</summary>
    public string? MastercardNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Mastercard. At most 300 characters.</summary>
    public string? MastercardNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Discover. At most 300 characters.</summary>
    public string? DiscoverNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Discover. At most 300 characters.</summary>
    public string? DiscoverNetworkTokensAppId { get; set; }

    /// <summary>
    /// Whether network tokens are provisioned after the payment instead of before. Absent means <c>false</c>.
    /// </summary>
    public bool? AsyncNetworkTokensEnabled { get; set; }

    /// <summary>Name in requests: letters, digits and hyphens. 1 to 50 characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>Name for people. 1 to 255 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
