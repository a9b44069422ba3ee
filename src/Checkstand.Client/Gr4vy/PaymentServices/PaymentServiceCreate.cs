using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A new connection to a provider.</summary>
public sealed class PaymentServiceCreate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Kind of payment service. 1 to 50 characters.</summary>
    public string PaymentServiceDefinitionId { get; set; } = "";

    /// <summary>Settings of the service.</summary>
    public List<PaymentServiceField> Fields { get; set; } = [];

    /// <summary>Settings for reports.</summary>
    public List<PaymentServiceField>? ReportingFields { get; set; }

    /// <summary>Place in the order in which services are tried; lower is earlier.</summary>
    public int? Position { get; set; }

    /// <summary>Currencies of ISO 4217 that the service takes. One at least.</summary>
    public List<string> AcceptedCurrencies { get; set; } = [];

    /// <summary>Countries of ISO 3166-1 that the service takes payments from. One at least.</summary>
    public List<string> AcceptedCountries { get; set; } = [];

    /// <summary>Whether payments are sent to the service. Absent means <c>true</c>.</summary>
    public bool? Active { get; set; }

    /// <summary>Whether the service does 3-D Secure. Absent means <c>false</c>.</summary>
    public bool? ThreeDSecureEnabled { get; set; }

    /// <summary>Profile of the merchant by card scheme, for 3-D Secure.</summary>
    public Dictionary<string, MerchantProfileScheme?>? MerchantProfile { get; set; }

    /// <summary>Whether the service stores payment methods of its own.</summary>
    public bool? PaymentMethodTokenizationEnabled { get; set; }

    /// <summary>Whether network tokens are used.</summary>
    public bool? NetworkTokensEnabled { get; set; }

    /// <summary>Whether stored cards can be used with other services.</summary>
    public bool? OpenLoop { get; set; }

    /// <summary>Whether settlements are reported. Absent means <c>false</c>.</summary>
    public bool? SettlementReportingEnabled { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A setting of a payment service. Answers show it: it is no place for secrets.</summary>
public sealed class PaymentServiceField
{
    /// <summary>Name of the setting. 1 to 50 characters.</summary>
    public string Key { get; set; } = "";

    /// <summary>Value of the setting. 1 to 10000 characters.</summary>
    public string Value { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
