using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How much of the reserved money is taken.</summary>
public sealed class TransactionCaptureCreate
{
    /// <summary>
    /// Amount to take, in the currency's smallest unit; everything that is left when absent. 0 to 99,999,999.
    /// </summary>
    public long? Amount { get; set; }

    /// <summary>Itinerary, for airlines.</summary>
    public Airline? Airline { get; set; }

    /// <summary>What is bought.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>Whether nothing more will be captured. Absent means <c>true</c>.</summary>
    public bool? Final { get; set; }

    /// <summary>The merchant's own name for it. 1 to 300 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>
    /// Whether a new authorization is asked for when the old one has ended. Absent means <c>false</c>.
    /// </summary>
    public bool? ReauthorizeIfAuthorizationExpired { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What became of a capture.</summary>
public sealed class TransactionCapture
{
    /// <summary>Always <c>transaction-capture</c>.</summary>
    public string Type { get; set; } = "transaction-capture";

    /// <summary>Status.</summary>
    public CaptureStatus Status { get; set; }

    /// <summary>Code of the outcome.</summary>
    public string? Code { get; set; }

    /// <summary>The payment service's own code.</summary>
    public string? RawResponseCode { get; set; }

    /// <summary>The payment service's own text.</summary>
    public string? RawResponseDescription { get; set; }

    /// <summary>The transaction afterwards.</summary>
    [JsonRequired]
    public Transaction Transaction { get; set; } = null!;

    /// <summary>Id of the capture.</summary>
    public string? CaptureId { get; set; }

    /// <summary>The payment service's own id of the capture.</summary>
    public string? PaymentServiceCaptureId { get; set; }

    /// <summary>The merchant's own name for it.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    public BillingDetails? BillingDetails { get; set; }

    /// <summary>Where the goods go.</summary>
    public ShippingDetails? ShippingDetails { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
