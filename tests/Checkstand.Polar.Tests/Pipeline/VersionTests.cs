namespace Checkstand.Polar.Tests.Pipeline;

/// <summary>Versions and the headers of every answer: contract section 1.3.</summary>
public sealed class VersionTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Path = "/v1/organizations/";

    [Fact]
    public async Task Who_names_no_version_gets_the_current_one()
    {
        var answer = (await server.Api.GetAsync(Path)).Expect(200);

        Assert.Equal("2026-04", answer.Header("polar-version"));
        Assert.Equal("no-store, private", answer.Header("cache-control"));
        Assert.Equal("1", answer.Header("x-polar-sandbox"));
        Assert.Equal("application/json", answer.Header("content-type"));
    }

    [Theory]
    [InlineData("2026-04")]
    [InlineData("2026-10")]
    [InlineData("2027-01")]
    public async Task A_known_version_is_echoed_whatever_the_answer(string version)
    {
        foreach (var client in new[] { server.Api, server.Public })
        {
            var answer = await client.GetAsync(Path, ("Polar-Version", version));
            Assert.Equal(version, answer.Header("polar-version"));
            Assert.Equal("no-store, private", answer.Header("cache-control"));
            Assert.Equal("1", answer.Header("x-polar-sandbox"));
        }
    }

    [Theory]
    [InlineData("2025-01")]
    [InlineData("latest")]
    [InlineData("2026-04,2026-10")]
    [InlineData("")]
    public async Task An_unknown_version_is_an_unknown_route_before_anything_else(string version)
    {
        foreach (var client in new[] { server.Api, server.Public })
        {
            var answer = (await client.GetAsync(Path, ("Polar-Version", version))).Expect(404);
            Assert.Equal("""{"detail":"Not Found"}""", answer.Text);
        }
    }

    // Headers that newer clients send and nothing here needs.
    [Fact]
    public async Task What_newer_clients_add_changes_nothing()
    {
        var plain = await server.Api.GetAsync(Path);
        var decorated = await server.Api.GetAsync(
            Path,
            ("Polar-Organization", server.Acme.Id.ToString()),
            ("Cookie", ""),
            ("X-Unknown", "1")
        );

        Assert.Equal(plain.Text, decorated.Expect(200).Text);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Browsers_of_any_origin_may_ask(string method)
    {
        var answer = await server.Public.SendAsync(
            "OPTIONS",
            method is "GET" or "POST" ? Path : $"/v1/organization-access-tokens/{server.Acme.Id}",
            null,
            ("Origin", "https://shop.example"),
            ("Access-Control-Request-Method", method),
            ("Access-Control-Request-Headers", "authorization,content-type,polar-version")
        );

        answer.Expect(204);
        Assert.Equal("*", answer.Header("access-control-allow-origin"));
        Assert.Contains(method, answer.Header("access-control-allow-methods"), StringComparison.Ordinal);
        foreach (var header in new[] { "authorization", "content-type", "polar-version" })
        {
            Assert.Contains(header, answer.Header("access-control-allow-headers"), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("access-control-allow-credentials", answer.Headers.Keys);
    }

    [Fact]
    public async Task Browsers_may_read_the_version_of_an_answer_and_of_an_error()
    {
        foreach (var client in new[] { server.Api, server.Public })
        {
            var answer = await client.GetAsync(Path, ("Origin", "https://shop.example"));
            Assert.Equal("*", answer.Header("access-control-allow-origin"));
            Assert.Contains(
                "Polar-Version",
                answer.Header("access-control-expose-headers"),
                StringComparison.OrdinalIgnoreCase
            );
        }
    }
}
