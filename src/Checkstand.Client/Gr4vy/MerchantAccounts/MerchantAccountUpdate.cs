using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a merchant account: what is absent stays.</summary>
public sealed class MerchantAccountUpdate
{
    /// <summary>Whether stored cards are kept up to date with the schemes' account updater.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> AccountUpdaterEnabled { get; set; }

    /// <summary>Key that requests to the account updater are encrypted with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AccountUpdaterRequestEncryptionKey { get; set; }

    /// <summary>Name of the key for requests.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AccountUpdaterRequestEncryptionKeyId { get; set; }

    /// <summary>Key that answers of the account updater are decrypted with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AccountUpdaterResponseDecryptionKey { get; set; }

    /// <summary>Name of the key for answers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AccountUpdaterResponseDecryptionKeyId { get; set; }

    /// <summary>
    /// How much more than the authorized amount may be captured, in the currency's smallest unit. 0 to 99,999,999.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> OverCaptureAmount { get; set; }

    /// <summary>How much more than the authorized amount may be captured, in percent. 0 to 99,999,999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> OverCapturePercentage { get; set; }

    /// <summary>Client key of the Loon service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LoonClientKey { get; set; }

    /// <summary>Secret key of the Loon service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LoonSecretKey { get; set; }

    /// <summary>Schemes of the Loon service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<CardScheme>?> LoonAcceptedSchemes { get; set; }

    /// <summary>Account at the Loon service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LoonMerchantAccountId { get; set; }

    /// <summary>Requestor id for network tokens of Visa. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> VisaNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Visa. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> VisaNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of American Express. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AmexNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of American Express. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AmexNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Mastercard. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> MastercardNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Mastercard. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> MastercardNetworkTokensAppId { get; set; }

    /// <summary>Requestor id for network tokens of Discover. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscoverNetworkTokensRequestorId { get; set; }

    /// <summary>Application id for network tokens of Discover. At most 300 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscoverNetworkTokensAppId { get; set; }

    /// <summary>Whether network tokens are provisioned after the payment instead of before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> AsyncNetworkTokensEnabled { get; set; }

    /// <summary>Name for people. 1 to 255 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DisplayName { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
