using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Itinerary of a flight booking.</summary>
public sealed class Airline
{
    /// <summary>Code of the booking. 1 to 50 characters.</summary>
    public string? BookingCode { get; set; }

    /// <summary>Whether the cardholder is among the passengers.</summary>
    public bool? IsCardholderTraveling { get; set; }

    /// <summary>Where the ticket was issued. 1 to 255 characters.</summary>
    public string? IssuedAddress { get; set; }

    /// <summary>When the ticket was issued.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>Code of the carrier that issued the ticket. 2 to 3 characters.</summary>
    public string? IssuingCarrierCode { get; set; }

    /// <summary>Name of the carrier that issued the ticket. Not empty.</summary>
    public string? IssuingCarrierName { get; set; }

    /// <summary>IATA code of the carrier that issued the ticket. 2 characters.</summary>
    public string? IssuingIataDesignator { get; set; }

    /// <summary>ICAO code of the carrier that issued the ticket. 3 characters.</summary>
    public string? IssuingIcaoCode { get; set; }

    /// <summary>Flights. At most 20.</summary>
    public List<AirlineLeg>? Legs { get; set; }

    /// <summary>Name record of the booking. 1 to 50 characters.</summary>
    public string? PassengerNameRecord { get; set; }

    /// <summary>Passengers. At most 20.</summary>
    public List<AirlinePassenger>? Passengers { get; set; }

    /// <summary>System that the booking was made with. 1 to 200 characters.</summary>
    public string? ReservationSystem { get; set; }

    /// <summary>Whether the ticket can't be changed or refunded.</summary>
    public bool? RestrictedTicket { get; set; }

    /// <summary>How the ticket is delivered. Absent means <c>electronic</c>.</summary>
    public AirlineTicketDeliveryMethod? TicketDeliveryMethod { get; set; }

    /// <summary>Number of the ticket. 1 to 50 characters.</summary>
    public string? TicketNumber { get; set; }

    /// <summary>Code of the travel agency. 1 to 50 characters.</summary>
    public string? TravelAgencyCode { get; set; }

    /// <summary>Number of the travel agency's invoice. 1 to 50 characters.</summary>
    public string? TravelAgencyInvoiceNumber { get; set; }

    /// <summary>Name of the travel agency. 1 to 200 characters.</summary>
    public string? TravelAgencyName { get; set; }

    /// <summary>Plan of the travel agency. 1 to 200 characters.</summary>
    public string? TravelAgencyPlanName { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
