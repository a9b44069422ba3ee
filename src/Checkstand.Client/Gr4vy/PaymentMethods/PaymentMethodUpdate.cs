using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a stored payment method: what is absent stays.</summary>
public sealed class PaymentMethodUpdate
{
    /// <summary>End of the card's life as <c>MM/YY</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExpirationDate { get; set; }

    /// <summary>The scheme's id of the payment that set up the card for later ones. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> SchemeTransactionId { get; set; }

    /// <summary>Scheme that gave that id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CardScheme?> SchemeTransactionIdScheme { get; set; }

    /// <summary>The scheme's link id of the payment that set up the card. At most 100 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> TransactionLinkId { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
