using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>One passenger of an itinerary.</summary>
public sealed class AirlinePassenger
{
    /// <summary>Age group of the passenger.</summary>
    public AirlinePassengerAgeGroup? AgeGroup { get; set; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary>Email address. 1 to 320 characters.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>First name. 1 to 255 characters.</summary>
    public string? FirstName { get; set; }

    /// <summary>Number in the frequent flyer programme. 5 to 50 characters.</summary>
    public string? FrequentFlyerNumber { get; set; }

    /// <summary>Last name. 1 to 255 characters.</summary>
    public string? LastName { get; set; }

    /// <summary>Number of the passport. 1 to 50 characters.</summary>
    public string? PassportNumber { get; set; }

    /// <summary>Phone number of E.164, with the plus sign.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Number of the ticket. 1 to 50 characters.</summary>
    public string? TicketNumber { get; set; }

    /// <summary>Title of the passenger. 1 to 50 characters.</summary>
    public string? Title { get; set; }

    /// <summary>Country of the passenger. Two capital letters of ISO 3166-1.</summary>
    public string? CountryCode { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
