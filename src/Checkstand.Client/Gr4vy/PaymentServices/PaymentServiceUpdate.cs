using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a payment service: what is absent or null stays.</summary>
public sealed class PaymentServiceUpdate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DisplayName { get; set; }

    /// <summary>Settings to change, one by one; an empty value takes one away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<PaymentServiceField>?> Fields { get; set; }

    /// <summary>Settings for reports to change, one by one; an empty value takes one away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<PaymentServiceField>?> ReportingFields { get; set; }

    /// <summary>Place in the order in which services are tried; lower is earlier.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> Position { get; set; }

    /// <summary>Currencies of ISO 4217 that the service takes. One at least.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> AcceptedCurrencies { get; set; }

    /// <summary>Countries of ISO 3166-1 that the service takes payments from. One at least.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> AcceptedCountries { get; set; }

    /// <summary>Whether payments are sent to the service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> Active { get; set; }

    /// <summary>Whether the service does 3-D Secure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> ThreeDSecureEnabled { get; set; }

    /// <summary>Profile of the merchant by card scheme, for 3-D Secure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Dictionary<string, MerchantProfileScheme?>?> MerchantProfile { get; set; }

    /// <summary>Whether the service stores payment methods of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> PaymentMethodTokenizationEnabled { get; set; }

    /// <summary>Whether network tokens are used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> NetworkTokensEnabled { get; set; }

    /// <summary>Whether stored cards can be used with other services.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> OpenLoop { get; set; }

    /// <summary>Whether settlements are reported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> SettlementReportingEnabled { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
