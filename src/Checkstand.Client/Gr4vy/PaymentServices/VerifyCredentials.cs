using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Settings that a provider is to be asked about.</summary>
public sealed class VerifyCredentials
{
    /// <summary>Kind of payment service.</summary>
    public string PaymentServiceDefinitionId { get; set; } = "";

    /// <summary>Payment service whose settings stand in for those that aren't given.</summary>
    public string? PaymentServiceId { get; set; }

    /// <summary>Settings to try.</summary>
    public List<PaymentServiceField> Fields { get; set; } = [];

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A session that a provider opened.</summary>
public sealed class CreateSession
{
    /// <summary>Always <c>payment-service-session</c>.</summary>
    public string Type { get; set; } = "payment-service-session";

    /// <summary>Status.</summary>
    [JsonRequired]
    public CreateSessionStatus Status { get; set; }

    /// <summary>Code of the outcome.</summary>
    public string? Code { get; set; }

    /// <summary>Status of the provider's HTTP answer.</summary>
    public int? StatusCode { get; set; }

    /// <summary>What the provider answered.</summary>
    public JsonElement? ResponseBody { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
