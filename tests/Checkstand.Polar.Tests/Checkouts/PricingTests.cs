using Checkstand.Core.Discounts;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What checkouts cost and ask for (contract sections 2.4 and 3.4 to 3.6).</summary>
public sealed class PricingTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Tiers = """
        {"amount_type":"seat_based","price_currency":"usd","seat_tiers":{"seat_tier_type":"KIND","tiers":[
        {"min_seats":2,"max_seats":5,"price_per_seat":1000},{"min_seats":6,"max_seats":20,"price_per_seat":800}]}}
        """;

    [Fact]
    public async Task A_custom_price_is_what_is_proposed_until_an_amount_is_named()
    {
        var checkout = await server.CheckoutAsync(server.Products.Custom);
        Assert.Equal(500, checkout.Created.NumberAt("/amount"));
        Assert.Equal(700, (await checkout.ClientUpdateAsync("""{"amount":700}""")).Expect(200).NumberAt("/amount"));
        Assert.Equal(700, (await checkout.ClientUpdateAsync("{}")).Expect(200).NumberAt("/amount"));

        var withoutPreset = await server.ProductAsync("""{"amount_type":"custom","minimum_amount":120}""");
        Assert.Equal(120, (await server.OpenAsync(withoutPreset)).Expect(201).NumberAt("/amount"));
    }

    [Theory]
    [InlineData(99, "greater_than_equal")]
    [InlineData(100_001, "less_than_equal")]
    public async Task A_named_amount_stays_within_the_bounds_of_the_price(long amount, string type)
    {
        Assert.Equal(
            [$"body.amount: {type}"],
            (await server.OpenAsync(server.Products.Custom, $""" "amount":{amount} """)).Expect(422).Complaints
        );
        var checkout = await server.CheckoutAsync(server.Products.Custom);
        Assert.Equal(
            [$"body.amount: {type}"],
            (await checkout.ClientUpdateAsync($$"""{"amount":{{amount}}}""")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task Nothing_may_be_named_only_where_the_price_allows_it_and_less_than_a_card_takes_never()
    {
        var product = await server.ProductAsync("""{"amount_type":"custom","minimum_amount":0}""");

        Assert.Equal(0, (await server.OpenAsync(product, """ "amount":0 """)).Expect(201).NumberAt("/total_amount"));
        Assert.Equal(
            ["body.amount: invalid_amount"],
            (await server.OpenAsync(product, """ "amount":49 """)).Expect(422).Complaints
        );
        Assert.Equal(50, (await server.OpenAsync(product, """ "amount":50 """)).Expect(201).NumberAt("/amount"));
        Assert.Equal(
            ["body.amount: less_than_equal"],
            (await server.OpenAsync(product, """ "amount":100000000 """)).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.amount: greater_than_equal"],
            (await server.OpenAsync(server.Products.Custom, """ "amount":0 """)).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task A_fixed_price_takes_no_notice_of_an_amount()
    {
        Assert.Equal(
            1000,
            (await server.OpenAsync(server.Acme.ProductId, """ "amount":5 """)).Expect(201).NumberAt("/amount")
        );
    }

    [Theory]
    [InlineData("volume", null, 2, 2000)]
    [InlineData("volume", 5, 5, 5000)]
    [InlineData("volume", 6, 6, 4800)]
    [InlineData("graduated", null, 2, 2000)]
    [InlineData("graduated", 5, 5, 5000)]
    [InlineData("graduated", 7, 7, 6600)]
    [InlineData("graduated", 20, 20, 17000)]
    public async Task Seats_cost_what_their_tiers_say(string kind, int? asked, int seats, long amount)
    {
        var product = await server.ProductAsync(Tiers.Replace("KIND", kind, StringComparison.Ordinal));
        var answer = (await server.OpenAsync(product, asked is null ? "" : $""" "seats":{asked} """)).Expect(201);

        Assert.Equal(seats, answer.NumberAt("/seats"));
        Assert.Equal(amount, answer.NumberAt("/amount"));
        Assert.Equal(2, answer.NumberAt("/product_price/seat_tiers/minimum_seats"));
        Assert.Equal(20, answer.NumberAt("/product_price/seat_tiers/maximum_seats"));
    }

    [Theory]
    [InlineData(""" "seats":1 """, "body.seats: greater_than_equal")]
    [InlineData(""" "seats":21 """, "body.seats: less_than_equal")]
    [InlineData(""" "min_seats":1 """, "body.min_seats: greater_than_equal")]
    [InlineData(""" "max_seats":21 """, "body.max_seats: less_than_equal")]
    [InlineData(""" "min_seats":6,"max_seats":5 """, "body.min_seats: value_error")]
    [InlineData(""" "min_seats":6,"seats":5 """, "body.seats: greater_than_equal")]
    [InlineData(""" "max_seats":6,"seats":7 """, "body.seats: less_than_equal")]
    public async Task Seats_stay_within_the_bounds_of_price_and_checkout(string fields, string complaint)
    {
        var product = await server.ProductAsync(Tiers.Replace("KIND", "volume", StringComparison.Ordinal));
        Assert.Equal([complaint], (await server.OpenAsync(product, fields)).Expect(422).Complaints);
    }

    [Fact]
    public async Task A_buyer_changes_seats_within_the_sellers_bounds()
    {
        var product = await server.ProductAsync(Tiers.Replace("KIND", "volume", StringComparison.Ordinal));
        var checkout = await server.CheckoutAsync(product, """ "min_seats":3,"max_seats":8 """);
        Assert.Equal(3, checkout.Created.NumberAt("/seats"));
        Assert.Equal(3, checkout.Created.NumberAt("/min_seats"));

        Assert.Equal(6400, (await checkout.ClientUpdateAsync("""{"seats":8}""")).Expect(200).NumberAt("/amount"));
        Assert.Equal(
            ["body.seats: less_than_equal"],
            (await checkout.ClientUpdateAsync("""{"seats":9}""")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task Another_product_brings_its_own_price_and_forgets_the_named_amount()
    {
        var answer = (
            await server.Api.PostAsync(
                Root,
                $$"""{"products":["{{server.Products.Custom}}","{{server.Acme.ProductId}}"],"amount":900}"""
            )
        ).Expect(201);
        var checkout = new OpenCheckout(server, answer);

        var changed = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Acme.ProductId}}"}""")).Expect(
            200
        );
        Assert.Equal(server.Acme.ProductId, changed.At("/product/id").GetGuid());
        Assert.Equal(1000, changed.NumberAt("/amount"));

        var price = answer.At("/product_price_id").GetGuid();
        var back = (await checkout.ClientUpdateAsync($$"""{"product_price_id":"{{price}}"}""")).Expect(200);
        Assert.Equal(server.Products.Custom, back.At("/product_id").GetGuid());
        Assert.Equal(500, back.NumberAt("/amount"));
    }

    [Fact]
    public async Task To_name_the_chosen_product_or_price_again_changes_nothing()
    {
        var checkout = await server.CheckoutAsync(server.Products.Custom, """ "amount":700 """);
        var price = checkout.Created.TextAt("/product_price_id");

        Assert.Equal(
            700,
            (await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Products.Custom}}"}"""))
                .Expect(200)
                .NumberAt("/amount")
        );
        Assert.Equal(
            700,
            (await checkout.ClientUpdateAsync($$"""{"product_price_id":"{{price}}"}""")).Expect(200).NumberAt("/amount")
        );
    }

    [Fact]
    public async Task Another_product_keeps_the_currency_if_it_can_and_falls_back_to_the_sellers()
    {
        var both = await server.ProductAsync($"{Fixed(700)},{Fixed(650, "eur")}");
        var eurToo = await server.ProductAsync($"{Fixed(300)},{Fixed(250, "eur")}");
        var answer = (
            await server.Api.PostAsync(
                Root,
                $$"""{"products":["{{both}}","{{eurToo}}","{{server.Acme.ProductId}}"],"currency":"eur"}"""
            )
        ).Expect(201);
        var checkout = new OpenCheckout(server, answer);

        Assert.Equal(250, (await checkout.UpdateAsync($$"""{"product_id":"{{eurToo}}"}""")).NumberAt("/amount"));
        var dollars = (await checkout.UpdateAsync($$"""{"product_id":"{{server.Acme.ProductId}}"}""")).Expect(200);
        Assert.Equal("usd", dollars.TextAt("/currency"));
        Assert.Equal(
            ["body.currency: value_error"],
            (await checkout.UpdateAsync("""{"currency":"eur"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            "eur",
            (await checkout.UpdateAsync($$"""{"product_id":"{{both}}","currency":"eur"}"""))
                .Expect(200)
                .TextAt("/currency")
        );
    }

    [Fact]
    public async Task A_product_that_was_archived_meanwhile_cannot_be_chosen()
    {
        var late = await server.ProductAsync(Fixed(500));
        var answer = await server.Api.PostAsync(Root, $$"""{"products":["{{server.Acme.ProductId}}","{{late}}"]}""");
        (await server.Api.PatchAsync($"/v1/products/{late}", """{"is_archived":true}""")).Expect(200);
        var checkout = new OpenCheckout(server, answer.Expect(201));

        Assert.Equal(
            ["body.product_id: value_error"],
            (await checkout.ClientUpdateAsync($$"""{"product_id":"{{late}}"}""")).Expect(422).Complaints
        );
    }

    [Theory]
    [InlineData(2500, 6, 2)]
    [InlineData(1250, 12, 2)]
    [InlineData(999, 3333, 333)]
    [InlineData(1000, 10_000, 1000)]
    public async Task A_percentage_is_exact_and_rounds_halves_up(long amount, int basisPoints, long off)
    {
        var product = await server.ProductAsync(Fixed(amount));
        var discount = await server.DiscountAsync(new Reduction.Percentage(basisPoints));

        var answer = (await server.OpenAsync(product, $""" "discount_id":"{discount.Id}" """)).Expect(201);

        Assert.Equal(off, answer.NumberAt("/discount_amount"));
        Assert.Equal(amount - off, answer.NumberAt("/net_amount"));
        Assert.Equal(amount - off, answer.NumberAt("/subtotal_amount"));
        Assert.Equal(amount - off, answer.NumberAt("/total_amount"));
        Assert.Equal(discount.Id, answer.At("/discount/id").GetGuid());
    }

    [Fact]
    public async Task A_fixed_discount_takes_no_more_than_there_is()
    {
        var discount = await server.DiscountAsync(
            new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 5000, ["eur"] = 1 })
        );
        var answer = (await server.OpenAsync(server.Acme.ProductId, $""" "discount_id":"{discount.Id}" """)).Expect(
            201
        );
        Assert.Equal(1000, answer.NumberAt("/discount_amount"));
        Assert.Equal(0, answer.NumberAt("/total_amount"));
        Assert.False(answer.At("/is_payment_required").GetBoolean());
    }

    [Fact]
    public async Task Nothing_to_pay_asks_for_no_card_and_forgets_what_only_payments_need()
    {
        var answer = (
            await server.OpenAsync(
                server.Products.Free,
                """
                "is_business_customer":true,"customer_billing_name":"B","customer_tax_id":"FR61954506077",
                "customer_billing_address":{"country":"FR"}
                """
            )
        ).Expect(201);

        Assert.True(answer.At("/is_free_product_price").GetBoolean());
        Assert.False(answer.At("/is_discount_applicable").GetBoolean());
        Assert.False(answer.At("/is_payment_form_required").GetBoolean());
        Assert.False(answer.At("/is_business_customer").GetBoolean());
        Assert.True(answer.IsNullAt("/customer_billing_name"));
        Assert.True(answer.IsNullAt("/customer_tax_id"));
        Assert.Equal(0, answer.NumberAt("/tax_amount"));
        Assert.True(answer.IsNullAt("/tax_behavior"));

        var kept = (
            await server.OpenAsync(
                server.Products.Free,
                """
                "is_business_customer":true,"customer_billing_name":"B","require_billing_address":true
                """
            )
        ).Expect(201);
        Assert.Equal("B", kept.TextAt("/customer_billing_name"));
    }

    [Fact]
    public async Task A_membership_keeps_a_card_and_a_trial_puts_the_payment_off()
    {
        var paid = (await server.OpenAsync(server.Products.Recurring)).Expect(201);
        Assert.True(paid.At("/is_payment_required").GetBoolean());
        Assert.True(paid.At("/is_payment_setup_required").GetBoolean());

        var tried = (
            await server.OpenAsync(server.Products.Recurring, """ "trial_interval":"month","trial_interval_count":1 """)
        ).Expect(201);
        Assert.False(tried.At("/is_payment_required").GetBoolean());
        Assert.True(tried.At("/is_payment_setup_required").GetBoolean());
        Assert.True(tried.At("/is_payment_form_required").GetBoolean());
        Assert.Equal(1500, tried.NumberAt("/total_amount"));
        Assert.Equal("month", tried.TextAt("/active_trial_interval"));
        Assert.Equal(1, tried.NumberAt("/active_trial_interval_count"));
        Assert.Equal(server.Clock.GetUtcNow().AddMonths(1), tried.At("/trial_end").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_trial_of_something_that_is_bought_once_is_kept_and_has_no_effect()
    {
        var answer = (
            await server.OpenAsync(server.Acme.ProductId, """ "trial_interval":"day","trial_interval_count":3 """)
        ).Expect(201);
        Assert.Equal("day", answer.TextAt("/trial_interval"));
        Assert.True(answer.IsNullAt("/active_trial_interval"));
        Assert.True(answer.IsNullAt("/trial_end"));
        Assert.True(answer.At("/is_payment_required").GetBoolean());
    }

    [Fact]
    public async Task A_products_own_trial_holds_until_the_checkout_has_another_or_forbids_it()
    {
        var product = await server.ProductAsync(
            Fixed(900),
            """ "recurring_interval":"month","trial_interval":"week","trial_interval_count":2 """
        );
        Assert.Equal("week", (await server.OpenAsync(product)).Expect(201).TextAt("/active_trial_interval"));
        Assert.Equal(
            "day",
            (await server.OpenAsync(product, """ "trial_interval":"day","trial_interval_count":5 """))
                .Expect(201)
                .TextAt("/active_trial_interval")
        );
        Assert.True(
            (await server.OpenAsync(product, """ "allow_trial":false """))
                .Expect(201)
                .IsNullAt("/active_trial_interval")
        );
    }

    [Theory]
    [InlineData(10_000, DiscountDuration.Forever, false)]
    [InlineData(10_000, DiscountDuration.Once, true)]
    [InlineData(9_999, DiscountDuration.Forever, true)]
    public async Task Only_all_off_forever_needs_no_card(int basisPoints, DiscountDuration duration, bool isSetup)
    {
        var discount = await server.DiscountAsync(
            new Reduction.Percentage(basisPoints),
            made => made with { Duration = duration }
        );
        var answer = (await server.OpenAsync(server.Products.Recurring, $""" "discount_id":"{discount.Id}" """)).Expect(
            201
        );
        Assert.Equal(isSetup, answer.At("/is_payment_setup_required").GetBoolean());
    }
}
