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
    public void Switched_off_they_admit_everything()
    {
        var limits = new PolarRateLimits(isOn: false, new FakeClock());
        var (token, admitted) = (Guid.Empty, 0);
        for (var i = 0; i < 1000; i++)
        {
            admitted += limits.OfToken(token) is null ? 1 : 0;
            admitted += limits.OfBadToken("client") is null ? 1 : 0;
        }

        Assert.Equal(2000, admitted);
    }

    private static async Task CallAsync(PolarClient client, int times, int status)
    {
        for (var i = 0; i < times; i++)
        {
            (await client.GetAsync(Path)).Expect(status);
        }
    }
}
