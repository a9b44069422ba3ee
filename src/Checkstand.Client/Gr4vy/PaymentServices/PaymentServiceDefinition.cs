using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A kind of payment service.</summary>
public sealed class PaymentServiceDefinition
{
    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Always <c>payment-service-definition</c>.</summary>
    public string Type { get; set; } = "payment-service-definition";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Method of payment.</summary>
    public Method Method { get; set; }

    /// <summary>Settings that a service of this kind takes.</summary>
    public List<DefinitionField> Fields { get; set; } = [];

    /// <summary>Settings for reports that a service of this kind takes.</summary>
    public List<DefinitionField> ReportingFields { get; set; } = [];

    /// <summary>Currencies of ISO 4217 that a service of this kind can take.</summary>
    public List<string> SupportedCurrencies { get; set; } = [];

    /// <summary>Countries of ISO 3166-1 that a service of this kind can take payments from.</summary>
    public List<string> SupportedCountries { get; set; } = [];

    /// <summary>How the method is used.</summary>
    public Mode Mode { get; set; }

    /// <summary>Address of the icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>What a service of this kind can do, by name.</summary>
    public Dictionary<string, bool> SupportedFeatures { get; set; } = new Dictionary<string, bool>();

    /// <summary>What a buyer must fill in.</summary>
    public List<RequiredCheckoutFields> RequiredCheckoutFields { get; set; } = [];

    /// <summary>How the service wants to be shown.</summary>
    [JsonRequired]
    public PaymentServiceConfiguration Configuration { get; set; } = null!;

    /// <summary>Where buyers can pay through it.</summary>
    public List<IntegrationClient>? SupportedIntegrationClients { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A setting that services of a kind take.</summary>
public sealed class DefinitionField
{
    /// <summary>Name of the setting.</summary>
    public string Key { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether a service needs it.</summary>
    public bool Required { get; set; }

    /// <summary>Form of its values.</summary>
    public DefinitionFieldFormat Format { get; set; }

    /// <summary>Whether its values are secrets.</summary>
    public bool Secret { get; set; }

    /// <summary>Whether it can be verified.</summary>
    public bool Verifiable { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What buyers must fill in.</summary>
public sealed class RequiredCheckoutFields
{
    /// <summary>Names of what a buyer must fill in.</summary>
    public List<string> RequiredFields { get; set; } = [];

    /// <summary>When the fields are needed.</summary>
    public JsonElement? Conditions { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>How services of a kind want to be shown.</summary>
public sealed class PaymentServiceConfiguration
{
    /// <summary>Where the approval page opens.</summary>
    public ApprovalTarget ApprovalUiTarget { get; set; }

    /// <summary>Height of the approval page, in <c>vh</c> or <c>px</c>.</summary>
    public string ApprovalUiHeight { get; set; } = "";

    /// <summary>Width of the approval page, in <c>vw</c> or <c>px</c>.</summary>
    public string ApprovalUiWidth { get; set; } = "";

    /// <summary>How many items a cart may have at most.</summary>
    public int CartItemsLimit { get; set; }

    /// <summary>Whether a payment needs a cart.</summary>
    public bool CartItemsRequired { get; set; }

    /// <summary>Whether the items must add up to the amount.</summary>
    public bool CartItemsShouldMatchAmount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
