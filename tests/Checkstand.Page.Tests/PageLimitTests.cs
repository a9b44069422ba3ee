namespace Checkstand.Page.Tests;

/// <summary>How often a checkout may be paid on its page. Each test has a server of its own, which counts.</summary>
public sealed class PageLimitTests : IAsyncLifetime
{
    private readonly PageServer server = new() { HasRateLimits = true };

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_buyer_may_try_6_cards_a_minute_and_keeps_what_was_typed_but_the_card()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        for (var i = 0; i < 6; i++)
        {
            (await server.PayAsync(path, PageServer.Declined)).Expect(303);
        }

        var refused = await server.PayAsync(path, PageServer.Approved, ("customer_name", "Jane <Doe>"));
        refused.Expect(429).Says("You were not charged for this one. Try again in 30 minutes.").Says("Jane <Doe>");
        Assert.Equal("1800", refused.Header("Retry-After"));
        Assert.DoesNotContain("4242", refused.Html, StringComparison.Ordinal);
        await server.AssertChargesAsync(checkout, Enumerable.Repeat("declined", 6).ToArray());

        (await server.PayAsync(PageServer.PathOf(await server.OpenAsync()), PageServer.Approved)).Expect(303);
        server.Clock.Advance(TimeSpan.FromMinutes(30));
        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
    }

    [Fact]
    public async Task The_page_and_the_api_count_together()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var confirm = $"/v1/checkouts/client/{checkout.TextAt("/client_secret")}/confirm";
        for (var i = 0; i < 3; i++)
        {
            (await server.PayAsync(path, PageServer.Declined)).Expect(303);
            (await server.Public.PostAsync(confirm, "{}")).Expect(422);
        }

        (await server.PayAsync(path, PageServer.Approved)).Expect(429);
        (await server.Public.PostAsync(confirm, "{}")).Expect(429);
    }

    // Only what may reach a card's bank is an attempt.
    [Fact]
    public async Task Looking_changing_and_mistyping_are_not_counted()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        for (var i = 0; i < 7; i++)
        {
            (await server.SubmitAsync(path, "update", ("customer_name", $"Jane {i}"))).Expect(303);
            (await server.PayAsync(path, "4242 4242 4242 4241")).Expect(422);
        }

        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
    }
}
