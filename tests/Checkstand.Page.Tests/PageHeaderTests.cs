using System.Text;

namespace Checkstand.Page.Tests;

public sealed class PageHeaderTests(PageServer server) : IClassFixture<PageServer>
{
    [Fact]
    public async Task A_page_may_run_nothing_and_be_kept_by_nobody()
    {
        var page = (await server.GetAsync(PageServer.PathOf(await server.OpenAsync()))).Expect(200);

        AssertHeaders(page);
        var policy = page.Header("Content-Security-Policy")!;
        Assert.Equal(
            $"default-src 'none'; style-src {PageShell.StyleSource}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            policy
        );
    }

    [Theory]
    [InlineData("https://shop.example", "https://shop.example")]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    [InlineData("https://shop.example/some/page?a=b", "https://shop.example")]
    [InlineData("https://sh\u00f6p.example", "https://xn--shp-tna.example")]
    [InlineData("https://shop.example; script-src *", "'none'")]
    [InlineData("*", "'none'")]
    [InlineData("javascript:alert(1)", "'none'")]
    public async Task Only_the_page_that_embeds_it_may_frame_it(string embedOrigin, string ancestors)
    {
        var checkout = await server.OpenAsync($"\"embed_origin\":\"{embedOrigin}\"");
        var policy = (await server.GetAsync(PageServer.PathOf(checkout))).Header("Content-Security-Policy")!;

        Assert.EndsWith($"; frame-ancestors {ancestors}", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_may_lead_to_this_server_only()
    {
        var checkout = await server.OpenAsync("\"success_url\":\"https://shop.example:8443/thanks\"");
        var policy = (await server.GetAsync(PageServer.PathOf(checkout))).Header("Content-Security-Policy")!;

        Assert.Contains("; form-action 'self'; ", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/checkout/polar_c_unknown", 404, "No such checkout")]
    [InlineData("GET", "/checkout/polar_c_unknown/confirmation", 404, "No such checkout")]
    [InlineData("POST", "/checkout/polar_c_unknown", 404, "No such checkout")]
    [InlineData("PUT", "/checkout/polar_c_unknown", 405, "Something went wrong")]
    [InlineData("GET", "/checkout/polar_c_unknown/else", 404, "No such checkout")]
    public async Task What_is_not_there_is_said_in_a_page(string method, string path, int status, string says)
    {
        using var form = new FormUrlEncodedContent([new("action", "pay")]);
        var page = await server.SendAsync(new HttpMethod(method), path, method == "POST" ? form : null);

        page.Expect(status).Says(says).OffersNoPayment();
        AssertHeaders(page);
        Assert.DoesNotContain("polar_c_unknown", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkout_whose_time_is_over_has_a_page_that_says_so_and_leads_back()
    {
        var checkout = await server.OpenAsync("\"return_url\":\"https://shop.example/cart\"");
        var path = PageServer.PathOf(checkout);
        server.Clock.Advance(TimeSpan.FromHours(25));
        try
        {
            var page = (await server.GetAsync(path)).Expect(410).Says("This checkout has expired").OffersNoPayment();
            page.Says("<a href=\"https://shop.example/cart\">Back to the seller</a>");
            AssertHeaders(page);
            (await server.PostAsync(path, PageServer.CardFields(PageServer.Approved).ToDictionary()))
                .Expect(410)
                .Says("https://shop.example/cart");
        }
        finally
        {
            server.Clock.Advance(TimeSpan.FromHours(-25));
        }
    }

    [Fact]
    public async Task Other_bodies_than_forms_are_refused()
    {
        var path = PageServer.PathOf(await server.OpenAsync());

        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        (await server.SendAsync(HttpMethod.Post, path, json)).Expect(415);
        using var large = new FormUrlEncodedContent([new("customer_name", new string('x', 70_000))]);
        (await server.SendAsync(HttpMethod.Post, path, large)).Expect(413);
        using var many = new FormUrlEncodedContent(
            Enumerable.Range(0, 300).Select(i => new KeyValuePair<string, string>($"f{i}", "1"))
        );
        AssertHeaders((await server.SendAsync(HttpMethod.Post, path, many)).Expect(400));
    }

    [Fact]
    public async Task The_other_dialects_routes_below_checkout_are_their_own() =>
        Assert.StartsWith(
            "application/json",
            (await server.GetAsync("/checkout/nothing")).Expect(404).Header("Content-Type")!,
            StringComparison.Ordinal
        );

    private static void AssertHeaders(WebPage page)
    {
        Assert.Equal("text/html; charset=utf-8", page.Header("Content-Type"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Contains("no-store", page.Header("Cache-Control")!, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Header("Content-Security-Policy")!, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }
}
