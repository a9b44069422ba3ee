using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A connection to a provider.</summary>
public sealed class PaymentService
{
    /// <summary>Always <c>payment-service</c>.</summary>
    public string Type { get; set; } = "payment-service";

    /// <summary>Id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Merchant account that it belongs to.</summary>
    public string MerchantAccountId { get; set; } = "";

    /// <summary>Kind of payment service.</summary>
    public string PaymentServiceDefinitionId { get; set; } = "";

    /// <summary>Whether payments are sent to the service.</summary>
    public bool Active { get; set; }

    /// <summary>Method of payment.</summary>
    public Method Method { get; set; }

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Place in the order in which services are tried; lower is earlier.</summary>
    public int Position { get; set; }

    /// <summary>Status.</summary>
    public PaymentServiceStatus Status { get; set; }

    /// <summary>Currencies of ISO 4217 that the service takes.</summary>
    public List<string> AcceptedCurrencies { get; set; } = [];

    /// <summary>Countries of ISO 3166-1 that the service takes payments from.</summary>
    public List<string> AcceptedCountries { get; set; } = [];

    /// <summary>Whether the service stores payment methods of its own.</summary>
    public bool PaymentMethodTokenizationEnabled { get; set; }

    /// <summary>Whether network tokens are used.</summary>
    public bool NetworkTokensEnabled { get; set; }

    /// <summary>Whether stored cards can be used with other services.</summary>
    public bool OpenLoop { get; set; }

    /// <summary>Whether settlements are reported.</summary>
    public bool SettlementReportingEnabled { get; set; }

    /// <summary>Whether the service does 3-D Secure.</summary>
    public bool? ThreeDSecureEnabled { get; set; }

    /// <summary>Profile of the merchant by card scheme, for 3-D Secure.</summary>
    public Dictionary<string, MerchantProfileSchemeSummary?>? MerchantProfile { get; set; }

    /// <summary>Where the provider reports to.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Settings of the service.</summary>
    public List<PaymentServiceField>? Fields { get; set; }

    /// <summary>Settings for reports.</summary>
    public List<PaymentServiceField>? ReportingFields { get; set; }

    /// <summary>Whether it was deleted.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
