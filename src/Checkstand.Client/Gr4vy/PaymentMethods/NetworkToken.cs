using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A token by which a scheme knows a stored card.</summary>
public sealed class NetworkToken
{
    /// <summary>Always <c>network-token</c>.</summary>
    public string Type { get; set; } = "network-token";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>End of the card's life as <c>MM/YY</c>.</summary>
    public string ExpirationDate { get; set; } = "";

    /// <summary>Id of the stored payment method.</summary>
    public string PaymentMethodId { get; set; } = "";

    /// <summary>Status.</summary>
    public NetworkTokenStatus Status { get; set; }

    /// <summary>The token.</summary>
    public string Token { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A token by which a payment service knows a stored payment method.</summary>
public sealed class PaymentServiceToken
{
    /// <summary>Always <c>payment-service-token</c>.</summary>
    public string Type { get; set; } = "payment-service-token";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Page on which the buyer approves; null when nobody has to.</summary>
    public string? ApprovalUrl { get; set; }

    /// <summary>Id of the stored payment method.</summary>
    public string PaymentMethodId { get; set; } = "";

    /// <summary>Id of the payment service.</summary>
    public string PaymentServiceId { get; set; } = "";

    /// <summary>Status.</summary>
    public PaymentMethodStatus Status { get; set; }

    /// <summary>The token.</summary>
    public string? Token { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
