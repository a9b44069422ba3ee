using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What the buyer's statement says.</summary>
public sealed class StatementDescriptor
{
    /// <summary>Name of the merchant, as the buyer's statement says it. 5 to 22 characters.</summary>
    public string? Name { get; set; }

    /// <summary>What was bought, as the buyer's statement says it. 5 to 22 characters.</summary>
    public string? Description { get; set; }

    /// <summary>City. 1 to 50 characters.</summary>
    public string? City { get; set; }

    /// <summary>Country of ISO 3166-1, in two capital letters.</summary>
    public string? Country { get; set; }

    /// <summary>Phone number of E.164, with the plus sign.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Address of the merchant, as the buyer's statement says it. 1 to 50 characters.</summary>
    public string? Url { get; set; }

    /// <summary>Postal code. 1 to 50 characters.</summary>
    public string? PostalCode { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>Who receives the funds of an account funding transaction.</summary>
public sealed class Recipient
{
    /// <summary>First name.</summary>
    public string FirstName { get; set; } = "";

    /// <summary>Last name.</summary>
    public string LastName { get; set; } = "";

    /// <summary>Postal address.</summary>
    public Address? Address { get; set; }

    /// <summary>Number of the account that receives the funds.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
