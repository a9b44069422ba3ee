using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Changes to a checkout session: what is absent stays, null clears, a value replaces the whole of it.
/// </summary>
public sealed partial class CheckoutSessionUpdate
{
    /// <summary>What is bought.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<CartItem>?> CartItems { get; set; }

    /// <summary>The merchant's own texts by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Dictionary<string, string>?> Metadata { get; set; }

    /// <summary>The buyer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<GuestBuyer?> Buyer { get; set; }

    /// <summary>Itinerary, for airlines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Airline?> Airline { get; set; }

    /// <summary>Amount in the currency's smallest unit. 0 to 99,999,999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> Amount { get; set; }

    /// <summary>Currency of ISO 4217, in three capital letters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Currency { get; set; }

    /// <summary>Id of the payment service.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> PaymentServiceId { get; set; }

    /// <summary>Life of the session in seconds. 3,600 to 86,400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double> ExpiresIn { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Country { get; set; }

    /// <summary>Whether an earlier payment set up this one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> IsSubsequentPayment { get; set; }

    /// <summary>Whether the merchant pays without the buyer being there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> MerchantInitiated { get; set; }

    /// <summary>Where the payment comes from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TransactionPaymentSource?> PaymentSource { get; set; }

    /// <summary>Whether the money is only reserved or taken at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<TransactionIntent?> Intent { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
