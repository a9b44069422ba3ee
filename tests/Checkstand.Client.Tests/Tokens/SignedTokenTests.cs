using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Checkstand.Client.Gr4vy;
using Checkstand.Core.Merchants;
using Checkstand.Gr4vy.Auth;
using Checkstand.Testing;

namespace Checkstand.Client.Tests.Tokens;

/// <summary>The tokens that the client signs, taken apart, and asked by the server that checks them.</summary>
public sealed class SignedTokenTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly FakeClock clock = new();

    [Fact]
    public async Task The_server_accepts_what_the_client_signs()
    {
        var result = await server.Gr4vy.AskAsync(ApiRequest.Post($"/checkout/sessions"));

        Assert.True(result.Ok, result.Error?.Message);
        Assert.Equal(201, result.Response.StatusCode);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_forbidden()
    {
        var result = await server.Gr4vyWith("buyers.read").AskAsync(ApiRequest.Post($"/checkout/sessions"));

        var error = Assert.IsType<ForbiddenException>(result.Error);
        Assert.Equal("forbidden", error.Code);
        Assert.NotNull(error.RequestId);
    }

    [Fact]
    public void A_token_says_what_the_contract_asks_for()
    {
        var token = Auth.WithToken(server.PrivateKeyPem, ["checkout-sessions.write"], TimeSpan.FromSeconds(30))
            .Token(clock);

        var (header, claims) = (Part(token, 0), Part(token, 1));
        Assert.Equal(["alg", "typ", "kid"], header.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("ES512", "JWT"), (header.GetProperty("alg").GetString(), header.GetProperty("typ").GetString()));
        Assert.Equal(
            ["iss", "iat", "nbf", "exp", "jti", "scopes"],
            claims.EnumerateObject().Select(member => member.Name)
        );
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(
            (now, now, now + 30),
            (
                claims.GetProperty("iat").GetInt64(),
                claims.GetProperty("nbf").GetInt64(),
                claims.GetProperty("exp").GetInt64()
            )
        );
        Assert.Matches(
            "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            claims.GetProperty("jti").GetString()
        );
        Assert.Equal(
            ["checkout-sessions.write"],
            claims.GetProperty("scopes").EnumerateArray().Select(s => s.GetString())
        );
        Assert.Equal(132, Bytes(token, 2).Length);
    }

    [Fact]
    public void Without_scopes_and_lifetime_a_token_is_for_everything_and_an_hour()
    {
        var claims = Part(Auth.WithToken(server.PrivateKeyPem).Token(clock), 1);

        Assert.Equal(["*.read", "*.write"], claims.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    // Every other key has a coordinate that begins with zeros, and those must be hashed too.
    [Fact]
    public void Keys_go_by_the_name_that_the_server_gives_them()
    {
        for (var i = 0; i < 24; i++)
        {
            var (key, pem) = SigningKeyFactory.Create(SigningAlgorithm.ES512, "x", [], clock.GetUtcNow());
            Assert.Equal(key.Thumbprint, new TokenSigner(pem).KeyId);
        }
    }

    [Theory]
    [InlineData(30, 27)]
    [InlineData(600, 540)]
    [InlineData(3600, 3540)]
    public void A_token_is_kept_for_its_life_minus_a_margin(int lifetimeSeconds, int keptSeconds)
    {
        var auth = Auth.WithToken(server.PrivateKeyPem, lifetime: TimeSpan.FromSeconds(lifetimeSeconds));

        var first = auth.Token(clock);
        clock.Advance(TimeSpan.FromSeconds(keptSeconds - 1));
        Assert.Same(first, auth.Token(clock));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, auth.Token(clock));
    }

    [Fact]
    public void A_clock_that_goes_back_gets_a_token_of_its_time()
    {
        var auth = Auth.WithToken(server.PrivateKeyPem);

        var first = auth.Token(clock);
        clock.Advance(TimeSpan.FromHours(-2));

        Assert.NotEqual(first, auth.Token(clock));
    }

    [Fact]
    public void A_token_for_every_call_is_a_new_one()
    {
        var auth = Auth.WithToken(server.PrivateKeyPem, isCached: false);

        Assert.NotEqual(auth.Token(clock), auth.Token(clock));
    }

    [Fact]
    public async Task Many_threads_get_good_tokens()
    {
        var auth = Auth.WithToken(server.PrivateKeyPem, isCached: false);
        using var key = ECDsa.Create();
        key.ImportFromPem(server.PrivateKeyPem);

        var tokens = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => auth.Token(clock))));

        Assert.All(
            tokens,
            token =>
                Assert.True(
                    key.VerifyData(
                        Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]),
                        Bytes(token, 2),
                        HashAlgorithmName.SHA512
                    )
                )
        );
        Assert.Equal(64, tokens.Distinct().Count());
    }

    [Fact]
    public void A_key_of_another_kind_is_refused_by_name()
    {
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using var rsa = RSA.Create(2048);

        Assert.Throws<ArgumentException>("privateKeyPem", () => Auth.WithToken(p256.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<ArgumentException>("privateKeyPem", () => Auth.WithToken(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<ArgumentException>("privateKeyPem", () => Auth.WithToken(p521.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<ArgumentException>("privateKeyPem", () => Auth.WithToken("no key"));
        Assert.Throws<ArgumentNullException>("privateKeyPem", () => Auth.WithToken(null!));
        _ = Auth.WithToken(p521.ExportECPrivateKeyPem());
    }

    [Fact]
    public void Other_arguments_are_checked()
    {
        Assert.Throws<ArgumentException>("scopes", () => Auth.WithToken(server.PrivateKeyPem, []));
        Assert.Throws<ArgumentException>("scopes", () => Auth.WithToken(server.PrivateKeyPem, ["a", " "]));
        Assert.Throws<ArgumentOutOfRangeException>(
            "lifetime",
            () => Auth.WithToken(server.PrivateKeyPem, lifetime: TimeSpan.FromSeconds(9))
        );
        Assert.Throws<ArgumentException>("token", () => Auth.WithBearer(" "));
    }

    internal static JsonElement Part(string token, int index) => JsonDocument.Parse(Bytes(token, index)).RootElement;

    private static byte[] Bytes(string token, int index) =>
        System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[index]);
}
