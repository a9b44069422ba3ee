using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer who has no record of their own.</summary>
public sealed class GuestBuyer
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    public BillingDetails? BillingDetails { get; set; }

    /// <summary>Number of the account that the buyer has with the merchant. 1 to 200 characters.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Where the goods go.</summary>
    public ShippingDetailsCreate? ShippingDetails { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
