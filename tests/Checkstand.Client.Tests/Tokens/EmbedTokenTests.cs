using System.Text.Json;
using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Tokens;

/// <summary>Tokens for browsers.</summary>
public sealed class EmbedTokenTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public void What_is_pinned_is_in_the_token()
    {
        var token = server.Gr4vy.EmbedTokens.Create(
            new EmbedValues
            {
                Amount = 1299,
                Currency = "USD",
                BuyerExternalIdentifier = "buyer-1",
                MerchantAccountId = "default",
                Metadata = new() { ["camelCase"] = "stays" },
                CartItems =
                [
                    new CartItem
                    {
                        Name = "GoPro",
                        Quantity = 1,
                        UnitAmount = 1299,
                    },
                ],
                ConnectionOptions = new() { ["mock-card"] = JsonSerializer.SerializeToElement(new { someOption = 1 }) },
            },
            "4137b1cf-39ac-42a8-bad6-1c680d5dab6b"
        );

        var claims = SignedTokenTests.Part(token, 1);
        Assert.Equal("""["embed"]""", claims.GetProperty("scopes").GetRawText());
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal("4137b1cf-39ac-42a8-bad6-1c680d5dab6b", claims.GetProperty("checkout_session_id").GetString());
        Assert.Equal(
            """
            {"amount":1299,"currency":"USD","buyer_external_identifier":"buyer-1","metadata":{"camelCase":"stays"},"cart_items":[{"name":"GoPro","quantity":1,"unit_amount":1299}],"merchant_account_id":"default","connection_options":{"mock-card":{"someOption":1}}}
            """,
            claims.GetProperty("embed").GetRawText()
        );
    }

    [Fact]
    public void What_is_not_pinned_is_not_in_the_token()
    {
        var claims = SignedTokenTests.Part(server.Gr4vy.EmbedTokens.Create(lifetime: TimeSpan.FromMinutes(5)), 1);

        Assert.False(claims.TryGetProperty("embed", out _));
        Assert.False(claims.TryGetProperty("checkout_session_id", out _));
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    // 403 and not 401: the server knows the key and sees what the token is for.
    [Fact]
    public async Task The_server_knows_the_token_and_lets_it_do_no_more_than_it_should()
    {
        var browser = new Gr4vyClient(
            new Gr4vyClientOptions
            {
                BaseUrl = server.Address,
                Auth = Client.Gr4vy.Auth.WithBearer(server.Gr4vy.EmbedTokens.Create()),
            }
        );

        Assert.IsType<ForbiddenException>((await browser.CheckoutSessions.TryCreateAsync()).Error);
    }

    [Fact]
    public async Task A_session_and_its_token_come_in_one_step()
    {
        var made = await server.Gr4vy.EmbedTokens.CreateWithSessionAsync(
            new EmbedValues { Amount = 1299 },
            new CheckoutSessionCreate { Metadata = new() { ["order"] = "1" } }
        );

        var claims = SignedTokenTests.Part(made.Token, 1);
        Assert.Equal(made.CheckoutSession.Id, claims.GetProperty("checkout_session_id").GetString());
        Assert.Equal("""{"amount":1299}""", claims.GetProperty("embed").GetRawText());
        Assert.Equal("1", (await server.Gr4vy.CheckoutSessions.GetAsync(made.CheckoutSession.Id)).Metadata!["order"]);
        Assert.DoesNotContain(made.Token, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_refused_has_no_token()
    {
        var result = await server.Gr4vyWith("buyers.read").EmbedTokens.TryCreateWithSessionAsync();

        Assert.IsType<ForbiddenException>(result.Error);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_signed_and_nothing_is_sent()
    {
        await using var scripted = new ScriptedServer();

        Assert.Throws<InvalidOperationException>(() => scripted.Gr4vy().EmbedTokens.Create());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            scripted.Gr4vy().EmbedTokens.TryCreateWithSessionAsync()
        );
        Assert.Empty(scripted.Requests);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var tokens = server.Gr4vy.EmbedTokens;

        Assert.Throws<ArgumentException>("checkoutSessionId", () => tokens.Create(checkoutSessionId: " "));
        Assert.Throws<ArgumentOutOfRangeException>("lifetime", () => tokens.Create(lifetime: TimeSpan.FromSeconds(1)));
    }
}
