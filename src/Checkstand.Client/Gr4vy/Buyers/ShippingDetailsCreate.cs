using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Where the goods go.</summary>
public sealed class ShippingDetailsCreate
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

    /// <summary>Members that this client does not know and a newer server takes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Where a buyer's goods go, as it is stored.</summary>
public sealed class ShippingDetails
{
    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    public string? LastName { get; set; }

    /// <summary>Email address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>Phone number of E.164, with the plus sign.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Postal address.</summary>
    public Address? Address { get; set; }

    /// <summary>Id.</summary>
    public string? Id { get; set; }

    /// <summary>Id of the buyer's record.</summary>
    public string? BuyerId { get; set; }

    /// <summary>Always <c>shipping-details</c>.</summary>
    public string Type { get; set; } = "shipping-details";

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
