using Checkstand.Client.Gr4vy;
using Checkstand.Client.Polar;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Client.Tests.Examples;

public sealed class RegistrationExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Clients_come_out_of_a_service_collection()
    {
        var (baseUrl, privateKeyPem, accessToken) = (
            server.Address.AbsoluteUri,
            server.PrivateKeyPem,
            server.Acme.AccessToken
        );
        var services = new ServiceCollection();

        // example: client-registration
        services.AddGr4vyClient(options =>
        {
            options.BaseUrl = new Uri(baseUrl);
            options.Auth = Auth.WithToken(privateKeyPem);
        });
        services.AddPolarClient(
            "acme",
            (provider, options) =>
            {
                options.BaseUrl = new Uri(baseUrl);
                options.AccessToken = accessToken;
            }
        );
        // end

        await using var provider = services.BuildServiceProvider();
        Assert.NotEmpty((await provider.GetRequiredService<Gr4vyClient>().CheckoutSessions.CreateAsync()).Id);
        var polar = provider.GetRequiredKeyedService<PolarClient>("acme");
        Assert.NotEmpty((await polar.Products.ListPageAsync()).Items);
    }
}
