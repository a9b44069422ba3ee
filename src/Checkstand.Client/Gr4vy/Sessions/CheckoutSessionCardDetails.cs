using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>The beginning of a card number, of which the scheme is to be told.</summary>
internal sealed class CheckoutSessionCardDetailsRequest
{
    /// <summary>First digits of the card number, as they are typed. 6 to 8 digits.</summary>
    public string Bin { get; set; } = "";

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What the beginning of a card number tells.</summary>
public sealed class CheckoutSessionCardDetails
{
    /// <summary>First digits of the card number.</summary>
    [JsonRequired]
    public string Bin { get; set; } = "";

    /// <summary>Credit, debit or prepaid.</summary>
    public CardType? CardType { get; set; }

    /// <summary>Card scheme.</summary>
    public CardScheme? Scheme { get; set; }

    /// <summary>Address of the scheme's icon.</summary>
    public string? SchemeIconUrl { get; set; }

    /// <summary>Other schemes that the card can be charged through.</summary>
    public List<CardScheme> AdditionalSchemes { get; set; } = [];

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
