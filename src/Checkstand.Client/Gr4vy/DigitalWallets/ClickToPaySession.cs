using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>The session that Click to Pay is for.</summary>
internal sealed class ClickToPaySessionRequest
{
    /// <summary>Id of the checkout session.</summary>
    public string CheckoutSessionId { get; set; } = "";

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>The digital payment application that Click to Pay opens with.</summary>
public sealed class ClickToPaySession
{
    /// <summary>Id of the digital payment application.</summary>
    [JsonRequired]
    public string DigitalPaymentApplicationId { get; set; } = "";

    /// <summary>Name of the digital payment application.</summary>
    public string DigitalPaymentApplicationName { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
