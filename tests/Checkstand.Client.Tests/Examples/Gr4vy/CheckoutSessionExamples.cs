using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class CheckoutSessionExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_session_is_opened_with_everything()
    {
        // example: gr4vy-checkout-sessions-create-full
        var session = await client.CheckoutSessions.CreateAsync(
            new CheckoutSessionCreate
            {
                CartItems =
                [
                    new()
                    {
                        Name = "GoPro HD",
                        Quantity = 2,
                        UnitAmount = 1299,
                        DiscountAmount = 0,
                        TaxAmount = 0,
                        ExternalIdentifier = "goprohd",
                        Sku = "GPHD1078",
                        ProductUrl = "https://example.com/catalog/go-pro-hd",
                        ImageUrl = "https://example.com/images/go-pro-hd.jpg",
                        Categories = ["camera", "travel", "gear"],
                        ProductType = ProductType.Physical,
                        SellerCountry = "GB",
                    },
                ],
                Metadata = new() { ["cohort"] = "cohort-a", ["order_id"] = "order-12345" },
                Buyer = new()
                {
                    DisplayName = "John Doe",
                    ExternalIdentifier = "buyer-12345",
                    BillingDetails = new()
                    {
                        FirstName = "John",
                        LastName = "Doe",
                        EmailAddress = "john@example.com",
                        PhoneNumber = "+1234567890",
                        Address = new()
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
                        },
                        TaxId = new() { Value = "12345678931", Kind = TaxIdKind.IdNik },
                    },
                    ShippingDetails = new() { FirstName = "John", LastName = "Doe" },
                },
                Airline = new()
                {
                    BookingCode = "X36Q9C",
                    IssuedAt = new DateTimeOffset(2013, 7, 16, 19, 23, 0, TimeSpan.Zero),
                    IssuingCarrierCode = "A3",
                    Legs =
                    [
                        new()
                        {
                            ArrivalAirport = "LAX",
                            DepartureAirport = "LHR",
                            FareAmount = 129900,
                            FlightNumber = "101",
                            RouteType = AirlineLegRouteType.RoundTrip,
                        },
                    ],
                    Passengers =
                    [
                        new()
                        {
                            AgeGroup = AirlinePassengerAgeGroup.Adult,
                            DateOfBirth = new DateOnly(2013, 7, 16),
                            FirstName = "John",
                            LastName = "Luhn",
                        },
                    ],
                    TicketDeliveryMethod = AirlineTicketDeliveryMethod.Electronic,
                },
                Amount = 1299,
                Currency = "USD",
                ExpiresIn = 3600,
            }
        );
        // end

        Assert.Equal("GoPro HD", Assert.Single(session.CartItems!).Name);
    }

    [Fact]
    public async Task A_session_is_opened_without_exceptions()
    {
        // example: gr4vy-checkout-sessions-create-result
        var result = await client.CheckoutSessions.TryCreateAsync();
        if (result.Ok)
        {
            Console.WriteLine(result.Value.Id);
        }
        else
        {
            Console.WriteLine($"create failed: {result.Error.Message}");
        }
        // end

        Assert.True(result.Ok);
    }

    [Fact]
    public async Task A_session_is_updated()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-update
        var session = await client.CheckoutSessions.UpdateAsync(
            sessionId: id,
            checkoutSessionCreate: new CheckoutSessionCreate() { }
        );
        // end

        Assert.Equal(id, session.Id);
    }

    [Fact]
    public async Task A_session_is_updated_in_part()
    {
        var id = (
            await client.CheckoutSessions.CreateAsync(
                new()
                {
                    Amount = 1299,
                    Currency = "USD",
                    Metadata = new() { ["cohort"] = "cohort-a" },
                }
            )
        ).Id;

        // example: gr4vy-checkout-sessions-update-parts
        var session = await client.CheckoutSessions.UpdateAsync(
            id,
            new CheckoutSessionUpdate
            {
                Metadata = new Dictionary<string, string> { ["order_id"] = "order-12345" }, // replaces the whole of it
                Amount = null, // clears it
                // Currency is not named, and stays.
            }
        );
        // end

        Assert.Equal((null, "USD", "order-12345"), (session.Amount, session.Currency, session.Metadata?["order_id"]));
    }

    [Fact]
    public async Task A_session_is_updated_without_exceptions()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-update-result
        var result = await client.CheckoutSessions.TryUpdateAsync(id, new CheckoutSessionUpdate { Amount = 1299 });
        Console.WriteLine(result.Ok ? $"{result.Value.Amount}" : $"update failed: {result.Error.Message}");
        // end

        Assert.True(result.Ok);
    }

    [Fact]
    public async Task A_session_is_read()
    {
        var id = (await client.OpenWithCardAsync()).Id;

        // example: gr4vy-checkout-sessions-get
        var session = await client.CheckoutSessions.GetAsync(id);
        if (session.PaymentMethod is { } method)
        {
            Console.WriteLine($"{method.Scheme} ending in {method.Label}");
        }
        // end

        Assert.Equal(id, session.Id);
    }

    [Fact]
    public async Task A_session_is_read_without_exceptions()
    {
        var id = "4137b1cf-39ac-42a8-bad6-1c680d5dab6b";

        // example: gr4vy-checkout-sessions-get-result
        var result = await client.CheckoutSessions.TryGetAsync(id);
        if (result.Error is NotFoundException)
        {
            Console.WriteLine("There is no such session, or it has ended.");
        }
        // end

        Assert.False(result.Ok);
    }

    [Fact]
    public async Task A_session_is_deleted()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-delete
        await client.CheckoutSessions.DeleteAsync(id);
        // end

        Assert.IsType<NotFoundException>((await client.CheckoutSessions.TryGetAsync(id)).Error);
    }

    [Fact]
    public async Task A_session_is_deleted_without_exceptions()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-delete-result
        var result = await client.CheckoutSessions.TryDeleteAsync(id);
        Console.WriteLine(result.Ok ? "deleted" : $"delete failed: {result.Error.Message}");
        // end

        Assert.True(result.Ok);
    }

    [Fact]
    public async Task Secure_fields_are_put_on_a_session()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-update-fields
        await client.CheckoutSessions.UpdateFieldsAsync(
            id,
            new CheckoutSessionSecureFields
            {
                PaymentMethod = new CheckoutSessionCardPaymentMethod
                {
                    Number = "4111111111111111",
                    ExpirationDate = "11/25",
                    SecurityCode = "123",
                },
            }
        );
        // end

        Assert.NotNull((await client.CheckoutSessions.GetAsync(id)).PaymentMethod);
    }

    [Fact]
    public async Task The_scheme_of_a_card_is_told()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-get-card-details
        var details = await client.CheckoutSessions.GetCardDetailsAsync(id, bin: "411111");
        Console.WriteLine(details.Scheme);
        // end

        Assert.Equal(CardScheme.Visa, details.Scheme);
    }

    [Fact]
    public async Task Acquirer_data_is_asked_for()
    {
        var id = (await client.CheckoutSessions.CreateAsync()).Id;

        // example: gr4vy-checkout-sessions-get-acquirer
        var acquirer = await client.CheckoutSessions.TryGetAcquirerAsync(id);
        Console.WriteLine(acquirer.Ok ? acquirer.Value.GetRawText() : acquirer.Error.Message);
        // end

        Assert.IsType<NotFoundException>(acquirer.Error);
    }
}
