using System.Text.Json;

namespace Checkstand.Polar.Tests.Products;

/// <summary><c>POST /v1/products/</c> and what it makes.</summary>
public sealed class CreateProductTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Fixed = """{"amount_type":"fixed","price_currency":"usd","price_amount":1000}""";

    [Fact]
    public async Task A_one_time_product_is_answered_whole() =>
        Golden.AssertSame(
            "products.create.one_time",
            await CreateAsync(
                """
                {"name":" Pro ","description":"All of it","prices":[{"amount_type":"fixed","price_amount":1000}],
                 "metadata":{"tier":"gold","seats":3,"half":0.5,"vip":true},"unknown":1}
                """
            )
        );

    [Fact]
    public async Task A_recurring_product_with_every_kind_of_price_is_answered_whole()
    {
        var meter = await MeterAsync();
        var field = await FieldAsync("company");
        Golden.AssertSame(
            "products.create.recurring",
            await CreateAsync(
                $$"""
                {"name":"Team","visibility":"private","recurring_interval":"month","recurring_interval_count":3,
                 "meter_interval":"week","trial_interval":"day","trial_interval_count":14,
                 "attached_custom_fields":[{"custom_field_id":"{{field}}","required":true}],
                 "prices":[
                  {"amount_type":"fixed","price_currency":"usd","price_amount":500,"tax_behavior":"inclusive"},
                  {"amount_type":"seat_based","price_currency":"usd","tax_behavior":"inclusive",
                   "seat_tiers":{"seat_tier_type":"graduated","tiers":[{"min_seats":6,"price_per_seat":200},
                   {"min_seats":1,"max_seats":5,"price_per_seat":300}] } },
                  {"amount_type":"metered_unit","price_currency":"usd","tax_behavior":"inclusive","meter_id":"{{meter}}",
                   "unit_amount":0.50,"cap_amount":9000}]}
                """
            )
        );
    }

    [Fact]
    public async Task A_custom_price_is_answered_whole() =>
        Golden.AssertSame(
            "products.create.custom",
            await CreateAsync(
                """
                {"name":"Tip","prices":[{"amount_type":"custom","price_currency":"usd","minimum_amount":0,
                 "maximum_amount":5000,"preset_amount":700}]}
                """
            )
        );

    [Fact]
    public async Task A_free_price_becomes_a_fixed_one_of_nothing()
    {
        var made = (await CreateAsync("""{"name":"Gift","prices":[{"amount_type":"free"}]}""")).Expect(201);
        Assert.Equal("fixed", made.TextAt("/prices/0/amount_type"));
        Assert.Equal(0, made.NumberAt("/prices/0/price_amount"));
        Assert.Equal("usd", made.TextAt("/prices/0/price_currency"));
    }

    [Fact]
    public async Task A_custom_price_that_names_no_least_amount_has_the_currencys()
    {
        var made = (await CreateAsync("""{"name":"Tip","prices":[{"amount_type":"custom"}]}""")).Expect(201);
        Assert.Equal(50, made.NumberAt("/prices/0/minimum_amount"));
        Assert.True(made.IsNullAt("/prices/0/maximum_amount"));
        Assert.True(made.IsNullAt("/prices/0/preset_amount"));
    }

    [Fact]
    public async Task A_product_that_is_paid_once_has_no_periods()
    {
        var made = (
            await CreateAsync(
                $$"""{"name":"Pro","recurring_interval":null,"trial_interval":"day","trial_interval_count":3,"prices":[{{Fixed}}]}"""
            )
        ).Expect(201);
        Assert.True(made.IsNullAt("/trial_interval"));
        Assert.Equal("one_time", made.TextAt("/prices/0/type"));
        Assert.True(made.IsNullAt("/prices/0/recurring_interval"));
    }

    [Fact]
    public async Task A_blank_description_is_none() =>
        Assert.True(
            (await CreateAsync($$"""{"name":"Pro","description":"  ","prices":[{{Fixed}}]}""")).IsNullAt("/description")
        );

    [Theory]
    [InlineData("""{"prices":[FIXED]}""", "body.name: missing")]
    [InlineData("""{"name":"Pro"}""", "body.prices: missing")]
    [InlineData("""{"name":"Pro","prices":[]}""", "body.prices: too_short")]
    [InlineData("""{"name":"ab","prices":[FIXED]}""", "body.name: string_too_short")]
    [InlineData("""{"name":" ab ","prices":[FIXED]}""", "body.name: string_too_short")]
    [InlineData("""{"name":"Pro","visibility":"hidden","prices":[FIXED]}""", "body.visibility: enum")]
    [InlineData("""{"name":"Pro","recurring_interval":"hour","prices":[FIXED]}""", "body.recurring_interval: enum")]
    [InlineData(
        """{"name":"Pro","recurring_interval":"day","recurring_interval_count":1000,"prices":[FIXED]}""",
        "body.recurring_interval_count: less_than_equal"
    )]
    [InlineData(
        """{"name":"Pro","recurring_interval":"day","trial_interval":"day","prices":[FIXED]}""",
        "body.trial_interval_count: missing"
    )]
    [InlineData(
        """{"name":"Pro","recurring_interval":"day","trial_interval_count":3,"prices":[FIXED]}""",
        "body.trial_interval: missing"
    )]
    [InlineData("""{"name":"Pro","metadata":{"a":null},"prices":[FIXED]}""", "body.metadata.a: scalar_type")]
    [InlineData("""{"name":"Pro","prices":[{"amount_type":"unit_based"}]}""", "body.prices.0: union_tag_not_taken")]
    [InlineData("""{"name":"Pro","prices":[{"amount_type":"gift"}]}""", "body.prices.0: union_tag_invalid")]
    [InlineData("""{"name":"Pro","prices":[{"price_amount":1}]}""", "body.prices.0: union_tag_not_found")]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"fixed","price_currency":"rub","price_amount":1000}]}""",
        "body.prices.0.price_currency: enum"
    )]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"fixed","price_amount":10.5}]}""",
        "body.prices.0.price_amount: int_from_float"
    )]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"fixed","price_amount":49}]}""",
        "body.prices.0.price_amount: minimum_price"
    )]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"fixed","price_amount":100000000}]}""",
        "body.prices.0.price_amount: maximum_price"
    )]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"seat_based","seat_tiers":{"tiers":[{"min_seats":1,"max_seats":2,"price_per_seat":1},{"min_seats":4,"price_per_seat":1}]}}]}""",
        "body.prices.0.seat_tiers.tiers: value_error"
    )]
    [InlineData(
        """{"name":"Pro","prices":[{"amount_type":"fixed","price_currency":"eur","price_amount":1000}]}""",
        "body.prices: value_error"
    )]
    [InlineData(
        """{"name":"Pro","medias":["8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11"],"prices":[FIXED]}""",
        "body.medias.0: value_error"
    )]
    [InlineData(
        """{"name":"Pro","attached_custom_fields":[{"custom_field_id":"8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11","required":true}],"prices":[FIXED]}""",
        "body.attached_custom_fields.0: value_error"
    )]
    [InlineData(
        """{"name":"Pro","organization_id":"8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11","prices":[FIXED]}""",
        "body.organization_id: value_error"
    )]
    public async Task What_breaks_a_rule_is_refused_where_it_stands(string body, string complaint) =>
        Assert.Equal(
            [complaint],
            (await CreateAsync(body.Replace("FIXED", Fixed, StringComparison.Ordinal))).Expect(422).Complaints
        );

    [Fact]
    public async Task Every_broken_rule_is_told_at_once()
    {
        var refused = await CreateAsync(
            """
            {"name":"Pro","medias":["8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11"],
             "prices":[{"amount_type":"fixed","price_amount":1},{"amount_type":"custom","maximum_amount":60,"preset_amount":70}]}
            """
        );
        refused.ExpectError(422, "PolarRequestValidationError");
        Assert.Equal(
            [
                "body.prices.0.price_amount: minimum_price",
                "body.prices.1.preset_amount: value_error",
                "body.prices: value_error",
                "body.medias.0: value_error",
            ],
            refused.Complaints
        );
    }

    [Fact]
    public async Task A_meter_of_another_organization_is_unknown()
    {
        var meter = (
            await server.OtherApi.PostAsync(
                "/v1/meters/",
                """{"name":"Calls","filter":{"conjunction":"and","clauses":[]},"aggregation":{"func":"count"}}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var refused = await CreateAsync(
            $$"""{"name":"Pro","recurring_interval":"month","prices":[{"amount_type":"metered_unit","meter_id":"{{meter}}","unit_amount":"1"}]}"""
        );
        Assert.Equal(["body.prices.0.meter_id: value_error"], refused.Expect(422).Complaints);
    }

    [Fact]
    public async Task The_tokens_own_organization_may_be_repeated() =>
        (await CreateAsync($$"""{"name":"Pro","organization_id":"{{server.Acme.Id}}","prices":[{{Fixed}}]}""")).Expect(
            201
        );

    [Fact]
    public async Task Reading_is_not_enough_to_make_a_product()
    {
        using var reader = await server.WithScopesAsync("products:read");
        (await reader.PostAsync("/v1/products/", $$"""{"name":"Pro","prices":[{{Fixed}}]}""")).ExpectError(
            403,
            "insufficient_scope"
        );
        (await server.Public.PostAsync("/v1/products/", "{}")).ExpectError(401, "Unauthorized");
    }

    [Fact]
    public async Task Older_sdks_find_the_keys_they_need_in_every_price()
    {
        var made = (
            await CreateAsync(
                """{"name":"Seats","recurring_interval":"year","prices":[{"amount_type":"seat_based","seat_tiers":{"tiers":[{"min_seats":2,"max_seats":9,"price_per_seat":300}]}}]}"""
            )
        ).Expect(201);
        Assert.Equal("recurring", made.TextAt("/prices/0/type"));
        Assert.Equal("year", made.TextAt("/prices/0/recurring_interval"));
        Assert.Equal(300, made.NumberAt("/prices/0/price_per_seat"));
        Assert.Equal(2, made.NumberAt("/prices/0/seat_tiers/minimum_seats"));
        Assert.Equal(9, made.NumberAt("/prices/0/seat_tiers/maximum_seats"));
        Assert.Equal("volume", made.TextAt("/prices/0/seat_tiers/seat_tier_type"));
    }

    [Theory]
    [InlineData("\"0.50\"", "0.5")]
    [InlineData("0.000000000001", "0.000000000001")]
    [InlineData("12", "12")]
    public async Task A_unit_amount_is_a_decimal_as_text(string sent, string answered)
    {
        var meter = await MeterAsync();
        var made = await CreateAsync(
            $$"""{"name":"Pro","recurring_interval":"month","prices":[{"amount_type":"metered_unit","meter_id":"{{meter}}","unit_amount":{{sent}}}]}"""
        );
        Assert.Equal(answered, made.Expect(201).TextAt("/prices/0/unit_amount"));
    }

    private Task<Answer> CreateAsync(string body) => server.Api.PostAsync("/v1/products/", body);

    private async Task<string> MeterAsync() =>
        (
            await server.Api.PostAsync(
                "/v1/meters/",
                """{"name":"Calls","unit":"custom","custom_label":"call","custom_multiplier":1000,"filter":{"conjunction":"and","clauses":[]},"aggregation":{"func":"count"}}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;

    private async Task<string> FieldAsync(string slug) => (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                JsonSerializer.Serialize(
                    new
                    {
                        type = "text",
                        slug,
                        name = slug,
                        properties = new { form_label = "Your company", max_length = 40 },
                    }
                )
            )
        ).Expect(201).TextAt("/id")!;
}
