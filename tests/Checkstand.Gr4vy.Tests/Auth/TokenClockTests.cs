using System.Text.Json.Nodes;
using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Auth;
using Checkstand.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>Times of a token to the second, on a server whose tokens are checked against the clock of the tests.</summary>
public sealed class TokenClockTests(TokenClockTests.StandingStill server) : IClassFixture<TokenClockTests.StandingStill>
{
    private long Now => server.Clock.GetUtcNow().ToUnixTimeSeconds();

    // Leeway is 60 s: a token is good while now < exp + 60, nbf <= now + 60 and iat <= now + 60.
    [Theory]
    [InlineData("exp", -3600, 401)]
    [InlineData("exp", -61, 401)]
    [InlineData("exp", -60, 401)]
    [InlineData("exp", -59, 200)]
    [InlineData("exp", 0, 200)]
    [InlineData("exp", 59, 200)]
    [InlineData("exp", 61, 200)]
    [InlineData("nbf", -61, 200)]
    [InlineData("nbf", -59, 200)]
    [InlineData("nbf", 0, 200)]
    [InlineData("nbf", 59, 200)]
    [InlineData("nbf", 60, 200)]
    [InlineData("nbf", 61, 401)]
    [InlineData("nbf", 3600, 401)]
    [InlineData("iat", -61, 200)]
    [InlineData("iat", -59, 200)]
    [InlineData("iat", 59, 200)]
    [InlineData("iat", 60, 200)]
    [InlineData("iat", 61, 401)]
    [InlineData("iat", 3600, 401)]
    public async Task Clocks_may_differ_by_a_minute(string claim, int seconds, int status)
    {
        var token = Token().WithClaim(claim, $"{Now + seconds}");

        Assert.Equal(status, (await SendAsync(token)).Status);
    }

    [Theory]
    [InlineData("exp", "-59.5", 200)]
    [InlineData("exp", "-60.5", 401)]
    [InlineData("nbf", "60.5", 401)]
    [InlineData("iat", "60.5", 401)]
    [InlineData("nbf", "59.5", 200)]
    public async Task Fractions_of_a_second_count(string claim, string seconds, int status)
    {
        var time = Now + double.Parse(seconds);
        foreach (var json in new[] { $"{time}", $"\"{time}\"" })
        {
            Assert.Equal(status, (await SendAsync(Token().WithClaim(claim, json))).Status);
        }
    }

    [Fact]
    public async Task A_remembered_token_ends_in_its_second()
    {
        var token = Token().WithClaim("exp", $"{Now + 30}");
        (await SendAsync(token)).Expect(200);

        server.Clock.Advance(TimeSpan.FromSeconds(89));
        (await SendAsync(token)).Expect(200);

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Envelope.Check(await SendAsync(token), 401);
        Envelope.Check(await SendAsync(token), 401);
    }

    [Fact]
    public async Task A_token_that_came_too_early_is_good_in_its_time()
    {
        var token = Token().WithClaim("nbf", $"{Now + 90}").WithClaim("exp", $"{Now + 900}");
        Envelope.Check(await SendAsync(token), 401);

        server.Clock.Advance(TimeSpan.FromSeconds(30));

        (await SendAsync(token)).Expect(200);
    }

    // One text, so that what is remembered is this token and not one like it.
    private async Task<Answer> SendAsync(Jwt token)
    {
        var fresh = Token();
        var open = new Ask("POST", ApiClient.Sessions) { Authorization = fresh.Bearer };
        var id = (await server.Api.SendAsync(open)).Expect(201).TextAt("/id")!;
        return await server.Api.SendAsync(new Ask("GET", ApiClient.PathOf(id)) { Authorization = server.Once(token) });
    }

    private Jwt Token()
    {
        var token = server.Tokens.Token();
        var claims = JsonNode.Parse(token.Claims)!.AsObject();
        claims["iat"] = Now;
        claims["nbf"] = Now;
        claims["exp"] = Now + 3600;
        return token with { Claims = claims.ToJsonString() };
    }

    public sealed class StandingStill : Gr4vyServer
    {
        private readonly Dictionary<Jwt, string> signed = [];

        /// <summary>The Authorization header of a token, signed once however often it is asked for.</summary>
        internal string Once(Jwt token) =>
            signed.TryGetValue(token, out var text) ? text : signed[token] = token.Bearer;

        private protected override WebApplication Build(CheckstandOptions options, DataDirectory held, KeyRing ring)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Services.AddCheckstand(options, held, ring, Clock);
            builder.AddServer(options, jsonLogs: false, isSandbox: false);

            // The last registration is the one that is used.
            builder.Services.AddSingleton(services => new TokenVerifier(
                services.GetRequiredService<MerchantDirectory>(),
                Clock,
                services.GetRequiredService<ILogger<TokenVerifier>>()
            ));
            var app = builder.Build();
            app.UseCheckstand();
            return app;
        }
    }
}
