using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a buyer's browser puts on a session.</summary>
public sealed class CheckoutSessionSecureFields
{
    /// <summary>What the buyer pays with.</summary>
    public SecureFieldsPaymentMethod PaymentMethod { get; set; } = null!;

    /// <summary>Postal code of the buyer, for the address check. 1 to 50 characters.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
