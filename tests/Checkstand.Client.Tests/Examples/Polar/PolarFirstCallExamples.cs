using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;

namespace Checkstand.Client.Tests.Examples;

public sealed class PolarFirstCallExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Checkouts_are_listed()
    {
        await server.OpenAsync();
        var (baseUrl, accessToken, organizationId) = (server.Address.AbsoluteUri, server.Acme.AccessToken, server.Id());
        List<Checkout> seen = [];

        // example: polar-checkouts-list
        var polar = new PolarClient(
            new PolarClientOptions
            {
                // For the vendor's cloud: Server = ApiServer.Sandbox or ApiServer.Production.
                BaseUrl = new Uri(baseUrl),
                AccessToken = accessToken,
            }
        );

        var page = await polar.Checkouts.ListPageAsync(organizationId: organizationId, page: 1, limit: 10);
        while (page is not null)
        {
            seen.AddRange(page.Items);

            page = await page.NextAsync();
        }
        // end

        Assert.Single(seen);
    }
}
