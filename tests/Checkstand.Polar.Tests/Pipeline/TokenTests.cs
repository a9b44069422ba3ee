namespace Checkstand.Polar.Tests.Pipeline;

/// <summary>Who may call: contract sections 1.3 and 3.2.</summary>
public sealed class TokenTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Path = "/v1/organizations/";

    private const string Bad =
        """{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed, or invalid for other reasons."}""";

    [Fact]
    public async Task Without_a_token_a_protected_route_is_closed()
    {
        var answer = (await server.Public.GetAsync(Path)).Expect(401);

        Assert.Equal("""{"error":"Unauthorized","detail":"Unauthorized"}""", answer.Text);
        Assert.Equal("application/json", answer.Header("content-type"));
        Assert.Equal("Bearer realm=\"polar\"", answer.Header("www-authenticate"));
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Token abc")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO")]
    public async Task Another_scheme_counts_as_no_token(string header)
    {
        var answer = await server.Public.GetAsync(Path, ("Authorization", header));

        answer.ExpectError(401, "Unauthorized");
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    [InlineData("Bearer ")]
    public async Task The_scheme_is_read_in_any_case(string scheme) =>
        (await server.Public.GetAsync(Path, ("Authorization", $"{scheme} {server.Acme.AccessToken}"))).Expect(200);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO")]
    [InlineData("polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWx")]
    [InlineData("two words")]
    public async Task An_unknown_token_is_refused(string token)
    {
        var answer = (await server.Public.GetAsync(Path, ("Authorization", $"Bearer {token}"))).Expect(401);

        Assert.Equal(Bad, answer.Text);
        Assert.StartsWith(
            "Bearer realm=\"polar\", error=\"invalid_token\"",
            answer.Header("www-authenticate"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_bad_token_is_refused_where_none_is_needed_and_a_good_one_changes_nothing()
    {
        foreach (var operation in PolarApi.Operations.Where(known => known.IsPublic))
        {
            var path = operation.Path.Replace("{client_secret}", "unknown", StringComparison.Ordinal);
            var body = operation.Request is null ? null : "{}";

            var bad = ("Authorization", "Bearer nonsense");
            Assert.Equal(Bad, (await server.Public.SendAsync(operation.Method, path, body, bad)).Expect(401).Text);
            var without = (await server.Public.SendAsync(operation.Method, path, body)).Expect(404);
            Assert.Equal(without.Text, (await server.Api.SendAsync(operation.Method, path, body)).Text);
        }
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        using var client = await server.WithScopesAsync("openid");

        var answer = (await client.GetAsync(Path)).Expect(403);

        Assert.Equal(
            """{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token."}""",
            answer.Text
        );
        Assert.EndsWith(
            "scope=\"organizations:read organizations:write\"",
            answer.Header("www-authenticate"),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string> Protected =>
        [.. PolarApi.Operations.Where(operation => !operation.IsPublic).Select(operation => operation.Id)];

    // Whatever is added to the route table: without its scope nothing else of the request is looked at.
    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Every_protected_operation_asks_for_a_token_and_then_for_its_scope(string operationId)
    {
        var operation = PolarApi.Operations.Single(known => known.Id == operationId);
        var path = operation.Path.Replace("{id}", "not-an-id", StringComparison.Ordinal);
        using var client = await server.WithScopesAsync("openid");

        (await server.Public.SendAsync(operation.Method, path, null)).ExpectError(401, "Unauthorized");
        (await client.SendAsync(operation.Method, path, null)).ExpectError(403, "insufficient_scope");
    }
}
