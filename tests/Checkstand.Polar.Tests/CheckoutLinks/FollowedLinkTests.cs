using Checkstand.Core.Organizations;

namespace Checkstand.Polar.Tests.CheckoutLinks;

/// <summary>What whoever follows a checkout link gets: a fresh checkout, whatever else the address says.</summary>
public sealed class FollowedLinkTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task Each_time_a_link_is_followed_a_fresh_checkout_opens()
    {
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"],\"label\":\"x\"");

        var first = (await server.Public.GetAsync(PathOf(link))).Expect(307);
        var second = (await server.Public.GetAsync(PathOf(link))).Expect(307);

        Assert.Empty(first.Body);
        Assert.NotEqual(first.Header("location"), second.Header("location"));
        Assert.StartsWith(
            $"{server.Address.GetLeftPart(UriPartial.Authority)}/checkout/polar_c_",
            first.Header("location"),
            StringComparison.Ordinal
        );
        Assert.Equal("no-referrer", first.Header("referrer-policy"));
        Assert.Contains("no-store", first.Header("cache-control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checkout_is_as_the_link_says()
    {
        var link = await MakeAsync(
            $"\"products\":[\"{server.Products.Recurring}\",\"{server.Acme.ProductId}\"],"
                + "\"allow_discount_codes\":false,\"require_billing_address\":true,\"trial_interval\":\"week\","
                + "\"trial_interval_count\":2,\"metadata\":{\"a\":\"b\",\"utm_source\":\"own\"},"
                + "\"success_url\":\"https://example.com/t?id={CHECKOUT_ID}\",\"return_url\":\"https://example.com/\""
        );

        var checkout = await FollowAsync(link, "?utm_source=x&utm_term=t&reference_id=r1");

        Assert.Equal(server.Products.Recurring.ToString(), checkout.TextAt("/product_id"));
        Assert.Equal(2, checkout.At("/products").GetArrayLength());
        Assert.False(checkout.At("/allow_discount_codes").GetBoolean());
        Assert.True(checkout.At("/require_billing_address").GetBoolean());
        Assert.Equal("week", checkout.TextAt("/trial_interval"));
        Assert.Equal($"https://example.com/t?id={checkout.TextAt("/id")}", checkout.TextAt("/success_url"));
        Assert.Equal("https://example.com/", checkout.TextAt("/return_url"));
        Assert.Equal("own", checkout.TextAt("/metadata/utm_source"));
        Assert.Equal("t", checkout.TextAt("/metadata/utm_term"));
        Assert.Equal("r1", checkout.TextAt("/metadata/reference_id"));
        Assert.Equal("b", checkout.TextAt("/metadata/a"));
    }

    [Fact]
    public async Task What_the_address_says_is_filled_in()
    {
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\",\"{server.Products.Custom}\"]");

        var checkout = await FollowAsync(
            link,
            $"?product_id={server.Products.Custom}&amount=1234.9&customer_email=Ada%40Example.com&customer_name=Ada%20L"
        );

        Assert.Equal(server.Products.Custom.ToString(), checkout.TextAt("/product_id"));
        Assert.Equal(1234, checkout.NumberAt("/amount"));
        Assert.Equal("Ada@example.com", checkout.TextAt("/customer_email"));
        Assert.Equal("Ada L", checkout.TextAt("/customer_name"));
    }

    [Theory]
    [InlineData("?product_id=nonsense")]
    [InlineData("?product_id=0b9f3c53-4f0e-4c53-9f36-1f6f0f2b8a11")]
    [InlineData("?amount=much")]
    [InlineData("?amount=-5")]
    [InlineData("?amount=1")]
    [InlineData("?amount=99999999999999999999999999")]
    [InlineData("?customer_email=nobody&customer_name=%20")]
    [InlineData("?discount_code=NOSUCH")]
    [InlineData("?locale=klingon")]
    [InlineData("?custom_field_data.nothing=1")]
    [InlineData("?customer_name=a%00b")]
    public async Task What_makes_no_sense_is_left_out_and_never_an_error(string query)
    {
        var link = await MakeAsync($"\"products\":[\"{server.Products.Custom}\"],\"seats\":5");

        var checkout = await FollowAsync(link, query);

        Assert.Equal(server.Products.Custom.ToString(), checkout.TextAt("/product_id"));
        Assert.True(checkout.IsNullAt("/customer_email"));
        Assert.True(checkout.IsNullAt("/customer_name"));
        Assert.True(checkout.IsNullAt("/discount"));
    }

    [Fact]
    public async Task A_code_wins_over_the_links_own_discount_and_one_that_does_not_hold_gives_way_to_it()
    {
        var own = await DiscountAsync("");
        await DiscountAsync(""","code":"BETTER" """);
        await DiscountAsync(""","code":"LATER","starts_at":"2999-01-01T00:00:00Z" """);
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"],\"discount_id\":\"{own}\"");

        Assert.Equal(own, (await FollowAsync(link, "")).TextAt("/discount/id"));
        Assert.Equal("BETTER", (await FollowAsync(link, "?discount_code=better")).TextAt("/discount/code"));
        Assert.Equal(own, (await FollowAsync(link, "?discount_code=LATER")).TextAt("/discount/id"));

        (
            await server.Api.PatchAsync(
                $"/v1/checkout-links/{link.TextAt("/id")}",
                """{"allow_discount_codes":false}"""
            )
        ).Expect(200);
        Assert.Equal(own, (await FollowAsync(link, "?discount_code=BETTER")).TextAt("/discount/id"));
    }

    [Fact]
    public async Task A_discount_that_holds_no_more_is_left_out()
    {
        var own = await DiscountAsync("");
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"],\"discount_id\":\"{own}\"");
        (await server.Api.DeleteAsync($"/v1/discounts/{own}")).Expect(204);

        Assert.True((await FollowAsync(link, "")).IsNullAt("/discount"));
    }

    [Fact]
    public async Task Answers_to_custom_fields_are_read_by_their_kind()
    {
        var number = await FieldAsync("number", "size");
        var tick = await FieldAsync("checkbox", "gift");
        var product = (
            await server.Api.PostAsync(
                "/v1/products/",
                $$"""
                {"name":"Asked","prices":[{"amount_type":"fixed","price_amount":1000,"price_currency":"usd"}],
                 "attached_custom_fields":[{"custom_field_id":"{{number}}","required":true},
                                           {"custom_field_id":"{{tick}}","required":false}]}
                """
            )
        ).Expect(201).TextAt("/id");
        var link = await MakeAsync($"\"products\":[\"{product}\"]");

        var checkout = await FollowAsync(link, "?custom_field_data.size=42&custom_field_data.gift=true");
        Assert.Equal("""{"size":42,"gift":true}""", checkout.At("/custom_field_data").GetRawText());

        var partly = await FollowAsync(link, "?custom_field_data.size=big&custom_field_data.gift=true");
        Assert.Equal("""{"gift":true}""", partly.At("/custom_field_data").GetRawText());
    }

    [Fact]
    public async Task What_is_meant_for_the_page_goes_on_to_it()
    {
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]");

        var answer = await server.Public.GetAsync(
            PathOf(link) + "?embed=true&theme=dark&customer_name=Ada&embed_origin=https%3A%2F%2Fa.example&amount=5"
        );

        Assert.EndsWith("?embed=true&theme=dark", answer.Expect(307).Header("location"), StringComparison.Ordinal);
        Assert.Equal(
            "https://a.example",
            (await FollowAsync(link, "?embed_origin=https://a.example/shop?x")).TextAt("/embed_origin")
        );
    }

    [Fact]
    public async Task Products_that_can_not_be_bought_any_more_are_left_out_and_without_any_there_is_no_checkout()
    {
        var product = (
            await server.Api.PostAsync(
                "/v1/products/",
                """{"name":"Leaving","prices":[{"amount_type":"fixed","price_amount":1000,"price_currency":"usd"}]}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var both = await MakeAsync($"\"products\":[\"{product}\",\"{server.Acme.ProductId}\"]");
        var alone = await MakeAsync($"\"products\":[\"{product}\"]");
        (await server.Api.PatchAsync($"/v1/products/{product}", """{"is_archived":true}""")).Expect(200);

        Assert.Equal(server.Acme.ProductId.ToString(), (await FollowAsync(both, "")).TextAt("/product_id"));
        Assert.Equal(
            ["body.products: value_error"],
            (await server.Public.GetAsync(PathOf(alone))).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task A_link_that_there_is_not_leads_nowhere()
    {
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]");
        (await server.Api.DeleteAsync($"/v1/checkout-links/{link.TextAt("/id")}")).Expect(204);

        (await server.Public.GetAsync(PathOf(link))).ExpectError(404, "ResourceNotFound");
        (await server.Public.GetAsync("/v1/checkout-links/polar_cl_x/redirect")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task The_link_of_a_blocked_organization_is_not_permitted()
    {
        var product = server.Umbrella.ProductId;
        var link = (
            await server.OtherApi.PostAsync(
                "/v1/checkout-links/",
                $$"""{"payment_processor":"stripe","products":["{{product}}"]}"""
            )
        ).Expect(201);
        await SetAsync(server.Umbrella.Id, seller => seller with { Status = OrganizationStatus.Blocked });

        (await server.Public.GetAsync(PathOf(link))).ExpectError(403, "NotPermitted");

        await SetAsync(server.Umbrella.Id, seller => seller with { Status = OrganizationStatus.Active });
        (await server.Public.GetAsync(PathOf(link))).Expect(307);
    }

    [Fact]
    public async Task Only_pages_on_the_list_may_embed_once_there_is_a_list()
    {
        var link = await MakeAsync($"\"products\":[\"{server.Acme.ProductId}\"]");
        await SetAsync(server.Acme.Id, seller => seller with { EmbedHosts = ["*.example.com"] });

        var refused = await server.Public.GetAsync(PathOf(link) + "?embed_origin=https://example.org");
        refused.ExpectError(403, "EmbedHostNotAllowed");
        (await server.Public.GetAsync(PathOf(link) + "?embed_origin=https://a.example.com")).Expect(307);
        (await server.Public.GetAsync(PathOf(link))).Expect(307);

        await SetAsync(server.Acme.Id, seller => seller with { EmbedHosts = [] });
    }

    private static string PathOf(Answer link) => $"/v1/checkout-links/{link.TextAt("/client_secret")}/redirect";

    private Task<Organization?> SetAsync(Guid id, Func<Organization, Organization> change) =>
        server.Organizations.ChangeAsync(new OrganizationId(id), change, CancellationToken.None);

    private async Task<Answer> MakeAsync(string some) =>
        (await server.Api.PostAsync("/v1/checkout-links/", $$"""{"payment_processor":"stripe",{{some}}}""")).Expect(
            201
        );

    private async Task<string> DiscountAsync(string more) =>
        (
            await server.Api.PostAsync(
                "/v1/discounts/",
                $$"""{"name":"D","duration":"once","basis_points":5000{{more}}}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;

    private async Task<string> FieldAsync(string type, string slug) =>
        (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                $$$"""{"type":"{{{type}}}","slug":"{{{slug}}}","name":"{{{slug}}}","properties":{}}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;

    // The checkout that the redirect leads to, as its seller sees it.
    private async Task<Answer> FollowAsync(Answer link, string query)
    {
        var location = (await server.Public.GetAsync(PathOf(link) + query)).Expect(307).Header("location")!;
        var secret = new Uri(location).Segments[^1];
        var seen = (await server.Public.GetAsync($"/v1/checkouts/client/{secret}")).Expect(200);
        return (await server.Api.GetAsync($"/v1/checkouts/{seen.TextAt("/id")}")).Expect(200);
    }
}
