using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What the buyer's browser put on a session, without what must stay secret.</summary>
public sealed class CheckoutSessionPaymentMethod
{
    /// <summary>Always <c>payment-method</c>.</summary>
    public string Type { get; set; } = "payment-method";

    /// <summary>Id of a stored payment method; null for a card that isn't stored.</summary>
    public string? Id { get; set; }

    /// <summary>What is known of the card.</summary>
    public CheckoutSessionPaymentMethodDetails? Details { get; set; }

    /// <summary>Last four digits of the card, or what else names it to the buyer.</summary>
    public string? Label { get; set; }

    /// <summary>Method of payment.</summary>
    public string Method { get; set; } = "card";

    /// <summary>Card scheme.</summary>
    public CardScheme? Scheme { get; set; }

    /// <summary>The same for one card number within a merchant account; the number can't be told from it.</summary>
    public string? Fingerprint { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What is known of the card.</summary>
public sealed class CheckoutSessionPaymentMethodDetails
{
    /// <summary>First digits of the card number.</summary>
    public string? Bin { get; set; }

    /// <summary>Country of the issuer.</summary>
    public string? CardCountry { get; set; }

    /// <summary>Credit, debit or prepaid.</summary>
    public CardType? CardType { get; set; }

    /// <summary>Name of the issuer.</summary>
    public string? CardIssuerName { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
