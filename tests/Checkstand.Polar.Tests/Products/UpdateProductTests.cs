using System.Text.Json;

namespace Checkstand.Polar.Tests.Products;

/// <summary><c>PATCH /v1/products/{id}</c> and <c>POST /v1/products/{id}/benefits</c>.</summary>
public sealed class UpdateProductTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task Only_what_is_named_changes()
    {
        var made = await CreateAsync("""{"name":"Pro","description":"Old","metadata":{"a":1},"prices":[FIXED]}""");
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var changed = (await PatchAsync(made, """{"name":"Max"}""")).Expect(200);
        Assert.Equal("Max", changed.TextAt("/name"));
        Assert.Equal("Old", changed.TextAt("/description"));
        Assert.Equal(1, changed.NumberAt("/metadata/a"));
        Assert.Equal(made.TextAt("/prices/0/id"), changed.TextAt("/prices/0/id"));
        Assert.True(made.IsNullAt("/modified_at"));
        Assert.False(changed.IsNullAt("/modified_at"));
        Assert.Equal(changed.Text, (await GetAsync(made)).Text);
    }

    [Fact]
    public async Task Null_takes_a_description_away_and_leaves_what_has_to_be_there()
    {
        var made = await CreateAsync("""{"name":"Pro","description":"Old","prices":[FIXED]}""");
        var changed = await PatchAsync(
            made,
            """{"description":null,"name":null,"visibility":null,"is_archived":null,"prices":null,"attached_custom_fields":null}"""
        );
        Assert.True(changed.Expect(200).IsNullAt("/description"));
        Assert.Equal("Pro", changed.TextAt("/name"));
        Assert.Equal(1, changed.At("/prices").GetArrayLength());
    }

    [Fact]
    public async Task Prices_that_are_named_stay_others_are_archived_and_new_ones_are_made()
    {
        var made = await CreateAsync(
            """{"name":"Pro","prices":[FIXED,{"amount_type":"fixed","price_currency":"eur","price_amount":900}]}"""
        );
        var kept = made.TextAt("/prices/0/id");
        var changed = (
            await PatchAsync(
                made,
                $$"""{"prices":[{"id":"{{kept}}"},{"amount_type":"fixed","price_currency":"gbp","price_amount":800}]}"""
            )
        ).Expect(200);
        Assert.Equal(2, changed.At("/prices").GetArrayLength());
        Assert.Equal(kept, changed.TextAt("/prices/0/id"));
        Assert.Equal("gbp", changed.TextAt("/prices/1/price_currency"));

        var back = await PatchAsync(made, $$"""{"prices":[{"id":"{{made.TextAt("/prices/1/id")}}"}]}""");
        Assert.Equal(["body.prices.0: value_error"], back.Expect(422).Complaints);
    }

    [Fact]
    public async Task The_rules_of_prices_hold_for_all_that_are_left()
    {
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        var kept = made.TextAt("/prices/0/id");
        Assert.Equal(
            ["body.prices: value_error"],
            (await PatchAsync(made, $$"""{"prices":[{"id":"{{kept}}"},{"amount_type":"fixed","price_amount":2000}]}"""))
                .Expect(422)
                .Complaints
        );
        Assert.Equal(["body.prices: too_short"], (await PatchAsync(made, """{"prices":[]}""")).Complaints);
        Assert.Equal(
            ["body.prices.0.price_amount: minimum_price"],
            (
                await PatchAsync(made, """{"name":"Max","prices":[{"amount_type":"fixed","price_amount":3}]}""")
            ).Complaints
        );
        Assert.Equal(made.Text, (await GetAsync(made)).Text);
    }

    [Theory]
    [InlineData("""{"recurring_interval":"year"}""")]
    [InlineData("""{"recurring_interval":null}""")]
    [InlineData("""{"recurring_interval_count":2}""")]
    public async Task How_often_it_is_paid_can_not_be_changed(string body)
    {
        var made = await CreateAsync("""{"name":"Club","recurring_interval":"month","prices":[FIXED]}""");
        Assert.Equal(["body.recurring_interval: value_error"], (await PatchAsync(made, body)).Expect(422).Complaints);
        (await PatchAsync(made, """{"recurring_interval":"month","recurring_interval_count":1}""")).Expect(200);
    }

    [Fact]
    public async Task A_product_that_is_paid_once_does_not_become_recurring()
    {
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        (await PatchAsync(made, """{"recurring_interval":null}""")).Expect(200);
        Assert.Equal(
            ["body.recurring_interval: value_error"],
            (await PatchAsync(made, """{"recurring_interval":"month"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.trial_interval: value_error", "body.trial_interval_count: value_error"],
            (await PatchAsync(made, """{"trial_interval":"day","trial_interval_count":3}""")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task A_trial_comes_and_goes()
    {
        var made = await CreateAsync("""{"name":"Club","recurring_interval":"month","prices":[FIXED]}""");
        var with = (await PatchAsync(made, """{"trial_interval":"week","trial_interval_count":2}""")).Expect(200);
        Assert.Equal("week", with.TextAt("/trial_interval"));
        Assert.Equal(2, with.NumberAt("/trial_interval_count"));
        var without = (await PatchAsync(made, """{"trial_interval":null,"trial_interval_count":null}""")).Expect(200);
        Assert.True(without.IsNullAt("/trial_interval"));
        Assert.True(without.IsNullAt("/trial_interval_count"));
    }

    [Fact]
    public async Task An_archived_product_can_be_found_and_brought_back()
    {
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        Assert.True((await PatchAsync(made, """{"is_archived":true}""")).At("/is_archived").GetBoolean());
        Assert.True((await GetAsync(made)).At("/is_archived").GetBoolean());
        Assert.False((await PatchAsync(made, """{"is_archived":false}""")).At("/is_archived").GetBoolean());
    }

    [Fact]
    public async Task Metadata_is_replaced_whole()
    {
        var made = await CreateAsync("""{"name":"Pro","metadata":{"a":1},"prices":[FIXED]}""");
        Assert.Equal("""{"b":2}""", (await PatchAsync(made, """{"metadata":{"b":2}}""")).At("/metadata").GetRawText());
    }

    [Fact]
    public async Task Custom_fields_are_attached_in_order_and_detached_when_they_are_deleted()
    {
        var (size, color) = (await FieldAsync("size"), await FieldAsync("color"));
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        var changed = (
            await PatchAsync(
                made,
                $$"""{"attached_custom_fields":[{"custom_field_id":"{{size}}","required":true},{"custom_field_id":"{{color}}","required":false}]}"""
            )
        ).Expect(200);
        Assert.Equal("size", changed.TextAt("/attached_custom_fields/0/custom_field/slug"));
        Assert.True(changed.At("/attached_custom_fields/0/required").GetBoolean());
        Assert.Equal(1, changed.NumberAt("/attached_custom_fields/1/order"));

        (await server.Api.DeleteAsync($"/v1/custom-fields/{size}")).Expect(204);
        var after = await GetAsync(made);
        Assert.Equal(1, after.At("/attached_custom_fields").GetArrayLength());
        Assert.Equal(0, after.NumberAt("/attached_custom_fields/0/order"));
        Assert.Equal(
            ["body.attached_custom_fields.1: value_error"],
            (
                await PatchAsync(
                    made,
                    $$"""{"attached_custom_fields":[{"custom_field_id":"{{color}}","required":true},{"custom_field_id":"{{color}}","required":false}]}"""
                )
            )
                .Expect(422)
                .Complaints
        );
    }

    [Fact]
    public async Task No_benefits_are_taken_and_any_other_does_not_exist()
    {
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        var path = $"/v1/products/{made.TextAt("/id")}/benefits";
        Assert.Equal(made.Text, (await server.Api.PostAsync(path, """{"benefits":[]}""")).Expect(200).Text);
        var refused = await server.Api.PostAsync(path, """{"benefits":["8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11"]}""");
        Assert.Equal(["body.benefits.0: value_error"], refused.Expect(422).Complaints);
        (await server.OtherApi.PostAsync(path, """{"benefits":[]}""")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task A_product_of_another_organization_is_unknown()
    {
        var made = await CreateAsync("""{"name":"Pro","prices":[FIXED]}""");
        var path = $"/v1/products/{made.TextAt("/id")}";
        (await server.OtherApi.PatchAsync(path, """{"name":"Mine"}""")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.GetAsync("/v1/products/8f3e1b3c-7f3d-4b8e-9a55-0d6f3a0a1f11")).ExpectError(
            404,
            "ResourceNotFound"
        );
        Assert.Equal(["path.id: uuid_parsing"], (await server.Api.GetAsync("/v1/products/1")).Expect(422).Complaints);
    }

    [Fact]
    public async Task Reading_is_not_enough_to_change_a_product()
    {
        using var reader = await server.WithScopesAsync("products:read");
        var path = $"/v1/products/{server.Acme.ProductId}";
        (await reader.GetAsync(path)).Expect(200);
        (await reader.PatchAsync(path, """{"name":"Mine"}""")).ExpectError(403, "insufficient_scope");
        (await reader.PostAsync($"{path}/benefits", """{"benefits":[]}""")).ExpectError(403, "insufficient_scope");
        using var writer = await server.WithScopesAsync("products:write");
        (await writer.GetAsync(path)).Expect(200);
        using var other = await server.WithScopesAsync("checkouts:write");
        (await other.GetAsync(path)).ExpectError(403, "insufficient_scope");
    }

    private async Task<Answer> CreateAsync(string body) =>
        (
            await server.Api.PostAsync(
                "/v1/products/",
                body.Replace(
                    "FIXED",
                    """{"amount_type":"fixed","price_currency":"usd","price_amount":1000}""",
                    StringComparison.Ordinal
                )
            )
        ).Expect(201);

    private Task<Answer> PatchAsync(Answer made, string body) =>
        server.Api.PatchAsync($"/v1/products/{made.TextAt("/id")}", body);

    private async Task<Answer> GetAsync(Answer made) =>
        (await server.Api.GetAsync($"/v1/products/{made.TextAt("/id")}")).Expect(200);

    private async Task<string> FieldAsync(string slug) => (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                JsonSerializer.Serialize(
                    new
                    {
                        type = "checkbox",
                        slug,
                        name = slug,
                        properties = new { },
                    }
                )
            )
        ).Expect(201).TextAt("/id")!;
}
