namespace Checkstand.Polar.Tests.CheckoutLinks;

/// <summary>Checkout links as a seller's backend makes, reads, changes and deletes them.</summary>
public sealed class CheckoutLinkTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Unknown = "0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11";

    [Fact]
    public async Task A_link_that_says_everything_is_answered_as_agreed()
    {
        var discount = (
            await server.Api.PostAsync("/v1/discounts/", """{"name":"H","duration":"once","basis_points":5000}""")
        ).TextAt("/id");

        Golden.AssertSame(
            "checkout_links.create.everything",
            await server.Api.PostAsync(
                "/v1/checkout-links/",
                $$"""
                {"payment_processor":"stripe","products":["{{server.Products.Recurring}}","{{server.Acme.ProductId}}"],
                 "label":"Spring","allow_discount_codes":false,"require_billing_address":true,"discount_id":"{{discount}}",
                 "seats":3,"trial_interval":"week","trial_interval_count":2,"metadata":{"a":"b"},
                 "success_url":"https://example.com/thanks?id={CHECKOUT_ID}","return_url":"https://example.com/"}
                """
            )
        );
    }

    [Theory]
    [InlineData("products", """["ID"]""")]
    [InlineData("product_id", "\"ID\"")]
    public async Task Older_ways_to_name_the_product_are_taken(string name, string value)
    {
        var id = server.Acme.ProductId.ToString();
        var made = await MakeAsync($"\"{name}\":{value.Replace("ID", id, StringComparison.Ordinal)}");

        Assert.Equal(id, made.TextAt("/products/0/id"));
        Assert.True(made.At("/allow_discount_codes").GetBoolean());
        Assert.False(made.At("/require_billing_address").GetBoolean());
        Assert.Equal(
            $"{server.Address.GetLeftPart(UriPartial.Authority)}/v1/checkout-links/{made.TextAt("/client_secret")}/redirect",
            made.TextAt("/url")
        );
        Assert.StartsWith("polar_cl_", made.TextAt("/client_secret"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_names_its_product()
    {
        var product = (await server.Api.GetAsync($"/v1/products/{server.Acme.ProductId}")).Expect(200);

        var made = await MakeAsync($"\"product_price_id\":\"{product.TextAt("/prices/0/id")}\"");

        Assert.Equal(server.Acme.ProductId.ToString(), made.TextAt("/products/0/id"));
    }

    [Theory]
    [InlineData("""{"products":["P"]}""", "body.payment_processor: missing")]
    [InlineData("""{"payment_processor":"paypal","products":["P"]}""", "body.payment_processor: literal_error")]
    [InlineData("""{"payment_processor":"stripe"}""", "body.products: missing")]
    [InlineData("""{"payment_processor":"stripe","products":[]}""", "body.products: too_short")]
    [InlineData("""{"payment_processor":"stripe","products":["P","U"]}""", "body.products.1: value_error")]
    [InlineData("""{"payment_processor":"stripe","products":["O"]}""", "body.products.0: value_error")]
    [InlineData("""{"payment_processor":"stripe","product_id":"U"}""", "body.product_id: value_error")]
    [InlineData("""{"payment_processor":"stripe","product_price_id":"U"}""", "body.product_price_id: value_error")]
    [InlineData(
        """{"payment_processor":"stripe","products":["P"],"discount_id":"U"}""",
        "body.discount_id: value_error"
    )]
    [InlineData("""{"payment_processor":"stripe","products":["P"],"seats":0}""", "body.seats: greater_than_equal")]
    [InlineData(
        """{"payment_processor":"stripe","products":["P"],"trial_interval":"day"}""",
        "body.trial_interval_count: missing"
    )]
    [InlineData(
        """{"payment_processor":"stripe","products":["P"],"trial_interval_count":3}""",
        "body.trial_interval: missing"
    )]
    [InlineData(
        """{"payment_processor":"stripe","products":["P"],"success_url":"nowhere"}""",
        "body.success_url: url_parsing"
    )]
    public async Task What_breaks_a_rule_is_refused_at_its_place(string json, string complaint)
    {
        json = json.Replace("\"P\"", $"\"{server.Acme.ProductId}\"", StringComparison.Ordinal)
            .Replace("\"O\"", $"\"{server.Umbrella.ProductId}\"", StringComparison.Ordinal)
            .Replace("\"U\"", $"\"{Unknown}\"", StringComparison.Ordinal);

        Assert.Equal([complaint], (await server.Api.PostAsync("/v1/checkout-links/", json)).Expect(422).Complaints);
    }

    [Fact]
    public async Task A_discount_must_be_for_every_product_of_the_link()
    {
        var discount = (
            await server.Api.PostAsync(
                "/v1/discounts/",
                $$"""{"name":"H","duration":"once","basis_points":5000,"products":["{{server.Acme.ProductId}}"]}"""
            )
        ).TextAt("/id");
        var made = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"],\"discount_id\":\"{discount}\"");

        Assert.Equal(discount, made.TextAt("/discount/id"));
        var other = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\",\"{server.Products.Free}\"]");
        Assert.Equal(
            ["body.discount_id: value_error"],
            (await server.Api.PatchAsync(PathOf(other), $$"""{"discount_id":"{{discount}}"}""")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task What_is_named_is_changed_and_null_clears_what_can_be_without()
    {
        var made = await MakeAsync(
            $"\"products\":[\"{server.Products.Recurring}\"],\"label\":\"Old\",\"seats\":2,"
                + "\"trial_interval\":\"day\",\"trial_interval_count\":3,\"success_url\":\"https://example.com/\""
        );

        var changed = await server.Api.PatchAsync(
            PathOf(made),
            """{"label":null,"seats":null,"success_url":null,"allow_discount_codes":false,"metadata":{"k":1}}"""
        );

        Assert.True(changed.Expect(200).IsNullAt("/label"));
        Assert.True(changed.IsNullAt("/seats"));
        Assert.True(changed.IsNullAt("/success_url"));
        Assert.False(changed.At("/allow_discount_codes").GetBoolean());
        Assert.Equal("day", changed.TextAt("/trial_interval"));
        Assert.Equal(changed.Text, (await server.Api.GetAsync(PathOf(made))).Text);

        var without = await server.Api.PatchAsync(PathOf(made), """{"trial_interval":null}""");
        Assert.Equal(["body.trial_interval: missing"], without.Expect(422).Complaints);
        var bought = await server.Api.PatchAsync(PathOf(made), $$"""{"products":["{{server.Acme.ProductId}}"]}""");
        Assert.True(bought.Expect(200).IsNullAt("/trial_interval"));
    }

    [Fact]
    public async Task A_link_of_another_organization_is_as_one_that_never_was()
    {
        var path = PathOf(await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]"));

        (await server.OtherApi.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.PatchAsync(path, """{"label":"x"}""")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
        Assert.Equal(0, (await server.OtherApi.GetAsync("/v1/checkout-links/")).NumberAt("/pagination/total_count"));
        (await server.Api.GetAsync(path)).Expect(200);
    }

    [Fact]
    public async Task A_deleted_link_is_gone()
    {
        var path = PathOf(await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]"));

        Assert.Empty((await server.Api.DeleteAsync(path)).Expect(204).Body);

        (await server.Api.GetAsync(path)).ExpectError(404, "ResourceNotFound");
        (await server.Api.DeleteAsync(path)).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task Reading_needs_one_scope_and_writing_the_other()
    {
        using var reader = await server.WithScopesAsync("checkout_links:read");
        using var stranger = await server.WithScopesAsync("checkouts:read", "checkouts:write");
        var path = PathOf(await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]"));

        (await reader.GetAsync(path)).Expect(200);
        (await reader.GetAsync("/v1/checkout-links/")).Expect(200);
        (await reader.PostAsync("/v1/checkout-links/", "{}")).ExpectError(403, "insufficient_scope");
        (await reader.PatchAsync(path, "{}")).ExpectError(403, "insufficient_scope");
        (await reader.DeleteAsync(path)).ExpectError(403, "insufficient_scope");
        (await stranger.GetAsync(path)).ExpectError(403, "insufficient_scope");
        (await server.Public.GetAsync(path)).ExpectError(401, "Unauthorized");
    }

    private static string PathOf(Answer made) => $"/v1/checkout-links/{made.TextAt("/id")}";

    private async Task<Answer> MakeAsync(string some) =>
        (await server.Api.PostAsync("/v1/checkout-links/", $$"""{"payment_processor":"stripe",{{some}}}""")).Expect(
            201
        );
}
