using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A postal address; every part may be left out.</summary>
public sealed class Address
{
    /// <summary>City. 1 to 100 characters.</summary>
    public string? City { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>Postal code. 1 to 50 characters.</summary>
    public string? PostalCode { get; set; }

    /// <summary>State, county or province. 1 to 255 characters.</summary>
    public string? State { get; set; }

    /// <summary>Subdivision of ISO 3166-2, such as <c>US-CA</c>.</summary>
    public string? StateCode { get; set; }

    /// <summary>Number or name of the house. 1 to 255 characters.</summary>
    public string? HouseNumberOrName { get; set; }

    /// <summary>First line. 1 to 255 characters.</summary>
    public string? Line1 { get; set; }

    /// <summary>Second line. 1 to 255 characters.</summary>
    public string? Line2 { get; set; }

    /// <summary>Company or organisation. 1 to 255 characters.</summary>
    public string? Organization { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
