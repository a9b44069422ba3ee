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
    [InlineData("null", "", "disabled", "disabled", "disabled")]
    [InlineData("""{"country":"CA"}""", ""","require_billing_address":true""", "required", "required", "optional")]
    [InlineData("""{"country":"CA"}""", ""","is_business_customer":true""", "required", "required", "optional")]
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

    [Fact]
    public async Task Who_pays_by_upi_is_asked_for_the_whole_address()
    {
        var checkout = await server.CheckoutAsync(""" "customer_billing_address":{"country":"IN"} """);
        Assert.Equal("disabled", checkout.Created.TextAt("/billing_address_fields/line1"));

        var answer = (await checkout.ClientUpdateAsync("""{"payment_method_type":"upi"}""")).Expect(200);

        Assert.Equal("required", answer.TextAt("/billing_address_fields/line1"));
        Assert.Equal("required", answer.TextAt("/billing_address_fields/postal_code"));
        Assert.Equal("optional", answer.TextAt("/billing_address_fields/state"));
        Assert.Equal("optional", answer.TextAt("/billing_address_fields/line2"));
    }

    [Theory]
    [InlineData("US", "ny", "US-NY")]
    [InlineData("us", "US-NY", "US-NY")]
    [InlineData("US", "dc", "US-DC")]
    [InlineData("CA", "on", "CA-ON")]
    [InlineData("ca", "ca-nu", "CA-NU")]
    [InlineData("DE", " Bayern ", "Bayern")]
    [InlineData("DE", "XX", "XX")]
    public async Task A_state_is_written_in_one_way_where_states_have_codes(string country, string said, string kept)
    {
        var answer = await server.OpenAsync(
            server.Acme.ProductId,
            $$""" "customer_billing_address":{"country":"{{country}}","state":"{{said}}"} """
        );
        Assert.Equal(kept, answer.Expect(201).TextAt("/customer_billing_address/state"));
        Assert.Equal(country.ToUpperInvariant(), answer.TextAt("/customer_billing_address/country"));
    }

    [Theory]
    [InlineData("US", "PR", "Invalid US state")]
    [InlineData("US", "GU", "Invalid US state")]
    [InlineData("US", "CA-ON", "Invalid US state")]
    [InlineData("US", "California", "Invalid US state")]
    [InlineData("CA", "NY", "Invalid CA subdivision")]
    [InlineData("CA", "US-NY", "Invalid CA subdivision")]
    public async Task What_is_no_state_is_refused_and_the_message_says_of_which_country(
        string country,
        string state,
        string message
    )
    {
        var checkout = await server.CheckoutAsync();
        var refused = await checkout.ClientUpdateAsync(
            $$"""{"customer_billing_address":{"country":"{{country}}","state":"{{state}}"} }"""
        );
        Assert.Equal(["body.customer_billing_address.state: value_error"], refused.Expect(422).Complaints);
        Assert.Equal(message, refused.TextAt("/detail/0/msg"));
    }

    [Fact]
    public async Task All_countries_but_five_are_sold_to()
    {
        foreach (var country in (string[])["CU", "IR", "KP", "SY", "RU", "ru", "XX", "FRA", ""])
        {
            Assert.Equal(
                ["body.customer_billing_address.country: enum"],
                (await OpenAsync(country)).Expect(422).Complaints
            );
        }

        Assert.Equal(244, Core.Taxes.Addresses.Countries.Count);
        foreach (var country in Core.Taxes.Addresses.Countries)
        {
            (await OpenAsync(country.ToLowerInvariant())).Expect(201);
        }

        Task<Answer> OpenAsync(string country) =>
            server.OpenAsync(server.Acme.ProductId, $$""" "customer_billing_address":{"country":"{{country}}"} """);
    }
}
