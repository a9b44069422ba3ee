using System.Net;
using System.Text;

namespace Checkstand.TestProvider.Tests.Http;

public sealed class ChallengePageTests : IAsyncLifetime
{
    private const string ReturnUrl = "https://shop.example/paid?order=1042";

    private ProviderServer server = null!;

    public async ValueTask InitializeAsync() => server = await ProviderServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_page_asks_for_a_decision()
    {
        var (_, path) = await server.ChallengeAsync();

        var page = await (await server.GetAsync(path)).TextAsync(HttpStatusCode.OK);

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>Confirm this test payment", page, StringComparison.Ordinal);
        Assert.Equal(1, Count(page, "<h1>"));
        Assert.Equal(2, Count(page, $"<form method=\"post\" action=\"{path}\">"));
        Assert.Contains("value=\"approve\">Approve</button>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"fail\">Fail</button>", page, StringComparison.Ordinal);
        Assert.Contains("1,234.56 USD", page, StringComparison.Ordinal);
        Assert.Contains("3184", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("JPY", "123,456 JPY")]
    [InlineData("KWD", "123.456 KWD")]
    [InlineData("EUR", "1,234.56 EUR")]
    public async Task The_amount_is_in_the_currencys_own_digits(string currency, string shown)
    {
        var (_, path) = await server.ChallengeAsync(currency: currency);

        Assert.Contains(
            shown,
            await (await server.GetAsync(path)).TextAsync(HttpStatusCode.OK),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_and_fetches_nothing()
    {
        var (_, path) = await server.ChallengeAsync();

        using var response = await server.GetAsync(path);

        Assert.Equal("text/html; charset=utf-8", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        var policy = response.Header("Content-Security-Policy")!;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    // A browser refuses a style whose hash is not the policy's; this computes it as a browser does.
    [Fact]
    public async Task The_policy_allows_the_pages_own_style()
    {
        var (_, path) = await server.ChallengeAsync();
        using var response = await server.GetAsync(path);
        var page = await response.TextAsync(HttpStatusCode.OK);
        var style = page.Split("<style>")[1].Split("</style>")[0];

        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Contains($"'sha256-{hash}'", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_charges_tells_us_and_sends_the_buyer_back()
    {
        var (key, path) = await server.ChallengeAsync(ReturnUrl);

        using var response = await server.DecideAsync(path, "approve");

        Assert.Equal((HttpStatusCode.SeeOther, ReturnUrl), (response.StatusCode, response.Header("Location")));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal([key], server.Told);
        Expect.Approved(await server.Provider.FindAsync(key));
        Assert.Equal("charged", server.Provider.Standing());
        Assert.Equal(MovementKind.Authorization, Assert.Single(await server.Provider.MovementsAsync()).Kind);
    }

    [Fact]
    public async Task A_failure_declines_tells_us_and_sends_the_buyer_back()
    {
        var (key, path) = await server.ChallengeAsync(ReturnUrl);

        using var response = await server.DecideAsync(path, "fail");

        Assert.Equal((HttpStatusCode.SeeOther, ReturnUrl), (response.StatusCode, response.Header("Location")));
        Assert.Equal([key], server.Told);
        Expect.Declined(await server.Provider.FindAsync(key), PaymentErrorCode.FailedBuyerApproval);
        Assert.Equal("declined", server.Provider.Standing());
        Assert.Empty(await server.Provider.MovementsAsync());
    }

    [Theory]
    [InlineData("approve", "fail", "charged", "Test payment approved")]
    [InlineData("fail", "approve", "declined", "Test payment failed")]
    public async Task A_decision_is_for_good(string first, string second, string standing, string title)
    {
        var (_, path) = await server.ChallengeAsync();
        await server.DecideAsync(path, first);

        var answer = await (await server.DecideAsync(path, second)).TextAsync(HttpStatusCode.OK);
        var page = await (await server.GetAsync(path)).TextAsync(HttpStatusCode.OK);

        Assert.Equal(standing, server.Provider.Standing());
        Assert.Single(server.Told);
        Assert.Contains(title, answer, StringComparison.Ordinal);
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_decisions_at_once_are_one()
    {
        var (_, path) = await server.ChallengeAsync();

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => server.DecideAsync(path, i % 2 == 0 ? "approve" : "fail"))
        );

        Assert.True(
            (await server.Provider.MovementsAsync()).Count == (server.Provider.Standing() == "charged" ? 1 : 0)
        );
    }

    [Fact]
    public async Task An_approved_payment_is_captured_and_given_back()
    {
        var (_, path) = await server.ChallengeAsync(amount: 500);
        await server.DecideAsync(path, "approve");
        var reference = path.Split('/')[^1];

        Expect.Approved(await server.Provider.CaptureAsync(reference, 500));
        Expect.Approved(await server.Provider.RefundAsync(reference, 500));
    }

    [Fact]
    public async Task A_voided_challenge_can_not_be_approved_any_more()
    {
        var (_, path) = await server.ChallengeAsync();
        await server.Provider.VoidAsync(path.Split('/')[^1]);

        var answer = await (await server.DecideAsync(path, "approve")).TextAsync(HttpStatusCode.OK);

        Assert.Contains("given up", answer, StringComparison.Ordinal);
        Assert.Equal("not_charged", server.Provider.Standing());
        Assert.Empty(server.Told);
    }

    [Fact]
    public async Task A_decision_that_we_did_not_take_is_told_again()
    {
        var (key, path) = await server.ChallengeAsync(ReturnUrl);
        server.IsDeaf = true;
        using var response = await server.DecideAsync(path, "approve");
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Empty(server.Told);

        server.IsDeaf = false;
        server.Provider.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(key, Assert.Single(server.Provider.Ledger.Due(null, server.Provider.Now, 10)).Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://shop.example/")]
    [InlineData("//shop.example/")]
    [InlineData("no address")]
    public async Task Without_an_address_to_go_back_to_the_page_says_how_it_ended(string? returnUrl)
    {
        var (_, path) = await server.ChallengeAsync(returnUrl);

        using var response = await server.DecideAsync(path, "approve");

        Assert.Contains("Test payment approved", await response.TextAsync(HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Null(response.Header("Location"));
    }

    [Theory]
    [InlineData("https://b\u00fccher.example/\u00e4?q=\u00df", "https://xn--bcher-kva.example/%C3%A4?q=%C3%9F")]
    [InlineData("http://127.0.0.1:3000/back", "http://127.0.0.1:3000/back")]
    [InlineData("http://[::1]:3000/back", "http://[::1]:3000/back")]
    [InlineData("https://shop.example/?a=%2F&b=c+d#top", "https://shop.example/?a=%2F&b=c+d#top")]
    public async Task An_address_goes_into_the_header_in_ascii(string returnUrl, string location)
    {
        var (_, path) = await server.ChallengeAsync(returnUrl);

        using var response = await server.DecideAsync(path, "approve");

        Assert.Equal((HttpStatusCode.SeeOther, location), (response.StatusCode, response.Header("Location")));
    }

    [Fact]
    public async Task An_address_can_not_add_headers()
    {
        var (_, path) = await server.ChallengeAsync("https://shop.example/\r\nSet-Cookie: a=b");

        using var response = await server.DecideAsync(path, "approve");

        Assert.Null(response.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("01941f29-7c00-7aaa-8aaa-0123456789ab")]
    [InlineData("no-id")]
    [InlineData("%7B01941f29-7c00-7aaa-8aaa-0123456789ab%7D")]
    public async Task A_challenge_that_is_not_there_has_a_page_that_says_so(string id)
    {
        var page = await (await server.GetAsync($"/dev/challenges/{id}")).TextAsync(HttpStatusCode.NotFound);
        using var decided = await server.DecideAsync($"/dev/challenges/{id}", "approve");

        Assert.Contains("<h1>No such challenge</h1>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, decided.StatusCode);
    }

    [Fact]
    public async Task A_payment_without_a_challenge_has_no_page()
    {
        var reference = await server.Provider.ReserveAsync();

        using var response = await server.GetAsync($"/dev/challenges/{reference}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_is_no_decision_decides_nothing()
    {
        var (_, path) = await server.ChallengeAsync();
        HttpContent?[] contents =
        [
            null,
            new StringContent("decision=approve"),
            new StringContent("{\"decision\":\"approve\"}", Encoding.UTF8, "application/json"),
            new FormUrlEncodedContent([new("decision", "Approve")]),
            new FormUrlEncodedContent([new("decision", "approve"), new("decision", "fail")]),
            new FormUrlEncodedContent([new("other", "approve")]),
        ];

        foreach (var content in contents)
        {
            using var response = await server.PostAsync(path, content);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        Assert.Equal("requires_action", server.Provider.Standing());
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        var (_, path) = await server.ChallengeAsync();

        using var response = await server.PostAsync(
            path,
            new FormUrlEncodedContent([new("decision", "approve"), new("more", new string('x', 2000))])
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("requires_action", server.Provider.Standing());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
