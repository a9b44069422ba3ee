using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>One flight of an itinerary.</summary>
public sealed class AirlineLeg
{
    /// <summary>IATA code of the airport of arrival. 3 characters.</summary>
    public string? ArrivalAirport { get; set; }

    /// <summary>When the flight arrives.</summary>
    public DateTimeOffset? ArrivalAt { get; set; }

    /// <summary>City of arrival. 1 to 100 characters.</summary>
    public string? ArrivalCity { get; set; }

    /// <summary>Country of arrival. Two capital letters of ISO 3166-1.</summary>
    public string? ArrivalCountry { get; set; }

    /// <summary>Code of the carrier. 2 to 3 characters.</summary>
    public string? CarrierCode { get; set; }

    /// <summary>Name of the carrier. Not empty.</summary>
    public string? CarrierName { get; set; }

    /// <summary>IATA code of the carrier. 2 characters.</summary>
    public string? IataDesignator { get; set; }

    /// <summary>ICAO code of the carrier. 3 characters.</summary>
    public string? IcaoCode { get; set; }

    /// <summary>Number of the coupon. 1 to 50 characters.</summary>
    public string? CouponNumber { get; set; }

    /// <summary>IATA code of the airport of departure. 3 characters.</summary>
    public string? DepartureAirport { get; set; }

    /// <summary>When the flight departs.</summary>
    public DateTimeOffset? DepartureAt { get; set; }

    /// <summary>City of departure. 1 to 100 characters.</summary>
    public string? DepartureCity { get; set; }

    /// <summary>Country of departure. Two capital letters of ISO 3166-1.</summary>
    public string? DepartureCountry { get; set; }

    /// <summary>Departure tax in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? DepartureTaxAmount { get; set; }

    /// <summary>Fare in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? FareAmount { get; set; }

    /// <summary>Code of the fare. 1 to 8 characters.</summary>
    public string? FareBasisCode { get; set; }

    /// <summary>Fees in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? FeeAmount { get; set; }

    /// <summary>Class of the flight. 1 to 5 characters.</summary>
    public string? FlightClass { get; set; }

    /// <summary>Number of the flight. 3 to 6 characters.</summary>
    public string? FlightNumber { get; set; }

    /// <summary>One way, or there and back.</summary>
    public AirlineLegRouteType? RouteType { get; set; }

    /// <summary>Class of the seat. 1 to 5 characters.</summary>
    public string? SeatClass { get; set; }

    /// <summary>Whether it is a stop on the way.</summary>
    public bool? StopOver { get; set; }

    /// <summary>Tax in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? TaxAmount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
