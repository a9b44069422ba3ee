using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Changes to a buyer: what is absent stays, null clears, a value replaces the whole of it.</summary>
public sealed class BuyerUpdate
{
    /// <summary>Name for people. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DisplayName { get; set; }

    /// <summary>
    /// The merchant's own name for the buyer; a second buyer with it is refused with 409. 1 to 200 characters.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ExternalIdentifier { get; set; }

    /// <summary>Number of the account that the buyer has with the merchant. 1 to 200 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AccountNumber { get; set; }

    /// <summary>Name, address and tax id that the bill goes to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingDetails?> BillingDetails { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
