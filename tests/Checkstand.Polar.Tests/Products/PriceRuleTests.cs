namespace Checkstand.Polar.Tests.Products;

/// <summary>Which prices go together, and how much or little each may be (contract section 2.4).</summary>
public sealed class PriceRuleTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Fixed = """{"amount_type":"fixed","price_amount":1000}""";
    private const string Free = """{"amount_type":"free"}""";
    private const string Custom = """{"amount_type":"custom"}""";
    private const string Seats =
        """{"amount_type":"seat_based","seat_tiers":{"tiers":[{"min_seats":1,"price_per_seat":500}]}}""";
    private const string Meter1 = """{"amount_type":"metered_unit","unit_amount":"1","meter_id":"METER1"}""";
    private const string Meter2 = """{"amount_type":"metered_unit","unit_amount":"1","meter_id":"METER2"}""";

    [Theory]
    [InlineData(Fixed)]
    [InlineData(Free)]
    [InlineData(Custom)]
    [InlineData(Seats)]
    [InlineData(Fixed, Seats)]
    [InlineData(Free, Meter1)]
    [InlineData(Custom, Meter1, Meter2)]
    [InlineData(Fixed, Seats, Meter1, Meter2)]
    [InlineData(Meter1)]
    public async Task What_goes_together_is_taken(params string[] prices) => (await CreateAsync(prices)).Expect(201);

    [Theory]
    [InlineData("body.prices: value_error", Fixed, Fixed)]
    [InlineData("body.prices: value_error", Fixed, Free)]
    [InlineData("body.prices: value_error", Seats, Seats)]
    [InlineData("body.prices: value_error", Custom, Custom)]
    [InlineData("body.prices: value_error", Custom, Fixed)]
    [InlineData("body.prices: value_error", Custom, Seats)]
    [InlineData("body.prices.1.meter_id: value_error", Meter1, Meter1)]
    public async Task What_does_not_go_together_is_refused(string complaint, params string[] prices) =>
        Assert.Equal([complaint], (await CreateAsync(prices)).Expect(422).Complaints);

    [Fact]
    public async Task What_is_bought_once_is_not_metered() =>
        Assert.Equal(
            ["body.prices.1: value_error"],
            (await CreateAsync([Fixed, Meter1], more: "")).Expect(422).Complaints
        );

    [Fact]
    public async Task Every_currency_has_prices_of_the_same_kinds_and_the_sellers_own_is_among_them()
    {
        (await CreateAsync([Fixed, In(Fixed, "eur")])).Expect(201);
        (await CreateAsync([Fixed, Meter1, In(Fixed, "eur"), In(Meter1, "eur")])).Expect(201);
        foreach (
            var prices in (string[][])
                [
                    [Fixed, In(Custom, "eur")],
                    [Fixed, Meter1, In(Fixed, "eur")],
                    [Fixed, Seats, In(Fixed, "eur")],
                    [In(Fixed, "eur")],
                ]
        )
        {
            Assert.Equal(["body.prices: value_error"], (await CreateAsync(prices)).Expect(422).Complaints);
        }
    }

    [Fact]
    public async Task Prices_of_one_currency_mean_tax_in_the_same_way()
    {
        const string Inclusive = """{"amount_type":"fixed","price_amount":1000,"tax_behavior":"inclusive"}""";
        const string Exclusive =
            """{"amount_type":"fixed","price_currency":"eur","price_amount":900,"tax_behavior":"exclusive"}""";
        (await CreateAsync([Inclusive, Exclusive])).Expect(201);
        Assert.Equal(["body.prices: value_error"], (await CreateAsync([Inclusive, Seats])).Expect(422).Complaints);
    }

    [Theory]
    [InlineData("usd", 50, 99_999_999)]
    [InlineData("eur", 50, 99_999_999)]
    [InlineData("chf", 50, 99_999_999)]
    [InlineData("gbp", 40, 99_999_999)]
    [InlineData("jpy", 80, 99_999_999)]
    [InlineData("idr", 900_000, 1_600_000_000)]
    public async Task A_price_is_nothing_or_what_its_currency_can_be_charged_with(
        string currency,
        long least,
        long most
    )
    {
        await AssertAsync(0, null);
        await AssertAsync(least, null);
        await AssertAsync(most, null);
        await AssertAsync(least - 1, "minimum_price");
        await AssertAsync(1, "minimum_price");
        await AssertAsync(most + 1, "maximum_price");
        await AssertAsync(-1, "greater_than_equal");

        async Task AssertAsync(long amount, string? type)
        {
            var price = $$"""{"amount_type":"fixed","price_amount":{{amount}},"price_currency":"{{currency}}"}""";
            var answer = await CreateAsync(currency == "usd" ? [price] : [price, Fixed]);
            if (type is null)
            {
                answer.Expect(201);
                return;
            }

            Assert.Equal([$"body.prices.0.price_amount: {type}"], answer.Expect(422).Complaints);
        }
    }

    [Theory]
    [InlineData("""{"min_seats":1,"max_seats":5,"price_per_seat":9},{"min_seats":7,"price_per_seat":8}""", false)]
    [InlineData("""{"min_seats":1,"max_seats":5,"price_per_seat":9},{"min_seats":5,"price_per_seat":8}""", false)]
    [InlineData("""{"min_seats":1,"price_per_seat":9},{"min_seats":6,"price_per_seat":8}""", false)]
    [InlineData("""{"min_seats":6,"max_seats":5,"price_per_seat":9}""", false)]
    [InlineData("""{"min_seats":6,"price_per_seat":8},{"min_seats":1,"max_seats":5,"price_per_seat":9}""", true)]
    [InlineData("""{"min_seats":3,"max_seats":3,"price_per_seat":0}""", true)]
    public async Task Tiers_follow_each_other_without_a_gap_and_only_the_last_is_open(string tiers, bool isTaken)
    {
        var answer = await CreateAsync([$$"""{"amount_type":"seat_based","seat_tiers":{"tiers":[{{tiers}}] } }"""]);
        if (isTaken)
        {
            answer.Expect(201);
            return;
        }

        Assert.Equal(["body.prices.0.seat_tiers.tiers: value_error"], answer.Expect(422).Complaints);
    }

    [Fact]
    public async Task Tiers_are_answered_in_their_order_with_the_seats_that_they_allow()
    {
        var open = await CreateAsync([
            """
            {"amount_type":"seat_based","seat_tiers":{"seat_tier_type":"graduated","tiers":[
            {"min_seats":6,"price_per_seat":8},{"min_seats":2,"max_seats":5,"price_per_seat":9}]}}
            """,
        ]);
        Assert.Equal(2, open.Expect(201).NumberAt("/prices/0/seat_tiers/tiers/0/min_seats"));
        Assert.Equal(2, open.NumberAt("/prices/0/seat_tiers/minimum_seats"));
        Assert.True(open.IsNullAt("/prices/0/seat_tiers/maximum_seats"));
        Assert.Equal(9, open.NumberAt("/prices/0/price_per_seat"));
    }

    private static string In(string price, string currency) => price.Insert(1, $"\"price_currency\":\"{currency}\",");

    private async Task<Answer> CreateAsync(string[] prices, string more = ",\"recurring_interval\":\"month\"")
    {
        var list = string.Join(',', prices);
        foreach (var name in (string[])["METER1", "METER2"])
        {
            if (list.Contains(name, StringComparison.Ordinal))
            {
                list = list.Replace(name, await MeterAsync(), StringComparison.Ordinal);
            }
        }

        return await server.Api.PostAsync("/v1/products/", $$"""{"name":"Thing","prices":[{{list}}]{{more}}}""");
    }

    private async Task<string> MeterAsync() =>
        (
            await server.Api.PostAsync(
                "/v1/meters/",
                """{"name":"Calls","filter":{"conjunction":"and","clauses":[]},"aggregation":{"func":"count"}}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;
}
