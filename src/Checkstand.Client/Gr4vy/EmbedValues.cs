using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// What an embed token pins: a browser that pays with the token cannot say otherwise. What is null is the browser's to
/// say. Contract, section 4.5.
/// </summary>
public sealed class EmbedValues
{
    /// <summary>Amount to pay, in minor units of the currency. 0 to 99,999,999.</summary>
    public long? Amount { get; set; }

    /// <summary>ISO 4217 code of the currency, such as <c>USD</c>.</summary>
    public string? Currency { get; set; }

    /// <summary>The buyer who pays.</summary>
    public string? BuyerId { get; set; }

    /// <summary>Your own name of the buyer who pays.</summary>
    public string? BuyerExternalIdentifier { get; set; }

    /// <summary>Your own notes on the transaction; names and values are sent as they are.</summary>
    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary>What is paid for.</summary>
    public List<CartItem>? CartItems { get; set; }

    /// <summary>The merchant account that is paid.</summary>
    public string? MerchantAccountId { get; set; }

    /// <summary>What payment services are told besides, by the name of their connector; sent as it is.</summary>
    public Dictionary<string, JsonElement>? ConnectionOptions { get; set; }

    /// <summary>Members that this version of the client does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
