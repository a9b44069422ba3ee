using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A checkout session: what is to be paid for, and later what with.</summary>
public sealed class CheckoutSession
{
    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>The merchant's own texts by name.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>A buyer without a record of their own.</summary>
    public GuestBuyer? Buyer { get; set; }

    /// <summary>Itinerary, for airlines.</summary>
    public Airline? Airline { get; set; }

    /// <summary>Amount in the currency's smallest unit.</summary>
    public long? Amount { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string? Currency { get; set; }

    /// <summary>Payment service that is to be tried; null leaves it to the routing.</summary>
    public string? PaymentServiceId { get; set; }

    /// <summary>Always <c>checkout-session</c>.</summary>
    public string Type { get; set; } = "checkout-session";

    /// <summary>Id of the session.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>When the session ends.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>What the buyer's browser put on the session; null before that.</summary>
    public CheckoutSessionPaymentMethod? PaymentMethod { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
