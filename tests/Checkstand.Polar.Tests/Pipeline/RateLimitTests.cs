using Checkstand.Polar.RateLimits;
using Checkstand.Server;
using Checkstand.Testing;

namespace Checkstand.Polar.Tests.Pipeline;

/// <summary>How often the dialect may be called: contract section 3.2.</summary>
public sealed class RateLimitTests : PolarServer
{
    private const string Path = "/v1/organizations/";

    private protected override void Configure(CheckstandOptions options) => options.Polar.RateLimits = true;

    [Fact]
    public async Task One_token_may_call_500_times_a_minute()
    {
        await CallAsync(Api, 500, 200);
        Clock.Advance(TimeSpan.FromSeconds(20));

        var answer = (await Api.GetAsync(Path)).Expect(429);

        Assert.Empty(answer.Body);
        Assert.Equal("40", answer.Header("retry-after"));
        Assert.DoesNotContain("content-type", answer.Headers.Keys);
        Assert.Equal("2026-04", answer.Header("polar-version"));
        (await OtherApi.GetAsync(Path)).Expect(200);
        Clock.Advance(TimeSpan.FromSeconds(40));
        (await Api.GetAsync(Path)).Expect(200);
    }

    [Fact]
    public async Task What_is_refused_counts_and_the_limit_comes_before_the_scope()
    {
        using var client = await WithScopesAsync("openid");
        await CallAsync(client, 500, 403);

        (await client.GetAsync(Path)).Expect(429);
    }

    [Fact]
    public async Task A_client_may_try_60_tokens_a_minute_and_no_more()
    {
        using var guesser = new PolarClient(Address, "polar_oat_guess");
        await CallAsync(guesser, 60, 401);

        (await guesser.GetAsync(Path)).Expect(429);
        (await Public.GetAsync(Path, ("Authorization", "Bearer another"))).Expect(429);
        (await Api.GetAsync(Path)).Expect(200);
        (await Public.GetAsync(Path)).Expect(401);
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await guesser.GetAsync(Path)).Expect(401);
    }

    // What ends the connection looks like the server's own bare errors, which get a body.
    [Fact]
    public async Task The_answer_has_no_body_for_clients_that_close_either()
    {
        using var guesser = new PolarClient(Address, "polar_oat_guess");
        await CallAsync(guesser, 60, 401);

        Assert.Empty((await guesser.GetAsync(Path, ("Connection", "close"))).Expect(429).Body);
    }

    // By either path, with a token or without, and whether there is such a checkout or not.
    [Fact]
    public async Task Attempts_to_confirm_are_counted_for_each_secret()
    {
        const string Older = "/v1/checkouts/custom/client/one/confirm";
        for (var i = 0; i < 3; i++)
        {
            (await Public.PostAsync("/v1/checkouts/client/one/confirm", "{}")).Expect(404);
            (await Api.PostAsync(Older, "{}")).Expect(404);
        }

        foreach (var client in new[] { Public, Api })
        {
            Assert.Equal("1800", (await client.PostAsync(Older, "{}")).Expect(429).Header("retry-after"));
        }

        (await Public.PostAsync("/v1/checkouts/client/other/confirm", "{}")).Expect(404);
        (await Public.GetAsync("/v1/checkouts/client/one")).Expect(404);
    }

    [Fact]
    public void A_checkout_may_be_confirmed_6_times_a_minute()
    {
        var limits = new PolarRateLimits(isOn: true, Clock);
        Admit(limits, "one", 6);

        Assert.Equal(1800, limits.OfConfirmation("one"));
        Assert.Null(limits.OfConfirmation("other"));
        Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, limits.OfConfirmation("one"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(limits.OfConfirmation("one"));
    }

    [Fact]
    public void A_checkout_may_be_confirmed_20_times_an_hour()
    {
        var limits = new PolarRateLimits(isOn: true, Clock);
        for (var minute = 0; minute < 4; minute++)
        {
            Admit(limits, "one", 5);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1800, limits.OfConfirmation("one"));
        Clock.Advance(TimeSpan.FromHours(1));
        Admit(limits, "one", 6);
    }

    [Fact]
    public void Knocking_on_a_closed_checkout_does_not_keep_it_closed()
    {
        var limits = new PolarRateLimits(isOn: true, Clock);
        Admit(limits, "one", 6);
        for (var minute = 0; minute < 30; minute++)
        {
            Assert.Equal(1800 - (60 * minute), limits.OfConfirmation("one"));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Null(limits.OfConfirmation("one"));
    }

    [Fact]
    public void Switched_off_they_admit_everything()
    {
        var limits = new PolarRateLimits(isOn: false, new FakeClock());
        var (token, admitted) = (Guid.Empty, 0);
        for (var i = 0; i < 1000; i++)
        {
            admitted += limits.OfToken(token) is null ? 1 : 0;
            admitted += limits.OfBadToken("client") is null ? 1 : 0;
            admitted += limits.OfConfirmation("one") is null ? 1 : 0;
        }

        Assert.Equal(3000, admitted);
    }

    // Whoever invents keys must not fill the memory.
    [Fact]
    public void Beyond_many_keys_new_ones_go_uncounted_and_known_ones_do_not()
    {
        var window = new CountedWindow(TimeSpan.FromMinutes(1), 1, Clock);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Null(window.Count($"key {i}"));
        }

        Assert.Null(window.Count("one too many"));
        Assert.Null(window.Count("one too many"));
        Assert.Equal(60, window.Count("key 7"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(window.Count("one too many"));
        Assert.Equal(60, window.Count("one too many"));
    }

    private static void Admit(PolarRateLimits limits, string secret, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(limits.OfConfirmation(secret));
        }
    }

    private static async Task CallAsync(PolarClient client, int times, int status)
    {
        for (var i = 0; i < times; i++)
        {
            (await client.GetAsync(Path)).Expect(status);
        }
    }
}
