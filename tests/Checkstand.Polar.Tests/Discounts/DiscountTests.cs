namespace Checkstand.Polar.Tests.Discounts;

/// <summary>Discounts as a seller's backend makes, reads, changes and deletes them.</summary>
public sealed class DiscountTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Unknown = "0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11";

    [Theory]
    [InlineData(
        "fixed_once",
        """{"name":"Ten off","type":"fixed","duration":"once","amounts":{"eur":900,"usd":1000},"code":" TENOFF "}"""
    )]
    [InlineData(
        "fixed_repeating",
        """{"name":"Yen","type":"fixed","duration":"repeating","duration_in_months":12,"amounts":{"jpy":500}}"""
    )]
    [InlineData(
        "percentage_forever",
        """
            {"name":"Half","type":"percentage","duration":"forever","basis_points":5000,"starts_at":"2030-01-01T00:00:00Z",
             "ends_at":"2031-01-01T00:00:00+01:00","max_redemptions":10,"max_redemptions_per_customer":1,
             "metadata":{"campaign":"x","rate":1.5,"live":true,"n":3}}
            """
    )]
    [InlineData(
        "percentage_repeating",
        """{"name":"Months","type":"percentage","duration":"repeating","duration_in_months":3,"basis_points":2550}"""
    )]
    public async Task Each_shape_is_answered_as_agreed(string shape, string json) =>
        Golden.AssertSame($"discounts.create.{shape}", await server.Api.PostAsync("/v1/discounts/", json));

    [Fact]
    public async Task A_discount_shows_the_products_that_it_is_for_as_agreed()
    {
        var made = await MakeAsync(Half($$""","products":["{{server.Acme.ProductId}}","{{server.Acme.ProductId}}"]"""));

        Golden.AssertSame("discounts.get.products", await server.Api.GetAsync($"/v1/discounts/{made}"));
    }

    [Theory]
    [InlineData("""{"duration":"once","basis_points":1}""", "body.name: missing")]
    [InlineData("""{"name":"","duration":"once","basis_points":1}""", "body.name: string_too_short")]
    [InlineData("""{"name":"x","basis_points":1}""", "body.duration: missing")]
    [InlineData("""{"name":"x","duration":"twice","basis_points":1}""", "body.duration: enum")]
    [InlineData("""{"name":"x","duration":"once","basis_points":0}""", "body.basis_points: greater_than_equal")]
    [InlineData("""{"name":"x","duration":"once","basis_points":10001}""", "body.basis_points: less_than_equal")]
    [InlineData("""{"name":"x","duration":"once","type":"percentage"}""", "body.basis_points: missing")]
    [InlineData("""{"name":"x","duration":"once","type":"fixed"}""", "body.amounts: missing")]
    [InlineData("""{"name":"x","duration":"once"}""", "body.amounts: missing")]
    [InlineData("""{"name":"x","duration":"once","amounts":{}}""", "body.amounts: too_short")]
    [InlineData("""{"name":"x","duration":"once","amounts":{"usd":-1}}""", "body.amounts.usd: greater_than_equal")]
    [InlineData(
        """{"name":"x","duration":"once","amounts":{"usd":1000000000000}}""",
        "body.amounts.usd: less_than_equal"
    )]
    [InlineData("""{"name":"x","duration":"once","amounts":{"USD":1}}""", "body.amounts.USD: enum")]
    [InlineData("""{"name":"x","duration":"repeating","basis_points":1}""", "body.duration_in_months: missing")]
    [InlineData(
        """{"name":"x","duration":"forever","duration_in_months":2,"basis_points":1}""",
        "body.duration_in_months: value_error"
    )]
    [InlineData(
        """{"name":"x","duration":"repeating","duration_in_months":1000,"basis_points":1}""",
        "body.duration_in_months: less_than_equal"
    )]
    [InlineData("""{"name":"x","duration":"once","basis_points":1,"code":"ab"}""", "body.code: value_error")]
    [InlineData("""{"name":"x","duration":"once","basis_points":1,"code":"a b c"}""", "body.code: value_error")]
    [InlineData(
        """{"name":"x","duration":"once","basis_points":1,"max_redemptions":0}""",
        "body.max_redemptions: greater_than_equal"
    )]
    [InlineData(
        """{"name":"x","duration":"once","basis_points":1,"max_redemptions_per_customer":0}""",
        "body.max_redemptions_per_customer: greater_than_equal"
    )]
    [InlineData(
        """
            {"name":"x","duration":"once","basis_points":1,"starts_at":"2030-01-01T00:00:00Z","ends_at":"2030-01-01T00:00:00Z"}
            """,
        "body.ends_at: value_error"
    )]
    [InlineData(
        """{"name":"x","duration":"once","basis_points":1,"organization_id":"0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11"}""",
        "body.organization_id: value_error"
    )]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string json, string complaint)
    {
        var answer = (await server.Api.PostAsync("/v1/discounts/", json)).Expect(422);

        Assert.Equal([complaint], answer.Complaints);
    }

    [Fact]
    public async Task Everything_that_breaks_a_rule_is_answered_together()
    {
        var answer = await server.Api.PostAsync(
            "/v1/discounts/",
            Half(
                $$"""
                ,"code":"a-b","duration_in_months":3,"products":["{{server.Acme.ProductId}}","{{Unknown}}",
                "{{server.Umbrella.ProductId}}"]
                """
            )
        );

        answer.ExpectError(422, "PolarRequestValidationError");
        Assert.Equal(
            [
                "body.products.1: value_error",
                "body.products.2: value_error",
                "body.code: value_error",
                "body.duration_in_months: value_error",
            ],
            answer.Complaints
        );
    }

    [Theory]
    [InlineData("""{"name":"x","duration":"once","amount":500}""", "usd")]
    [InlineData("""{"name":"x","duration":"once","amount":500,"currency":"eur","type":"fixed"}""", "eur")]
    [InlineData("""{"name":"x","duration":"once","amount":7,"currency":"usd","amounts":{"eur":500}}""", "eur")]
    public async Task The_older_form_of_one_amount_is_taken_unless_the_newer_one_is_there(string json, string currency)
    {
        var made = (await server.Api.PostAsync("/v1/discounts/", json)).Expect(201);

        Assert.Equal($$"""{"{{currency}}":500}""", made.At("/amounts").GetRawText());
        Assert.Equal(500, made.NumberAt("/amount"));
        Assert.Equal(currency, made.TextAt("/currency"));
    }

    [Theory]
    [InlineData("été2030")]
    [InlineData("ABC")]
    [InlineData("値引き")]
    public async Task A_code_is_letters_and_digits_of_any_script(string code) =>
        Assert.Equal(
            code,
            (await server.Api.PostAsync("/v1/discounts/", Half($$""","code":"{{code}}" """)))
                .Expect(201)
                .TextAt("/code")
        );

    [Fact]
    public async Task A_blank_code_is_none()
    {
        var made = (await server.Api.PostAsync("/v1/discounts/", Half(""","code":"  " """))).Expect(201);

        Assert.True(made.IsNullAt("/code"));
    }

    [Fact]
    public async Task A_code_is_taken_in_any_case_until_its_discount_is_deleted()
    {
        var first = await MakeAsync(Half(""","code":"Taken1" """));
        var second = await MakeAsync(Half(""","code":"Other1" """));

        var refused = await server.Api.PostAsync("/v1/discounts/", Half(""","code":"tAKEN1" """));
        Assert.Equal(
            """
            {"error":"PolarRequestValidationError","detail":[{"type":"value_error","loc":["body","code"],"msg":"Discount with this code already exists.","input":null}]}
            """,
            refused.Expect(422).Text
        );
        (await server.Api.PatchAsync($"/v1/discounts/{second}", """{"code":"TAKEN1"}""")).Expect(422);
        (await server.OtherApi.PostAsync("/v1/discounts/", Half(""","code":"Taken1" """))).Expect(201);

        (await server.Api.DeleteAsync($"/v1/discounts/{first}")).Expect(204);
        (await server.Api.PatchAsync($"/v1/discounts/{second}", """{"code":"TAKEN1"}""")).Expect(200);
    }

    [Fact]
    public async Task A_deleted_discount_is_gone()
    {
        var id = await MakeAsync(Half());

        Assert.Empty((await server.Api.DeleteAsync($"/v1/discounts/{id}")).Expect(204).Body);

        (await server.Api.GetAsync($"/v1/discounts/{id}")).ExpectError(404, "ResourceNotFound");
        (await server.Api.PatchAsync($"/v1/discounts/{id}", "{}")).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync($"/v1/discounts/{id}")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task A_discount_of_another_organization_is_as_one_that_never_was()
    {
        var id = await MakeAsync(Half());

        (await server.OtherApi.GetAsync($"/v1/discounts/{id}")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.PatchAsync($"/v1/discounts/{id}", """{"name":"x"}""")).ExpectError(
            404,
            "ResourceNotFound"
        );
        (await server.OtherApi.DeleteAsync($"/v1/discounts/{id}")).ExpectError(404, "ResourceNotFound");
        (await server.Api.GetAsync($"/v1/discounts/{id}")).Expect(200);
    }

    [Fact]
    public async Task Reading_needs_one_scope_and_writing_the_other()
    {
        using var reader = await server.WithScopesAsync("discounts:read");
        using var writer = await server.WithScopesAsync("discounts:write");
        using var stranger = await server.WithScopesAsync("products:read", "products:write");
        var id = await MakeAsync(Half());

        (await reader.GetAsync($"/v1/discounts/{id}")).Expect(200);
        (await writer.GetAsync($"/v1/discounts/{id}")).Expect(200);
        (await writer.GetAsync("/v1/discounts/")).Expect(200);
        (await reader.PostAsync("/v1/discounts/", Half())).ExpectError(403, "insufficient_scope");
        (await reader.PatchAsync($"/v1/discounts/{id}", "{}")).ExpectError(403, "insufficient_scope");
        (await reader.DeleteAsync($"/v1/discounts/{id}")).ExpectError(403, "insufficient_scope");
        (await stranger.GetAsync("/v1/discounts/")).ExpectError(403, "insufficient_scope");
        (await server.Public.GetAsync("/v1/discounts/")).ExpectError(401, "Unauthorized");
    }

    private static string Half(string more = "") =>
        $$"""{"name":"Half","type":"percentage","duration":"once","basis_points":5000{{more}}}""";

    private async Task<string> MakeAsync(string json) =>
        (await server.Api.PostAsync("/v1/discounts/", json)).Expect(201).TextAt("/id")!;
}
