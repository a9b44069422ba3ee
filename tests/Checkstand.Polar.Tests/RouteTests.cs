namespace Checkstand.Polar.Tests;

/// <summary>What holds for every path of the dialect, also where nothing is.</summary>
public sealed class RouteTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task An_unknown_route_says_not_found_without_a_name()
    {
        var answer = (await server.Api.GetAsync("/v1/nothing/")).Expect(404);
        Assert.Equal("""{"detail":"Not Found"}""", answer.Text);
        Assert.Equal("application/json", answer.Header("content-type"));
    }
}
