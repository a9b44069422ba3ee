using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What the beginning of a card number tells.</summary>
public sealed class CardDetail
{
    /// <summary>Always <c>card-detail</c>.</summary>
    public string Type { get; set; } = "card-detail";

    /// <summary>First digits of the card number.</summary>
    public string? Id { get; set; }

    /// <summary>Credit, debit or prepaid.</summary>
    public string? CardType { get; set; }

    /// <summary>Card scheme.</summary>
    public CardScheme? Scheme { get; set; }

    /// <summary>Other schemes that the card can be charged through.</summary>
    public List<CardScheme>? AdditionalSchemes { get; set; }

    /// <summary>The other schemes, with their icons.</summary>
    public List<AdditionalSchemeDetail>? AdditionalSchemesDetails { get; set; }

    /// <summary>Address of the scheme's icon.</summary>
    public string? SchemeIconUrl { get; set; }

    /// <summary>Country of the issuer.</summary>
    public string? Country { get; set; }

    /// <summary>What a buyer must fill in.</summary>
    public RequiredFields? RequiredFields { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Another scheme that the card can be charged through.</summary>
public sealed class AdditionalSchemeDetail
{
    /// <summary>Card scheme.</summary>
    public CardScheme Scheme { get; set; }

    /// <summary>Address of the icon.</summary>
    public string? IconUrl { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What a payment with the card needs.</summary>
public sealed class RequiredFields
{
    /// <summary>Whether a first name is needed.</summary>
    public bool FirstName { get; set; }

    /// <summary>Whether a last name is needed.</summary>
    public bool LastName { get; set; }

    /// <summary>Whether an email address is needed.</summary>
    public bool EmailAddress { get; set; }

    /// <summary>Whether a phone number is needed.</summary>
    public bool PhoneNumber { get; set; }

    /// <summary>Whether a tax id is needed.</summary>
    public bool TaxId { get; set; }

    /// <summary>Which parts of the address are needed.</summary>
    [JsonRequired]
    public RequiredAddressFields Address { get; set; } = null!;

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What an address needs.</summary>
public sealed class RequiredAddressFields
{
    /// <summary>Whether an organisation is needed.</summary>
    public bool Organization { get; set; }

    /// <summary>Whether a house number or name is needed.</summary>
    public bool HouseNumberOrName { get; set; }

    /// <summary>Whether a first line is needed.</summary>
    public bool Line1 { get; set; }

    /// <summary>Whether a second line is needed.</summary>
    public bool Line2 { get; set; }

    /// <summary>Whether a city is needed.</summary>
    public bool City { get; set; }

    /// <summary>Whether a postal code is needed.</summary>
    public bool PostalCode { get; set; }

    /// <summary>Whether a state is needed.</summary>
    public bool State { get; set; }

    /// <summary>Whether a code of the state is needed.</summary>
    public bool StateCode { get; set; }

    /// <summary>Whether a country is needed.</summary>
    public bool Country { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A card scheme.</summary>
public sealed class CardSchemeDefinition
{
    /// <summary>Always <c>card-scheme-definition</c>.</summary>
    public string Type { get; set; } = "card-scheme-definition";

    /// <summary>Id.</summary>
    [JsonRequired]
    public string Id { get; set; } = "";

    /// <summary>Address of the icon.</summary>
    public string IconUrl { get; set; } = "";

    /// <summary>Name for people.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
