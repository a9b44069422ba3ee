using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class EmbedTokenExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public void A_token_is_made_without_a_call()
    {
        // example: gr4vy-embed-tokens-create
        var token = client.EmbedTokens.Create(
            new EmbedValues
            {
                Amount = 1299,
                Currency = "USD",
                BuyerExternalIdentifier = "buyer-12345",
            },
            lifetime: TimeSpan.FromMinutes(15)
        );
        // end

        Assert.Equal(2, token.Count(letter => letter == '.'));
    }

    [Fact]
    public async Task A_session_is_opened_with_its_token()
    {
        // example: gr4vy-embed-tokens-create-with-session
        var embed = await client.EmbedTokens.CreateWithSessionAsync(
            new EmbedValues { Amount = 1299, Currency = "USD" },
            new CheckoutSessionCreate { Metadata = new() { ["order_id"] = "order-12345" } }
        );

        Console.WriteLine($"{embed.CheckoutSession.Id} until {embed.CheckoutSession.ExpiresAt:O}");
        // end

        Assert.NotEmpty(embed.Token);
    }
}
