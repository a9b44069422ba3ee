using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a new checkout session holds; every member may be left out.</summary>
public sealed class CheckoutSessionCreate
{
    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>The merchant's own texts by name.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>A buyer without a record of their own.</summary>
    public GuestBuyer? Buyer { get; set; }

    /// <summary>Itinerary, for airlines.</summary>
    public Airline? Airline { get; set; }

    /// <summary>Amount in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? Amount { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    public string? Currency { get; set; }

    /// <summary>Payment service that is to be tried.</summary>
    public string? PaymentServiceId { get; set; }

    /// <summary>Life of the session in seconds. 3,600 to 86,400. Absent means <c>3600</c>.</summary>
    public double? ExpiresIn { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>Whether an earlier payment set up this one.</summary>
    public bool? IsSubsequentPayment { get; set; }

    /// <summary>Whether the merchant pays without the buyer being there.</summary>
    public bool? MerchantInitiated { get; set; }

    /// <summary>Where the payment comes from.</summary>
    public TransactionPaymentSource? PaymentSource { get; set; }

    /// <summary>Whether the money is only reserved or taken at once.</summary>
    public TransactionIntent? Intent { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
