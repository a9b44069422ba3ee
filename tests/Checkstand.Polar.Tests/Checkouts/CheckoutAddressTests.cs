namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Which parts of an address a checkout asks for (contract sections 2.2 and 2.5).</summary>
public sealed class CheckoutAddressTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Theory]
    [InlineData(""" {"country":"FR"} """, false)]
    [InlineData(""" {"country":"FR","line1":" "} """, false)]
    [InlineData(""" {"country":"FR","line1":"1 rue"} """, true)]
    [InlineData(""" {"country":"FR","city":"Paris"} """, true)]
    [InlineData(""" {"country":"FR","postal_code":"75001"} """, true)]
    [InlineData(""" {"country":"FR","state":"Essonne"} """, true)]
    [InlineData(""" {"country":"US","state":"CA"} """, false)]
    public async Task A_preset_part_of_an_address_asks_for_the_whole(string address, bool isAsked)
    {
        var answer = await server.OpenAsync(server.Acme.ProductId, $""" "customer_billing_address":{address} """);
        Assert.Equal(isAsked, answer.Expect(201).At("/require_billing_address").GetBoolean());
    }

    [Theory]
    [InlineData("""{"country":"FR"}""", "", "disabled", "disabled", "disabled")]
    [InlineData("""{"country":"CA"}""", "", "required", "disabled", "disabled")]
    [InlineData("""{"country":"US"}""", "", "required", "required", "optional")]
    [InlineData("""{"country":"FR"}""", ""","require_billing_address":true""", "optional", "required", "optional")]
    [InlineData("""{"country":"FR"}""", ""","is_business_customer":true""", "optional", "required", "optional")]
    [InlineData("null", ""","require_billing_address":true""", "optional", "required", "optional")]
    public async Task The_fields_of_the_address_say_what_is_asked_for(
        string address,
        string more,
        string state,
        string full,
        string line2
    )
    {
        var answer = (
            await server.OpenAsync(server.Acme.ProductId, $""" "customer_billing_address":{address}{more} """)
        ).Expect(201);

        Assert.Equal(
            $$"""{"country":"required","state":"{{state}}","city":"{{full}}","postal_code":"{{full}}","line1":"{{full}}","line2":"{{line2}}"}""",
            answer.JsonAt("/billing_address_fields")
        );
        Assert.Equal(state != "disabled", answer.At("/customer_billing_address_fields/state").GetBoolean());
        Assert.Equal(full != "disabled", answer.At("/customer_billing_address_fields/line1").GetBoolean());
    }
}
