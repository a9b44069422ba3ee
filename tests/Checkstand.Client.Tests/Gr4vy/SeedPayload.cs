using System.Text.Json;
using System.Text.Json.Nodes;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

/// <summary>What the vendor's documents put on a session in their fullest example, and the fields that came later.</summary>
internal static class SeedPayload
{
    private static readonly DateTimeOffset Flight = new(2013, 7, 16, 19, 23, 0, TimeSpan.Zero);

    public static CheckoutSessionCreate Session() =>
        new()
        {
            CartItems = [Item()],
            Metadata = new() { ["cohort"] = "cohort-a", ["order_id"] = "order-12345" },
            Buyer = Buyer(),
            Airline = Airline(),
            Amount = 1299,
            Currency = "USD",
            ExpiresIn = 3600,
        };

    /// <summary>The answer to it, in UTF-8: what was asked for, with what the server adds.</summary>
    public static byte[] Answer()
    {
        var session = JsonNode
            .Parse(JsonSerializer.SerializeToUtf8Bytes(Session(), Gr4vyJsonContext.Default.CheckoutSessionCreate))!
            .AsObject();
        session.Remove("expires_in");
        session["type"] = "checkout-session";
        session["id"] = "4137b1cf-39ac-42a8-bad6-1c680d5dab6b";
        session["expires_at"] = "2030-01-15T13:00:00Z";
        session["payment_method"] = new JsonObject
        {
            ["type"] = "payment-method",
            ["id"] = "ef9496d8-53a5-4aad-8ca2-00eb68334389",
            ["details"] = new JsonObject
            {
                ["bin"] = "411111",
                ["card_country"] = "US",
                ["card_type"] = "credit",
                ["card_issuer_name"] = "Bank of America NA",
            },
            ["label"] = "1111",
            ["method"] = "card",
            ["scheme"] = "visa",
            ["fingerprint"] = "a50b85c200ee0795d6fd33a5c66f37a4564f554355c5b46a756aac485dd168a4",
        };
        return JsonSerializer.SerializeToUtf8Bytes(session);
    }

    public static CartItem Item() =>
        new()
        {
            Name = "GoPro HD",
            Quantity = 2,
            UnitAmount = 1299,
            DiscountAmount = 0,
            TaxAmount = 0,
            ExternalIdentifier = "goprohd",
            Sku = "GPHD1078",
            Upc = "012345678905",
            ProductUrl = "https://example.com/catalog/go-pro-hd",
            ImageUrl = "https://example.com/images/go-pro-hd.jpg",
            Categories = ["camera", "travel", "gear"],
            ProductType = ProductType.Physical,
            SellerCountry = "GB",
            TaxExempt = false,
            UnitOfMeasure = "piece",
            CommodityCode = "8525",
            Description = "A camera",
            DutyAmount = 1,
            ShippingAmount = 2,
        };

    public static GuestBuyer Buyer() =>
        new()
        {
            DisplayName = "John Doe",
            ExternalIdentifier = "buyer-12345",
            AccountNumber = "a-1",
            BillingDetails = Billing(),
            ShippingDetails = new()
            {
                FirstName = "John",
                LastName = "Doe",
                EmailAddress = "john@example.com",
                PhoneNumber = "+1234567890",
                Address = Address(),
            },
        };

    public static BillingDetails Billing() =>
        new()
        {
            FirstName = "John",
            LastName = "Doe",
            EmailAddress = "john@example.com",
            PhoneNumber = "+1234567890",
            Address = Address(),
            TaxId = new() { Value = "12345678931", Kind = TaxIdKind.IdNik },
        };

    public static Address Address() =>
        new()
        {
            City = "San Jose",
            Country = "US",
            PostalCode = "94560",
            State = "California",
            StateCode = "US-CA",
            HouseNumberOrName = "10",
            Line1 = "Stafford Appartments",
            Line2 = "29th Street",
            Organization = "Gr4vy",
        };

    public static Airline Airline() =>
        new()
        {
            BookingCode = "X36Q9C",
            IsCardholderTraveling = true,
            IssuedAddress = "123 Broadway, New York",
            IssuedAt = Flight,
            IssuingCarrierCode = "A3",
            IssuingCarrierName = "Aegean",
            IssuingIataDesignator = "A3",
            IssuingIcaoCode = "AEE",
            Legs = [Leg()],
            PassengerNameRecord = "JOHN L",
            Passengers = [Passenger()],
            ReservationSystem = "Amadeus",
            RestrictedTicket = false,
            TicketDeliveryMethod = AirlineTicketDeliveryMethod.Electronic,
            TicketNumber = "123-1234-151555",
            TravelAgencyCode = "12345",
            TravelAgencyInvoiceNumber = "EG15555155",
            TravelAgencyName = "ACME Agency",
            TravelAgencyPlanName = "B733",
        };

    private static AirlineLeg Leg() =>
        new()
        {
            ArrivalAirport = "LAX",
            ArrivalAt = Flight,
            ArrivalCity = "Los Angeles",
            ArrivalCountry = "US",
            CarrierCode = "BA",
            CarrierName = "British Airways",
            IataDesignator = "BA",
            IcaoCode = "BAW",
            CouponNumber = "15885566",
            DepartureAirport = "LHR",
            DepartureAt = Flight,
            DepartureCity = "London",
            DepartureCountry = "GB",
            DepartureTaxAmount = 1200,
            FareAmount = 129900,
            FareBasisCode = "FY",
            FeeAmount = 1200,
            FlightClass = "E",
            FlightNumber = "101",
            RouteType = AirlineLegRouteType.RoundTrip,
            SeatClass = "F",
            StopOver = false,
            TaxAmount = 1200,
        };

    private static AirlinePassenger Passenger() =>
        new()
        {
            AgeGroup = AirlinePassengerAgeGroup.Adult,
            DateOfBirth = new DateOnly(2013, 7, 16),
            EmailAddress = "john@example.com",
            FirstName = "John",
            FrequentFlyerNumber = "15885566",
            LastName = "Luhn",
            PassportNumber = "11117700225",
            PhoneNumber = "+1234567890",
            TicketNumber = "BA1236699999",
            Title = "Mr.",
            CountryCode = "US",
        };
}
