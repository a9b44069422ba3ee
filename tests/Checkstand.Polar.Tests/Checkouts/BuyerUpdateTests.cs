using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What absent, null and a value mean when a buyer says them, in an update or with the confirmation (contract section 2.3).</summary>
public sealed class BuyerUpdateTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Set = """
        "customer_name":"N","customer_email":"a@b.co","customer_billing_name":"B","customer_tax_id":"FR61954506077",
        "customer_billing_address":{"country":"FR","line1":"1","line2":"2","city":"Paris","postal_code":"75001"},
        "is_business_customer":true,"amount":700,"metadata":{"a":"x"},"customer_metadata":{"k":"v"},
        "success_url":"https://x.y/s","return_url":"https://x.y/r","embed_origin":"https://x.y"
        """;

    private const string Moved = """{"country":"FR","line1":"9","city":"Lyon","postal_code":"69001"}""";

    [Theory]
    [InlineData("/customer_name", """ "customer_name":null """, "null")]
    [InlineData("/customer_name", """ "customer_name":" " """, "null")]
    [InlineData("/customer_name", """ "customer_name":" M " """, "\"M\"")]
    [InlineData("/customer_email", """ "customer_email":"c@d.co" """, "\"c@d.co\"")]
    [InlineData("/customer_billing_name", """ "customer_billing_name":"C" """, "\"C\"")]
    [InlineData("/customer_tax_id", """ "customer_tax_id":null """, "null")]
    [InlineData("/customer_tax_id", """ "customer_tax_id":"fr 40 303 265 045" """, "\"FR40303265045\"")]
    [InlineData("/customer_billing_address/line1", """ "customer_billing_address":null """, "\"1\"")]
    [InlineData("/customer_billing_address/line1", $""" "customer_billing_address":{Moved} """, "\"9\"")]
    [InlineData("/customer_billing_address/line2", $""" "customer_billing_address":{Moved} """, "null")]
    [InlineData("/amount", """ "amount":null """, "700")]
    [InlineData("/amount", """ "amount":800 """, "800")]
    [InlineData("/product_id", """ "product_id":null,"product_price_id":null,"seats":null """, null)]
    [InlineData("/is_business_customer", """ "is_business_customer":null """, "true")]
    [InlineData("/is_business_customer", """ "is_business_customer":false """, "false")]
    [InlineData("/customer_billing_name", """ "is_business_customer":false,"customer_billing_name":"C" """, "null")]
    [InlineData("/customer_tax_id", """ "is_business_customer":false,"customer_tax_id":"FR40303265045" """, "null")]
    [InlineData("/allow_trial", """ "allow_trial":null """, "true")]
    [InlineData("/allow_trial", """ "allow_trial":false """, "false")]
    [InlineData("/discount_id", """ "discount_code":null """, "null")]
    public async Task A_field_does_the_same_in_an_update_and_with_the_confirmation(
        string place,
        string said,
        string? after
    )
    {
        var updated = await server.CheckoutAsync(server.Products.Custom, Set);
        var before = updated.Created.JsonAt(place);
        Assert.Equal(before, (await updated.ClientUpdateAsync("{}")).Expect(200).JsonAt(place));
        Assert.Equal(after ?? before, (await updated.ClientUpdateAsync($"{{{said}}}")).Expect(200).JsonAt(place));
        Assert.Equal(after ?? before, (await updated.GetAsync()).Expect(200).JsonAt(place));

        var kept = await server.CheckoutAsync(server.Products.Custom, Set);
        Assert.Equal(before, (await ConfirmAsync(kept, "")).Expect(200).JsonAt(place));
        var confirmed = await server.CheckoutAsync(server.Products.Custom, Set);
        Assert.Equal(after ?? before, (await ConfirmAsync(confirmed, said)).Expect(200).JsonAt(place));
        Assert.Equal(after ?? before, (await confirmed.GetAsync()).Expect(200).JsonAt(place));
    }

    [Theory]
    [InlineData("/customer_email", """ "customer_email":null """, "body.customer_email: missing")]
    [InlineData("/customer_billing_name", """ "customer_billing_name":null """, "body.customer_billing_name: missing")]
    public async Task What_a_payment_needs_may_be_taken_back_until_the_confirmation(
        string place,
        string said,
        string complaint
    )
    {
        var checkout = await server.CheckoutAsync(server.Products.Custom, Set);
        Assert.True((await checkout.ClientUpdateAsync($"{{{said}}}")).Expect(200).IsNullAt(place));
        Assert.Equal([complaint], (await ConfirmAsync(checkout, "")).Expect(422).Complaints);
        var direct = await server.CheckoutAsync(server.Products.Custom, Set);
        Assert.Equal([complaint], (await ConfirmAsync(direct, said)).Expect(422).Complaints);
    }

    [Fact]
    public async Task What_only_the_organization_may_say_is_skipped_in_a_confirmation_too()
    {
        var checkout = await server.CheckoutAsync(server.Products.Custom, Set);

        (
            await ConfirmAsync(
                checkout,
                """
                "metadata":{"b":1},"customer_metadata":{"b":1},"success_url":null,"return_url":null,"embed_origin":null,
                "discount_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11","allow_discount_codes":false,"currency":"eur",
                "require_billing_address":true,"trial_interval":"year","trial_interval_count":9,
                "customer_ip_address":"1.2.3.4","unknown":1
                """
            )
        ).Expect(200);

        var found = (await checkout.GetAsync()).Expect(200);
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

    [Fact]
    public async Task A_buyer_may_give_the_trial_up_but_not_ask_for_one_with_the_confirmation()
    {
        var product = await server.ProductAsync(
            Fixed(900),
            """ "recurring_interval":"month","trial_interval":"week","trial_interval_count":2 """
        );
        var checkout = await server.CheckoutAsync(product, Set);
        Assert.Equal(
            ["body.allow_trial: literal_error"],
            (await ConfirmAsync(checkout, """ "allow_trial":true """)).Expect(422).Complaints
        );
        Assert.Equal("week", (await ConfirmAsync(checkout, "")).Expect(200).TextAt("/active_trial_interval"));

        var given = await server.CheckoutAsync(product, Set);
        var paid = (await ConfirmAsync(given, """ "allow_trial":false """)).Expect(200);
        Assert.True(paid.IsNullAt("/active_trial_interval"));
        Assert.Equal(900, Assert.Single(await server.ChargesAsync(new Opened($"{given.Id}", given.Secret))).Amount);
    }

    [Fact]
    public async Task A_code_can_come_with_the_confirmation_and_counts_for_what_is_charged()
    {
        var code = $"CONFIRM{Core.RandomId.New():N}"[..16].ToUpperInvariant();
        await server.DiscountAsync(new Core.Discounts.Reduction.Percentage(5000), made => made with { Code = code });
        var checkout = await server.CheckoutAsync(server.Products.Custom, Set);

        var answer = await ConfirmAsync(checkout, $""" "discount_code":" {code.ToLowerInvariant()} " """);

        Assert.Equal((350, 350), (answer.Expect(200).NumberAt("/discount_amount"), answer.NumberAt("/total_amount")));
        Assert.Equal(
            350,
            Assert.Single(await server.ChargesAsync(new Opened($"{checkout.Id}", checkout.Secret))).Amount
        );
        var other = await server.CheckoutAsync(server.Products.Custom, Set);
        Assert.Equal(
            ["body.discount_code: value_error"],
            (await ConfirmAsync(other, """ "discount_code":"NOTHING" """)).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task The_email_of_a_known_customer_stays_with_every_kind_of_change()
    {
        var customer = await server.CustomerAsync("fixed@example.com");
        var checkout = await server.CheckoutAsync(server.Products.Custom, $"{Set},\"customer_id\":\"{customer.Id}\"");
        Assert.Equal("a@b.co", checkout.Created.TextAt("/customer_email"));

        foreach (var said in (string[])[""" "customer_email":"c@d.co" """, """ "customer_email":null """])
        {
            Assert.Equal("a@b.co", (await checkout.UpdateAsync($"{{{said}}}")).Expect(200).TextAt("/customer_email"));
        }

        var confirmed = await ConfirmAsync(checkout, """ "customer_email":"c@d.co" """);
        Assert.Equal("a@b.co", confirmed.Expect(200).TextAt("/customer_email"));
        Assert.Equal(customer.Id, confirmed.At("/customer_id").GetGuid());
    }

    [Fact]
    public async Task An_update_of_a_trial_leaves_no_half_of_one()
    {
        var checkout = await server.CheckoutAsync(server.Products.Recurring);
        Assert.Equal(
            ["body.trial_interval_count: missing"],
            (await checkout.UpdateAsync("""{"trial_interval":"day"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.trial_interval: missing"],
            (await checkout.UpdateAsync("""{"trial_interval_count":3}""")).Expect(422).Complaints
        );
        (await checkout.UpdateAsync("""{"trial_interval":"day","trial_interval_count":3}""")).Expect(200);
        Assert.Equal(
            ["body.trial_interval: missing"],
            (await checkout.UpdateAsync("""{"trial_interval":null}""")).Expect(422).Complaints
        );
        Assert.Equal(3, (await checkout.GetAsync()).NumberAt("/trial_interval_count"));
    }

    [Fact]
    public async Task A_discount_of_the_organization_is_checked_when_it_is_laid_on_and_goes_with_null()
    {
        var discount = await server.DiscountAsync(new Core.Discounts.Reduction.Percentage(1000));
        var elsewhere = await server.DiscountAsync(
            new Core.Discounts.Reduction.Percentage(1000),
            made => made with { ProductIds = [server.Products.Recurring] }
        );
        var checkout = await server.CheckoutAsync();

        var reduced = (await checkout.UpdateAsync($$"""{"discount_id":"{{discount.Id}}"}""")).Expect(200);
        Assert.Equal(100, reduced.NumberAt("/discount_amount"));
        Assert.Equal(100, (await checkout.UpdateAsync("{}")).Expect(200).NumberAt("/discount_amount"));
        Assert.Equal(
            ["body.discount_id: value_error"],
            (await checkout.UpdateAsync($$"""{"discount_id":"{{elsewhere.Id}}"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            0,
            (await checkout.UpdateAsync("""{"discount_id":null}""")).Expect(200).NumberAt("/discount_amount")
        );
    }

    [Fact]
    public async Task A_language_is_kept_set_and_taken_back_where_checkouts_are_translated()
    {
        await server.SellerAsync(seller =>
            seller with
            {
                Carried = new Core.JsonText(
                    """{"feature_settings":{"checkout_localization_enabled":true}}"""u8.ToArray()
                ),
            }
        );
        try
        {
            var checkout = await server.CheckoutAsync(""" "locale":"fr" """);
            Assert.Equal("fr", (await checkout.UpdateAsync("{}")).Expect(200).TextAt("/locale"));
            Assert.Equal(
                "pt-BR",
                (await checkout.ClientUpdateAsync("""{"locale":"PT-br"}""")).Expect(200).TextAt("/locale")
            );
            Assert.Equal("en", (await checkout.UpdateAsync("""{"locale":null}""")).Expect(200).TextAt("/locale"));
            Assert.Equal(
                ["body.locale: value_error"],
                (await checkout.ClientUpdateAsync("""{"locale":"xx"}""")).Expect(422).Complaints
            );
        }
        finally
        {
            await server.SellerAsync(seller => seller with { Carried = default });
        }
    }

    [Fact]
    public async Task Units_are_for_no_price_here_whoever_says_them()
    {
        var checkout = await server.CheckoutAsync();
        Assert.Equal(["body.units: value_error"], (await checkout.UpdateAsync("""{"units":2}""")).Complaints);
        Assert.Equal(["body.units: value_error"], (await ConfirmAsync(checkout, """ "units":2 """)).Complaints);
        (await checkout.UpdateAsync("""{"units":null}""")).Expect(200);
    }

    private Task<Answer> ConfirmAsync(OpenCheckout checkout, string said) =>
        server.Public.ConfirmAsync(new Opened($"{checkout.Id}", checkout.Secret), buyer: said);
}
