namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What absent, null and a value mean for each field of an update (contract section 2.3).</summary>
public sealed class UpdateMatrixTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Set = """
        "customer_name":"N","customer_email":"a@b.co","customer_billing_name":"B","customer_tax_id":"FR61954506077",
        "customer_billing_address":{"country":"FR","line1":"1"},"customer_ip_address":"1.2.3.4","metadata":{"a":"x"},
        "customer_metadata":{"k":"v"},"success_url":"https://x.y/s","return_url":"https://x.y/r",
        "embed_origin":"https://x.y","trial_interval":"day","trial_interval_count":7,"is_business_customer":true,
        "amount":700,"locale":"fr"
        """;

    [Theory]
    [InlineData("/customer_name", """ "customer_name":null """, "null")]
    [InlineData("/customer_name", """ "customer_name":"  " """, "null")]
    [InlineData("/customer_name", """ "customer_name":"M" """, "\"M\"")]
    [InlineData("/customer_email", """ "customer_email":null """, "null")]
    [InlineData("/customer_email", """ "customer_email":"c@d.co" """, "\"c@d.co\"")]
    [InlineData("/customer_billing_name", """ "customer_billing_name":null """, "null")]
    [InlineData("/customer_billing_name", """ "customer_billing_name":"C" """, "\"C\"")]
    [InlineData("/customer_tax_id", """ "customer_tax_id":null """, "null")]
    [InlineData("/customer_tax_id", """ "customer_tax_id":"" """, "null")]
    [InlineData("/customer_tax_id", """ "customer_tax_id":"fr 40 303 265 045" """, "\"FR40303265045\"")]
    [InlineData("/customer_billing_address/line1", """ "customer_billing_address":null """, "\"1\"")]
    [InlineData("/customer_billing_address/line1", """ "customer_billing_address":{"country":"FR"} """, "null")]
    [InlineData("/customer_ip_address", """ "customer_ip_address":null """, "null")]
    [InlineData("/customer_ip_address", """ "customer_ip_address":"::1" """, "\"::1\"")]
    [InlineData("/metadata", """ "metadata":null """, """{"a":"x"}""")]
    [InlineData("/metadata", """ "metadata":{} """, "{}")]
    [InlineData("/metadata", """ "metadata":{"b":1} """, """{"b":1}""")]
    [InlineData("/customer_metadata", """ "customer_metadata":null """, """{"k":"v"}""")]
    [InlineData("/customer_metadata", """ "customer_metadata":{"l":true} """, """{"l":true}""")]
    [InlineData("/return_url", """ "return_url":null """, "null")]
    [InlineData("/return_url", """ "return_url":"https://z.y/r" """, "\"https://z.y/r\"")]
    [InlineData("/success_url", """ "success_url":"https://z.y/s" """, "\"https://z.y/s\"")]
    [InlineData("/embed_origin", """ "embed_origin":null """, "null")]
    [InlineData("/embed_origin", """ "embed_origin":"https://z.y" """, "\"https://z.y\"")]
    [InlineData("/trial_interval", """ "trial_interval":null,"trial_interval_count":null """, "null")]
    [InlineData("/trial_interval_count", """ "trial_interval_count":9 """, "9")]
    [InlineData("/trial_interval", """ "trial_interval":"month" """, "\"month\"")]
    [InlineData("/allow_trial", """ "allow_trial":null """, "true")]
    [InlineData("/allow_trial", """ "allow_trial":false """, "false")]
    [InlineData("/allow_discount_codes", """ "allow_discount_codes":null """, "true")]
    [InlineData("/allow_discount_codes", """ "allow_discount_codes":false """, "false")]
    [InlineData("/require_billing_address", """ "require_billing_address":null """, "true")]
    [InlineData("/require_billing_address", """ "require_billing_address":false """, "false")]
    [InlineData("/amount", """ "amount":null """, "700")]
    [InlineData("/amount", """ "amount":800 """, "800")]
    [InlineData("/product_id", """ "product_id":null,"product_price_id":null,"currency":null,"seats":null """, null)]
    [InlineData("/is_business_customer", """ "is_business_customer":null """, "true")]
    [InlineData("/is_business_customer", """ "is_business_customer":false """, "false")]
    public async Task A_field_does_what_its_value_says_and_nothing_when_it_is_absent(
        string place,
        string said,
        string? after
    )
    {
        var checkout = await server.CheckoutAsync(server.Products.Custom, Set);
        var before = checkout.Created.JsonAt(place);

        Assert.Equal(before, (await checkout.UpdateAsync("{}")).Expect(200).JsonAt(place));
        Assert.Equal(after ?? before, (await checkout.UpdateAsync($"{{{said}}}")).Expect(200).JsonAt(place));
        Assert.Equal(after ?? before, (await checkout.GetAsync()).Expect(200).JsonAt(place));
    }

    [Fact]
    public async Task A_success_url_of_null_leads_to_our_own_page_again()
    {
        var checkout = await server.CheckoutAsync(""" "success_url":"https://x.y" """);
        var answer = (await checkout.UpdateAsync("""{"success_url":null}""")).Expect(200);
        Assert.Equal($"{answer.TextAt("/url")}/confirmation", answer.TextAt("/success_url"));
    }

    [Fact]
    public async Task No_business_has_neither_tax_id_nor_billing_name_even_when_both_are_sent()
    {
        var checkout = await server.CheckoutAsync(Set);

        var answer = (
            await checkout.UpdateAsync(
                """
                {"is_business_customer":false,"customer_billing_name":"C","customer_tax_id":"FR40303265045"}
                """
            )
        ).Expect(200);

        Assert.True(answer.IsNullAt("/customer_tax_id"));
        Assert.True(answer.IsNullAt("/customer_billing_name"));
    }

    [Fact]
    public async Task A_tax_id_must_be_good_in_the_country_that_the_buyer_moves_to()
    {
        var checkout = await server.CheckoutAsync(Set);

        Assert.Equal(
            ["body.customer_tax_id: value_error"],
            (await checkout.UpdateAsync("""{"customer_billing_address":{"country":"DE"}}""")).Expect(422).Complaints
        );
        var moved = (
            await checkout.UpdateAsync(
                """{"customer_billing_address":{"country":"DE"},"customer_tax_id":"DE 136,695 976"}"""
            )
        ).Expect(422);
        Assert.Equal(["body.customer_tax_id: value_error"], moved.Complaints);
        Assert.Equal(
            "DE136695976",
            (
                await checkout.UpdateAsync(
                    """{"customer_billing_address":{"country":"DE"},"customer_tax_id":"DE 136 695 976"}"""
                )
            )
                .Expect(200)
                .TextAt("/customer_tax_id")
        );
    }

    [Fact]
    public async Task A_refused_update_changes_nothing()
    {
        var checkout = await server.CheckoutAsync();
        (await checkout.UpdateAsync("""{"customer_name":"X","seats":3}""")).Expect(422);

        var found = (await checkout.GetAsync()).Expect(200);
        Assert.True(found.IsNullAt("/customer_name"));
        Assert.True(found.IsNullAt("/modified_at"));
    }

    [Fact]
    public async Task An_update_says_when_it_was_made()
    {
        var checkout = await server.CheckoutAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(3));
        var answer = (await checkout.UpdateAsync("""{"customer_name":"X"}""")).Expect(200);
        Assert.Equal(server.Clock.GetUtcNow(), answer.At("/modified_at").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_only_the_organization_may_say_is_skipped_when_a_buyer_says_it()
    {
        var checkout = await server.CheckoutAsync(Set);

        (
            await checkout.ClientUpdateAsync(
                """
                {"metadata":{"b":1},"customer_metadata":{"b":1},"success_url":null,"return_url":null,"embed_origin":null,
                "discount_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11","allow_discount_codes":false,"currency":"eur",
                "require_billing_address":false,"trial_interval":"year","trial_interval_count":9,"customer_ip_address":null,
                "customer_name":"M"}
                """
            )
        ).Expect(200);

        var found = (await checkout.GetAsync()).Expect(200);
        Assert.Equal("M", found.TextAt("/customer_name"));
        foreach (
            var place in (string[])
                [
                    "/metadata",
                    "/customer_metadata",
                    "/success_url",
                    "/return_url",
                    "/embed_origin",
                    "/discount_id",
                    "/allow_discount_codes",
                    "/currency",
                    "/require_billing_address",
                    "/trial_interval",
                    "/customer_ip_address",
                ]
        )
        {
            Assert.Equal(checkout.Created.JsonAt(place), found.JsonAt(place));
        }
    }

    [Theory]
    [InlineData("""{"allow_trial":true}""", "body.allow_trial: literal_error")]
    [InlineData("""{"customer_email":"x"}""", "body.customer_email: value_error")]
    [InlineData("""{"product_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11"}""", "body.product_id: value_error")]
    [InlineData(
        """{"product_price_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11"}""",
        "body.product_price_id: value_error"
    )]
    [InlineData("""{"discount_code":"NOTHING"}""", "body.discount_code: value_error")]
    [InlineData("""{"seats":2}""", "body.seats: value_error")]
    [InlineData("""{"units":2}""", "body.units: value_error")]
    public async Task A_buyer_is_told_what_is_wrong(string body, string complaint)
    {
        var checkout = await server.CheckoutAsync();
        Assert.Equal([complaint], (await checkout.ClientUpdateAsync(body)).Expect(422).Complaints);
    }

    [Fact]
    public async Task A_buyer_may_give_up_the_trial_and_choose_how_to_pay()
    {
        var checkout = await server.CheckoutAsync(
            server.Products.Recurring,
            """ "trial_interval":"day","trial_interval_count":7 """
        );
        Assert.Equal("day", checkout.Created.TextAt("/active_trial_interval"));

        var answer = (
            await checkout.ClientUpdateAsync("""{"allow_trial":false,"payment_method_type":" card "}""")
        ).Expect(200);

        Assert.True(answer.IsNullAt("/active_trial_interval"));
        Assert.True(answer.IsNullAt("/trial_end"));
        Assert.Equal("card", answer.TextAt("/payment_method_type"));
        Assert.True(
            (await checkout.ClientUpdateAsync("""{"payment_method_type":null}"""))
                .Expect(200)
                .IsNullAt("/payment_method_type")
        );
    }
}
