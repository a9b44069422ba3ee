using Checkstand.Wire.Shapes;
using static Checkstand.Gr4vy.Shapes.Forms;

namespace Checkstand.Gr4vy.Shapes;

/// <summary>Itinerary data (section 2.3).</summary>
internal static class AirlineShapes
{
    // The contract gives a carrier's name a lower bound only; the body's size is the upper one.
    private static readonly TextShape CarrierName = new() { LengthMin = 1 };

    public static readonly ObjectShape Leg = new(
        "AirlineLeg",
        Maybe("arrival_airport", Text(3, 3)),
        Maybe("arrival_at", Forms.DateTime),
        Maybe("arrival_city", Text(1, 100)),
        Maybe("arrival_country", Country),
        Maybe("carrier_code", Text(2, 3)),
        Maybe("carrier_name", CarrierName),
        Maybe("iata_designator", Text(2, 2)),
        Maybe("icao_code", Text(3, 3)),
        Maybe("coupon_number", Text(1, 50)),
        Maybe("departure_airport", Text(3, 3)),
        Maybe("departure_at", Forms.DateTime),
        Maybe("departure_city", Text(1, 100)),
        Maybe("departure_country", Country),
        Maybe("departure_tax_amount", Amount),
        Maybe("fare_amount", Amount),
        Maybe("fare_basis_code", Text(1, 8)),
        Maybe("fee_amount", Amount),
        Maybe("flight_class", Text(1, 5)),
        Maybe("flight_number", Text(3, 6)),
        Maybe("route_type", OneOf("round_trip", "one_way")),
        Maybe("seat_class", Text(1, 5)),
        Maybe("stop_over", Forms.Boolean),
        Maybe("tax_amount", Amount)
    );

    public static readonly ObjectShape Passenger = new(
        "AirlinePassenger",
        Maybe("age_group", OneOf("adult", "infant")),
        Maybe("date_of_birth", Date),
        Maybe("email_address", Text(1, 320)),
        Maybe("first_name", Text(1, 255)),
        Maybe("frequent_flyer_number", Text(5, 50)),
        Maybe("last_name", Text(1, 255)),
        Maybe("passport_number", Text(1, 50)),
        Maybe("phone_number", Phone),
        Maybe("ticket_number", Text(1, 50)),
        Maybe("title", Text(1, 50)),
        Maybe("country_code", Country)
    );

    public static readonly ObjectShape Airline = new(
        "Airline",
        Maybe("booking_code", Text(1, 50)),
        Maybe("is_cardholder_traveling", Forms.Boolean),
        Maybe("issued_address", Text(1, 255)),
        Maybe("issued_at", Forms.DateTime),
        Maybe("issuing_carrier_code", Text(2, 3)),
        Maybe("issuing_carrier_name", CarrierName),
        Maybe("issuing_iata_designator", Text(2, 2)),
        Maybe("issuing_icao_code", Text(3, 3)),
        Maybe("legs", new ArrayShape(Leg, CountMax: 20)),
        Maybe("passenger_name_record", Text(1, 50)),
        Maybe("passengers", new ArrayShape(Passenger, CountMax: 20)),
        Maybe("reservation_system", Text(1, 200)),
        Maybe("restricted_ticket", Forms.Boolean),
        Maybe("ticket_delivery_method", OneOf("electronic", "other"), "\"electronic\""),
        Maybe("ticket_number", Text(1, 50)),
        Maybe("travel_agency_code", Text(1, 50)),
        Maybe("travel_agency_invoice_number", Text(1, 50)),
        Maybe("travel_agency_name", Text(1, 200)),
        Maybe("travel_agency_plan_name", Text(1, 200))
    );
}
