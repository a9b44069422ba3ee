using Checkstand.Core.Discounts;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What a checkout asks of its buyer, and trials (contract sections 3.4 to 3.6).</summary>
public sealed class PaymentFlagTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Monthly = """ "recurring_interval":"month" """;
    private const string Free = """{"amount_type":"free"}""";
    private const string CustomOfNothing = """{"amount_type":"custom","minimum_amount":0}""";
    private const string FreeSeats =
        """{"amount_type":"seat_based","seat_tiers":{"tiers":[{"min_seats":1,"price_per_seat":0}]}}""";
    private const string SomeFreeSeats = """
        {"amount_type":"seat_based","seat_tiers":{"tiers":[
        {"min_seats":1,"max_seats":1,"price_per_seat":0},{"min_seats":2,"price_per_seat":100}]}}
        """;

    // Free, discount applicable, payment required, setup required, form required; once and every month.
    [Theory]
    [InlineData(Free, "fnnnn", "fnnnn")]
    [InlineData(FreeSeats, "fnnnn", "fnnnn")]
    [InlineData(SomeFreeSeats, "ndnnn", "ndnnn")]
    [InlineData(CustomOfNothing, "ndnnn", "ndnnn")]
    [InlineData("""{"amount_type":"fixed","price_amount":900}""", "ndpnr", "ndpsr")]
    [InlineData("""{"amount_type":"custom","minimum_amount":500}""", "ndpnr", "ndpsr")]
    public async Task A_price_decides_what_is_asked_for(string price, string once, string monthly)
    {
        Assert.Equal(once, FlagsOf(await server.OpenAsync(await server.ProductAsync(price))));
        Assert.Equal(monthly, FlagsOf(await server.OpenAsync(await server.ProductAsync(price, Monthly))));
    }

    [Fact]
    public async Task What_is_metered_costs_nothing_yet_and_asks_for_a_card()
    {
        var metered = await server.ProductAsync($"{Free},{await MeteredAsync()}", Monthly);
        var answer = (await server.OpenAsync(metered)).Expect(201);
        Assert.Equal(0, answer.NumberAt("/total_amount"));
        Assert.Equal("ndnsr", FlagsOf(answer));

        var all = await server.DiscountAsync(
            new Reduction.Percentage(10_000),
            made => made with { Duration = DiscountDuration.Forever }
        );
        Assert.Equal("ndnnn", FlagsOf(await server.OpenAsync(metered, $""" "discount_id":"{all.Id}" """)));
    }

    [Theory]
    [InlineData(1000, "once", "ndnsr")]
    [InlineData(999, "once", "ndpsr")]
    [InlineData(1000, "forever", "ndnsr")]
    public async Task A_fixed_discount_of_everything_puts_the_payment_off_and_not_the_card(
        long amount,
        string duration,
        string flags
    )
    {
        var product = await server.ProductAsync(Fixed(1000), Monthly);
        var discount = await server.DiscountAsync(
            new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = amount }),
            made => made with { Duration = Enum.Parse<DiscountDuration>(duration, ignoreCase: true) }
        );
        Assert.Equal(flags, FlagsOf(await server.OpenAsync(product, $""" "discount_id":"{discount.Id}" """)));
    }

    [Fact]
    public async Task Where_nothing_is_paid_the_way_to_pay_is_forgotten()
    {
        var checkout = new OpenCheckout(
            server,
            await server.Api.PostAsync(
                Root,
                $$"""{"products":["{{server.Acme.ProductId}}","{{server.Products.Free}}"]}"""
            )
        );
        var paid = await checkout.ClientUpdateAsync("""{"payment_method_type":"card","is_business_customer":true}""");
        Assert.Equal("card", paid.Expect(200).TextAt("/payment_method_type"));

        var free = await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Products.Free}}"}""");

        Assert.True(free.Expect(200).IsNullAt("/payment_method_type"));
        Assert.False(free.At("/is_business_customer").GetBoolean());
        Assert.Equal(0, free.NumberAt("/tax_amount"));
        Assert.True(
            (await checkout.ClientUpdateAsync("""{"payment_method_type":"card"}"""))
                .Expect(200)
                .IsNullAt("/payment_method_type")
        );
    }

    [Theory]
    [InlineData("fixed")]
    [InlineData("free")]
    [InlineData("seats")]
    public async Task Only_a_custom_price_takes_notice_of_an_amount(string kind)
    {
        var (price, amount) = kind switch
        {
            "fixed" => (Fixed(1000), 1000),
            "free" => (Free, 0),
            _ => (SomeFreeSeats, 0),
        };
        var product = await server.ProductAsync(price);
        var checkout = await server.CheckoutAsync(product, """ "amount":12345 """);
        Assert.Equal(amount, checkout.Created.NumberAt("/amount"));
        Assert.Equal(amount, (await checkout.ClientUpdateAsync("""{"amount":5}""")).Expect(200).NumberAt("/amount"));
    }

    [Fact]
    public async Task A_trial_ends_by_the_calendar_and_counts_from_the_last_change()
    {
        var checkout = await server.CheckoutAsync(
            server.Products.Recurring,
            """ "trial_interval":"month","trial_interval_count":1 """
        );
        Assert.Equal(server.Clock.GetUtcNow().AddMonths(1), EndOf(checkout.Created));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var changed = (await checkout.ClientUpdateAsync("""{"customer_name":"N"}""")).Expect(200);
        Assert.Equal(server.Clock.GetUtcNow().AddMonths(1), EndOf(changed));

        var longer = await checkout.UpdateAsync("""{"trial_interval":"year","trial_interval_count":2}""");
        Assert.Equal(server.Clock.GetUtcNow().AddYears(2), EndOf(longer.Expect(200)));
        Assert.Equal(("year", 2), ActiveOf(longer));

        static DateTimeOffset EndOf(Answer answer) => answer.At("/trial_end").GetDateTimeOffset();
        static (string?, long) ActiveOf(Answer answer) =>
            (answer.TextAt("/active_trial_interval"), answer.NumberAt("/active_trial_interval_count"));
    }

    [Fact]
    public async Task A_trial_comes_and_goes_with_the_product_that_it_belongs_to()
    {
        var tried = await server.ProductAsync(
            Fixed(900),
            $"""{Monthly},"trial_interval":"week","trial_interval_count":2 """
        );
        var checkout = new OpenCheckout(
            server,
            await server.Api.PostAsync(Root, $$"""{"products":["{{server.Acme.ProductId}}","{{tried}}"]}""")
        );
        Assert.True(checkout.Created.IsNullAt("/trial_end"));

        var with = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{tried}}"}""")).Expect(200);
        Assert.Equal("week", with.TextAt("/active_trial_interval"));
        Assert.False(with.At("/is_payment_required").GetBoolean());
        Assert.True(with.At("/is_payment_form_required").GetBoolean());

        var without = await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Acme.ProductId}}"}""");
        Assert.True(without.Expect(200).IsNullAt("/active_trial_interval"));
        Assert.True(without.IsNullAt("/trial_end"));
        Assert.True(without.At("/is_payment_required").GetBoolean());
    }

    private static string FlagsOf(Answer answer)
    {
        answer.Expect(201);
        return Flag("is_free_product_price", 'f')
            + Flag("is_discount_applicable", 'd')
            + Flag("is_payment_required", 'p')
            + Flag("is_payment_setup_required", 's')
            + Flag("is_payment_form_required", 'r');

        string Flag(string name, char letter) => (answer.At("/" + name).GetBoolean() ? letter : 'n').ToString();
    }

    private async Task<string> MeteredAsync()
    {
        var meter = (
            await server.Api.PostAsync(
                "/v1/meters/",
                """{"name":"Calls","filter":{"conjunction":"and","clauses":[]},"aggregation":{"func":"count"}}"""
            )
        ).Expect(201);
        return $$"""{"amount_type":"metered_unit","meter_id":"{{meter.TextAt("/id")}}","unit_amount":"0.5"}""";
    }
}
