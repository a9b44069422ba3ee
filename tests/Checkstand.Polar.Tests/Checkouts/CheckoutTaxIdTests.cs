namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Tax ids of buyers (contract section 2.6). The rules of each country are the core's tests.</summary>
public sealed class CheckoutTaxIdTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Theory]
    [InlineData("FR", "fr 61 954 506 077", "FR61954506077")]
    [InlineData("DE", "136 695 976", "DE136695976")]
    [InlineData("GB", "GB 980 7806 84", "GB980780684")]
    [InlineData("US", "91-1144442", "911144442")]
    [InlineData("CA", "12302 6635 RT 0001", "123026635RT0001")]
    [InlineData("IN", "27AAPFU0939F1ZV", "27AAPFU0939F1ZV")]
    [InlineData("VN", "0100233488", "0100233488")]
    [InlineData("AE", "123456789012345", "123456789012345")]
    [InlineData("GE", "123456789", "123456789")]
    [InlineData("HK", "12345678", "12345678")]
    [InlineData("MU", "20131234", "20131234")]
    public async Task An_id_of_the_buyers_country_is_kept_in_its_normal_form(string country, string said, string kept)
    {
        var answer = await OpenAsync(country, said);
        Assert.Equal(kept, answer.Expect(201).TextAt("/customer_tax_id"));
    }

    [Theory]
    [InlineData("FR", "FR61954506078")]
    [InlineData("FR", "DE136695976")]
    [InlineData("GB", "GB980780685")]
    [InlineData("US", "911144")]
    [InlineData("AE", "12345678901234")]
    [InlineData("GE", "12345678")]
    [InlineData("HK", "1234567")]
    [InlineData("MU", "40131234")]
    [InlineData("CA", "1230266350001")]
    public async Task What_is_no_id_of_that_country_is_refused(string country, string said)
    {
        var refused = (await OpenAsync(country, said)).ExpectError(422, "PolarRequestValidationError");
        Assert.Equal(["body.customer_tax_id: value_error"], refused.Complaints);
        Assert.Equal("Invalid tax ID.", refused.TextAt("/detail/0/msg"));
        Assert.DoesNotContain(said, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_country_no_id_can_be_judged()
    {
        const string Complaint = "body.customer_billing_address: missing";
        var checkout = await server.CheckoutAsync();
        Assert.Equal(
            [Complaint],
            (await checkout.ClientUpdateAsync("""{"customer_tax_id":"FR61954506077"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            [Complaint],
            (await checkout.UpdateAsync("""{"customer_tax_id":"FR61954506077"}""")).Expect(422).Complaints
        );
        (
            await checkout.ClientUpdateAsync(
                """{"customer_tax_id":"FR61954506077","customer_billing_address":{"country":"FR"}}"""
            )
        ).Expect(200);
    }

    [Fact]
    public async Task An_id_that_is_good_in_the_new_country_too_stays_when_the_buyer_moves()
    {
        var checkout = await server.CheckoutAsync(
            """ "customer_tax_id":"FR53000004605","customer_billing_address":{"country":"MC"} """
        );
        var moved = await checkout.ClientUpdateAsync("""{"customer_billing_address":{"country":"FR"}}""");
        Assert.Equal("FR53000004605", moved.Expect(200).TextAt("/customer_tax_id"));

        Assert.Equal(
            ["body.customer_tax_id: value_error"],
            (await checkout.ClientUpdateAsync("""{"customer_billing_address":{"country":"US"}}"""))
                .Expect(422)
                .Complaints
        );
        var without = await checkout.ClientUpdateAsync(
            """{"customer_billing_address":{"country":"US"},"customer_tax_id":null}"""
        );
        Assert.True(without.Expect(200).IsNullAt("/customer_tax_id"));
    }

    [Fact]
    public async Task An_id_goes_with_the_order()
    {
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            """
            ,"is_business_customer":true,"customer_tax_id":"FR61954506077","customer_billing_name":"B",
            "customer_email":"tax@example.com",
            "customer_billing_address":{"country":"FR","line1":"1 rue","city":"Paris","postal_code":"75001"}
            """
        );
        (await server.Public.ConfirmAsync(checkout, buyer: "")).Expect(200);

        var customer = Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("customer");
        Assert.Equal(
            ["FR61954506077", "eu_vat"],
            customer.GetProperty("tax_id").EnumerateArray().Select(one => one.GetString())
        );
    }

    private Task<Answer> OpenAsync(string country, string id) =>
        server.OpenAsync(
            server.Acme.ProductId,
            $$""" "customer_tax_id":"{{id}}","customer_billing_address":{"country":"{{country}}"} """
        );
}
