namespace Checkstand.Polar.Tests.Products;

/// <summary><c>GET /v1/products/</c>: pages, order and filters. Each product has a word that no other test's has.</summary>
public sealed class ListProductsTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_page_is_answered_whole()
    {
        await CreateAsync("Golden page", 1000);
        Golden.AssertSame("products.list", await server.Api.GetAsync("/v1/products/?query=Golden%20page"));
    }

    [Fact]
    public async Task The_newest_come_first_in_pages_of_ten()
    {
        for (var i = 0; i < 12; i++)
        {
            await CreateAsync($"Many {i:00}", 1000);
        }

        var first = (await server.Api.GetAsync("/v1/products/?query=many")).Expect(200);
        Assert.Equal(10, first.At("/items").GetArrayLength());
        Assert.Equal("Many 11", first.TextAt("/items/0/name"));
        Assert.Equal(12, first.NumberAt("/pagination/total_count"));
        Assert.Equal(2, first.NumberAt("/pagination/max_page"));
        Assert.Equal(["Many 01", "Many 00"], await NamesAsync("query=many&page=2"));
        Assert.Empty(await NamesAsync("query=many&page=3"));
        Assert.Equal(12, (await NamesAsync("query=many&limit=1000")).Count);
    }

    [Fact]
    public async Task Every_criterion_sorts_both_ways()
    {
        await CreateAsync("Sort B", 3000);
        await CreateAsync("Sort A", 2000);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        await server.Api.PostAsync(
            "/v1/products/",
            """{"name":"Sort C","prices":[{"amount_type":"custom","minimum_amount":50}]}"""
        );

        Assert.Equal("BAC", await OrderAsync("created_at"));
        Assert.Equal("CAB", await OrderAsync("-created_at"));
        Assert.Equal("ABC", await OrderAsync("name"));
        Assert.Equal("CBA", await OrderAsync("-name"));
        Assert.Equal("CAB", await OrderAsync("price_amount"));
        Assert.Equal("BAC", await OrderAsync("-price_amount"));
        Assert.Equal("CAB", await OrderAsync("price_amount_type", "name"));
        Assert.Equal("ABC", await OrderAsync("-price_amount_type", "name"));
    }

    [Theory]
    [InlineData("page=0", "query.page: greater_than_equal")]
    [InlineData("limit=0", "query.limit: greater_than_equal")]
    [InlineData("sorting=size", "query.sorting: enum")]
    [InlineData("visibility=hidden", "query.visibility.0: enum")]
    [InlineData("id=1", "query.id.0: uuid_parsing")]
    [InlineData("is_archived=perhaps", "query.is_archived: bool_type")]
    public async Task A_parameter_of_another_form_is_refused(string query, string complaint) =>
        Assert.Equal([complaint], (await server.Api.GetAsync($"/v1/products/?{query}")).Expect(422).Complaints);

    [Fact]
    public async Task Every_filter_narrows()
    {
        var one = await CreateAsync("Filter one", 1000, "\"visibility\":\"draft\"");
        var two = await CreateAsync("Filter two", 1000, "\"recurring_interval\":\"month\"");
        var three = await CreateAsync("Filter three", 1000);
        (await server.Api.PatchAsync($"/v1/products/{three}", """{"is_archived":true}""")).Expect(200);

        Assert.Equal(["Filter three", "Filter two", "Filter one"], await NamesAsync("query=FILTER"));
        Assert.Equal(["Filter three"], await NamesAsync("query=filter&is_archived=true"));
        Assert.Equal(["Filter two", "Filter one"], await NamesAsync("query=filter&is_archived=false"));
        Assert.Equal(["Filter two"], await NamesAsync("query=filter&is_recurring=true"));
        Assert.Equal(["Filter one"], await NamesAsync("query=filter&visibility=draft&visibility=private"));
        Assert.Equal(["Filter two", "Filter one"], await NamesAsync($"id={one}&id={two}"));
        Assert.Equal(["Filter one"], await NamesAsync($"id={one}"));
        Assert.Empty(await NamesAsync($"query=filter&benefit_id={one}"));
        Assert.Empty(await NamesAsync("query=filter%25"));
    }

    [Fact]
    public async Task Metadata_is_looked_for_by_key_and_value()
    {
        await CreateAsync("Meta one", 1000, """ "metadata":{"tier":"gold","seats":3} """);
        await CreateAsync("Meta two", 1000, """ "metadata":{"tier":"silver","seats":3} """);

        Assert.Equal(["Meta one"], await NamesAsync("query=meta&metadata[tier]=gold"));
        Assert.Equal(["Meta two", "Meta one"], await NamesAsync("query=meta&metadata%5Bseats%5D=3"));
        Assert.Empty(await NamesAsync("query=meta&metadata[tier]=gold&metadata[seats]=4"));
        Assert.Empty(await NamesAsync("query=meta&metadata[tier]=GOLD"));
    }

    [Fact]
    public async Task Other_organizations_products_are_not_there()
    {
        var others = (await server.OtherApi.GetAsync("/v1/products/")).Expect(200);
        Assert.Equal(1, others.NumberAt("/pagination/total_count"));
        Assert.Equal(server.Umbrella.ProductId.ToString(), others.TextAt("/items/0/id"));
        Assert.Empty(await NamesAsync($"organization_id={server.Umbrella.Id}"));
        Assert.Empty(await NamesAsync($"id={server.Umbrella.ProductId}"));
        Assert.NotEmpty(await NamesAsync($"organization_id={server.Acme.Id}&organization_id={server.Umbrella.Id}"));
    }

    [Fact]
    public async Task A_token_without_the_scope_lists_nothing()
    {
        using var other = await server.WithScopesAsync("orders:read");
        (await other.GetAsync("/v1/products/")).ExpectError(403, "insufficient_scope");
        (await server.Public.GetAsync("/v1/products/")).ExpectError(401, "Unauthorized");
    }

    private async Task<string> CreateAsync(string name, long amount, string more = "\"metadata\":{}")
    {
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        return (
            await server.Api.PostAsync(
                "/v1/products/",
                $$"""{"name":"{{name}}",{{more}},"prices":[{"amount_type":"fixed","price_amount":{{amount}}}]}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;
    }

    private async Task<IReadOnlyList<string?>> NamesAsync(string query) =>
        [
            .. (await server.Api.GetAsync($"/v1/products/?{query}"))
                .Expect(200)
                .At("/items")
                .EnumerateArray()
                .Select(NameOf),
        ];

    private async Task<string> OrderAsync(params string[] sorting) =>
        string.Concat(
            (await NamesAsync($"query=sort&{string.Join('&', sorting.Select(by => $"sorting={by}"))}")).Select(name =>
                name![^1]
            )
        );

    private static string? NameOf(System.Text.Json.JsonElement product) => product.GetProperty("name").GetString();
}
