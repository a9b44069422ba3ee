using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A gift card that pays a part, typed or stored.</summary>
public sealed class GiftCardTransactionCreate
{
    /// <summary>Number of the gift card, digits only. 16 to 19 digits.</summary>
    public string? Number { get; set; }

    /// <summary>PIN of the gift card. Not empty.</summary>
    public string? Pin { get; set; }

    /// <summary>Id of a stored gift card, in place of number and PIN.</summary>
    public string? Id { get; set; }

    /// <summary>Amount in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long Amount { get; set; }

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
