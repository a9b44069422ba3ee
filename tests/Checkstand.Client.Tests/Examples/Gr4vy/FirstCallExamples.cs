using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class FirstCallExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task A_session_is_opened()
    {
        var (baseUrl, privateKey) = (server.Address.AbsoluteUri, server.PrivateKeyPem);

        // example: gr4vy-checkout-sessions-create
        var client = new Gr4vyClient(
            new Gr4vyClientOptions
            {
                // For the vendor's cloud: Id = "example", Server = ApiServer.Sandbox.
                BaseUrl = new Uri(baseUrl),
                Auth = Auth.WithToken(privateKey),
                MerchantAccountId = "default",
            }
        );

        var session = await client.CheckoutSessions.CreateAsync();

        Console.WriteLine($"{session.Id} ends at {session.ExpiresAt:O}");
        // end

        Assert.Equal("checkout-session", session.Type);
    }
}
