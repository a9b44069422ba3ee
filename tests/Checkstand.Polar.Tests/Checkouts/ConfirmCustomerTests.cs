using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Taxes;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Who has bought, once a checkout is confirmed (contract section 3.7).</summary>
public sealed class ConfirmCustomerTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Business = """
        "customer_name":"Typed","is_business_customer":true,"customer_billing_name":"Typed Ltd",
        "customer_tax_id":"FR61954506077",
        "customer_billing_address":{"country":"FR","line1":"1 rue","city":"Paris","postal_code":"75001"}
        """;

    [Fact]
    public async Task Who_was_not_known_becomes_a_customer_with_all_that_was_said()
    {
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            ""","external_customer_id":"new-1","customer_metadata":{"k":"v"} """
        );

        var answer = await server.Public.ConfirmAsync(
            checkout,
            buyer: $""" "customer_email":"New@example.com",{Business} """
        );

        var customer = (await server.Api.GetAsync("/v1/customers/external/new-1")).Expect(200);
        Assert.Equal(answer.Expect(200).TextAt("/customer_id"), customer.TextAt("/id"));
        Assert.Equal("New@example.com", customer.TextAt("/email"));
        Assert.Equal("Typed", customer.TextAt("/name"));
        Assert.Equal("Typed Ltd", customer.TextAt("/billing_name"));
        Assert.Equal("Paris", customer.TextAt("/billing_address/city"));
        Assert.Equal("FR61954506077", customer.TextAt("/tax_id/0"));
        Assert.Equal("v", customer.TextAt("/metadata/k"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_known_customer_keeps_name_and_external_id_and_gets_what_belongs_to_bills(bool isLinked)
    {
        var email = $"bills-{isLinked}@example.com";
        var known = await server.CustomerAsync(
            email,
            made =>
                made with
                {
                    Name = "Known",
                    ExternalId = $"known-{isLinked}",
                    BillingName = "Known Ltd",
                    BillingAddress = new PostalAddress { Country = "DE" },
                    TaxId = new TaxId("DE136695976", "eu_vat"),
                    Metadata = new JsonText("""{"a":1,"b":2}"""u8.ToArray()),
                }
        );
        var naming = isLinked
            ? $""" "customer_id":"{known.Id}" """
            : $""" "customer_email":"{email.ToUpperInvariant()}" """;
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            $$""",{{naming}},"customer_metadata":{"b":3}"""
        );

        var answer = await server.Public.ConfirmAsync(checkout, buyer: Business);

        Assert.Equal(known.Id, answer.Expect(200).At("/customer_id").GetGuid());
        var customer = (await server.Api.GetAsync($"/v1/customers/{known.Id}")).Expect(200);
        Assert.Equal("Known", customer.TextAt("/name"));
        Assert.Equal($"known-{isLinked}", customer.TextAt("/external_id"));
        Assert.Equal("Typed Ltd", customer.TextAt("/billing_name"));
        Assert.Equal("FR", customer.TextAt("/billing_address/country"));
        Assert.Equal("FR61954506077", customer.TextAt("/tax_id/0"));
        Assert.Equal("""{"a":1,"b":3}""", customer.At("/metadata").GetRawText());
    }

    [Fact]
    public async Task A_known_customer_without_a_name_gets_the_one_that_is_typed()
    {
        var known = await server.CustomerAsync("nameless@example.com");
        var checkout = await server.Api.OpenAsync();

        (
            await server.Public.ConfirmAsync(
                checkout,
                buyer: """
                "customer_email":"nameless@example.com","customer_name":"Typed","customer_billing_address":{"country":"FR"}
                """
            )
        ).Expect(200);

        Assert.Equal("Typed", (await server.Api.GetAsync($"/v1/customers/{known.Id}")).TextAt("/name"));
    }

    [Fact]
    public async Task Who_only_knows_an_address_takes_nobody_over()
    {
        var known = await server.CustomerAsync("victim@example.com");
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            ""","external_customer_id":"thief" """
        );

        var answer = await server.Public.ConfirmAsync(
            checkout,
            buyer: """ "customer_email":"VICTIM@example.com","customer_billing_address":{"country":"FR"} """,
            headers: ("Polar-Version", "2026-10")
        );

        Assert.Equal(known.Id, answer.Expect(200).At("/customer_id").GetGuid());
        Assert.Equal(JsonValueKind.Null, answer.At("/customer_session_token").ValueKind);
        Assert.True((await server.Api.GetAsync($"/v1/customers/{known.Id}")).IsNullAt("/external_id"));
        (await server.Api.GetAsync("/v1/customers/external/thief")).Expect(404);
    }

    [Fact]
    public async Task A_customer_of_another_organization_is_somebody_else()
    {
        (await server.OtherApi.PostAsync("/v1/customers/", """{"email":"both@example.com","name":"Other"}""")).Expect(
            201
        );
        var checkout = await server.Api.OpenAsync();

        (
            await server.Public.ConfirmAsync(
                checkout,
                buyer: """ "customer_email":"both@example.com","customer_billing_address":{"country":"FR"} """
            )
        ).Expect(200);

        var customer = Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("customer");
        Assert.Equal(JsonValueKind.Null, customer.GetProperty("name").ValueKind);
    }

    [Fact]
    public async Task A_customer_is_there_before_the_money_moves_and_stays_when_it_does_not()
    {
        const string Buyer = """ "customer_email":"early@example.com","customer_billing_address":{"country":"FR"} """;
        var checkout = await server.Api.OpenAsync();

        (await server.Public.ConfirmAsync(checkout, "ctoken_test_decline", Buyer)).ExpectError(400, "PaymentError");

        var found = (await server.Api.GetAsync("/v1/customers/?email=early@example.com")).Expect(200);
        var customer = found.TextAt("/items/0/id");
        Assert.Equal(customer, (await server.Public.ConfirmAsync(checkout, buyer: Buyer)).TextAt("/customer_id"));
        Assert.Equal(
            1,
            (await server.Api.GetAsync("/v1/customers/?email=early@example.com")).NumberAt("/pagination/total_count")
        );
    }
}
