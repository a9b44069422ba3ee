using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Who the bill goes to.</summary>
public sealed class BillingDetails
{
    /// <summary>First name. 1 to 255 characters.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name. 1 to 255 characters.</summary>
    public string? LastName { get; set; }

    /// <summary>Email address. 1 to 320 characters.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Phone number of E.164, with the plus sign.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Postal address.</summary>
    public Address? Address { get; set; }

    /// <summary>Tax id.</summary>
    public TaxId? TaxId { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>A tax id.</summary>
public sealed class TaxId
{
    /// <summary>The id itself. 1 to 50 characters.</summary>
    public string Value { get; set; } = "";

    /// <summary>Country and kind of the id.</summary>
    public TaxIdKind Kind { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
