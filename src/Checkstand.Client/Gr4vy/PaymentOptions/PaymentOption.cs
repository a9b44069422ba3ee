using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What is to be paid for.</summary>
public sealed class PaymentOptionRequest
{
    /// <summary>The merchant's own texts by name, for rules.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string? Currency { get; set; }

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long? Amount { get; set; }

    /// <summary>Language of the labels. 1 to 50 characters. Absent means <c>en</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A method that the buyer may choose.</summary>
public sealed class PaymentOption
{
    /// <summary>Always <c>payment-option</c>.</summary>
    public string Type { get; set; } = "payment-option";

    /// <summary>Method of payment.</summary>
    [JsonRequired]
    public string Method { get; set; } = "";

    /// <summary>Address of the icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>How the method is used.</summary>
    public Mode Mode { get; set; }

    /// <summary>Name for the buyer.</summary>
    public string? Label { get; set; }

    /// <summary>Whether the method can be stored.</summary>
    public bool CanStorePaymentMethod { get; set; }

    /// <summary>Whether the money can be reserved first and taken later.</summary>
    public bool CanDelayCapture { get; set; }

    /// <summary>What the method needs to be shown, by its kind.</summary>
    public JsonElement? Context { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
