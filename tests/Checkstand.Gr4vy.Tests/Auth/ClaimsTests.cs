namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>What a token claims, through the server and by the real clock. The edges to the second are in TokenClockTests.</summary>
public sealed class ClaimsTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private TokenTrial trial = null!;

    private TokenMint Tokens => server.Tokens;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"2099-01-01T00:00:00Z\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"1e99\"")]
    [InlineData("\"0x7fffffff\"")]
    [InlineData("\"-9999999999\"")]
    [InlineData("\" 9999999999\"")]
    [InlineData("\"9,999,999,999\"")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("-9999999999")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("[9999999999]")]
    [InlineData("{}")]
    public async Task A_token_without_a_good_end_is_refused(string? expires) =>
        await trial.RefuseAsync(Tokens.Token().WithClaim("exp", expires));

    // C# SDKs of 2025 wrote numbers as strings and with fractions (contract section 4.1).
    [Theory]
    [InlineData("9999999999")]
    [InlineData("9999999999.5")]
    [InlineData("\"9999999999\"")]
    [InlineData("\"9999999999.25\"")]
    [InlineData("253402300799")]
    [InlineData("99999999999999999999")]
    public async Task An_end_may_be_far_and_oddly_written(string expires) =>
        await trial.AcceptAsync(Tokens.Token().WithClaim("exp", expires));

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task Beginnings_may_be_missing_or_oddly_written(string claim)
    {
        foreach (var value in new[] { null, "null", "0", "-1", "1.5", "\"1700000000\"", $"\"{TokenMint.Now}\"" })
        {
            await trial.AcceptAsync(Tokens.Token().WithClaim(claim, value));
        }
    }

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task A_beginning_that_is_no_time_is_refused(string claim)
    {
        foreach (var value in new[] { "true", "[]", "{}", "\"now\"", "\"\"", "1e400", "\"NaN\"" })
        {
            await trial.RefuseAsync(Tokens.Token().WithClaim(claim, value));
        }
    }

    [Fact]
    public async Task A_token_that_ended_or_has_not_begun_is_refused()
    {
        // A quarter of an hour beyond the leeway, so that a slow machine changes nothing.
        await trial.RefuseAsync(Tokens.Token().WithClaim("exp", $"{TokenMint.Now - 960}"));
        await trial.RefuseAsync(Tokens.Token().WithClaim("nbf", $"{TokenMint.Now + 960}"));
        await trial.RefuseAsync(Tokens.Token().WithClaim("iat", $"{TokenMint.Now + 960}"));
        await trial.RefuseAsync(Tokens.Token().WithClaim("iat", "9999999999"));
    }

    [Fact]
    public async Task The_clock_of_the_service_does_not_matter_to_tokens()
    {
        // SDKs sign with real time, whatever a sandbox's clock says (design/operating.md).
        server.Clock.Advance(TimeSpan.FromDays(1));
        trial = await TokenTrial.StartAsync(server.Api);

        await trial.AcceptAsync(Tokens.Token().WithClaim("exp", $"{TokenMint.Now + 600}"));
    }

    [Theory]
    [InlineData("\"exp\":9999999999")]
    [InlineData("\"exp\":1")]
    [InlineData("\"\\u0065xp\":9999999999")]
    [InlineData("\"scopes\":[\"*.read\"]")]
    [InlineData("\"scopes\":[]")]
    [InlineData("\"nbf\":1")]
    [InlineData("\"iss\":\"x\"")]
    [InlineData("\"a\":1,\"\\u0061\":2")]
    [InlineData("\"embed\":{\"amount\":1,\"amount\":2}")]
    public async Task A_claim_that_comes_twice_is_refused(string member) =>
        await trial.RefuseAsync(Tokens.Token().WithClaimInFront(member));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"exp\":9999999999,\"scopes\":[\"*.read\",\"*.write\"]}{}")]
    [InlineData("{\"exp\":9999999999,\"scopes\":[\"*.read\",\"*.write\"],}")]
    [InlineData("// x\n{\"exp\":9999999999,\"scopes\":[\"*.read\",\"*.write\"]}")]
    [InlineData("{\"exp\":9999999999,\"scopes\":[\"\\ud800\"]}")]
    [InlineData("\ufeff{\"exp\":9999999999,\"scopes\":[\"*.read\",\"*.write\"]}")]
    public async Task Claims_that_are_no_object_are_refused(string claims) =>
        await trial.RefuseAsync(Tokens.Token() with { Claims = claims });

    [Fact]
    public async Task Claims_that_are_nested_deep_are_refused() =>
        await trial.RefuseAsync(
            Tokens.Token().WithClaimInFront($"\"a\":{new string('[', 4000)}{new string(']', 4000)}")
        );

    [Fact]
    public async Task The_claims_of_the_SDKs_that_mean_nothing_here_are_ignored()
    {
        var token = Tokens
            .Token()
            .WithClaim("iss", "1")
            .WithClaim("sub", "\"x\"")
            .WithClaim("aud", "\"someone else\"")
            .WithClaim("jti", null)
            .WithClaim("embed", """{"amount":1299,"connection_options":{"a":{"b":[1,2]}}}""");

        await trial.AcceptAsync(token);
    }
}
