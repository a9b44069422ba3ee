using System.Buffers.Text;

namespace Checkstand.Gr4vy.Tests.Auth;

/// <summary>Headers that try to choose the key or the rules. Each of these tokens is otherwise signed as it should be.</summary>
public sealed class ForgedHeaderTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private TokenTrial trial = null!;

    private TokenMint Tokens => server.Tokens;

    public async ValueTask InitializeAsync() => trial = await TokenTrial.StartAsync(server.Api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("\"unknown\"")]
    [InlineData("\"va-SLs5AxJNfqKXD8LI5Y38BflpNvjZjY4RSWz66U1w\"")]
    [InlineData("\"../../../../dev/null\"")]
    [InlineData("\"/proc/sys/kernel/randomize_va_space\"")]
    [InlineData("\"file:///etc/passwd\"")]
    [InlineData("\"' OR '1'='1\"")]
    [InlineData("\"x' UNION SELECT 'key'; --\"")]
    [InlineData("\"%s%n\"")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"\\r\\nlog: forged\"")]
    public async Task A_key_id_that_names_no_key_is_refused(string? keyId) =>
        await trial.RefuseAsync(Tokens.Token().WithHeader("kid", keyId));

    [Fact]
    public async Task A_key_id_is_taken_to_the_letter()
    {
        foreach (
            var keyId in new[]
            {
                Tokens.KeyId + " ",
                " " + Tokens.KeyId,
                Tokens.KeyId + "=",
                Tokens.KeyId + "\\u0000",
                Tokens.KeyId[..^1],
                Tokens.KeyId + "A",
                Tokens.KeyId.ToUpperInvariant(),
                new string('a', 4000),
            }
        )
        {
            await trial.RefuseAsync(Tokens.Token().WithHeader("kid", $"\"{keyId}\""));
        }

        await trial.RefuseAsync(Tokens.Token().WithHeader("kid", $"[\"{Tokens.KeyId}\"]"));
        await trial.RefuseAsync(Tokens.Token().WithHeader("kid", $$"""{"kid":"{{Tokens.KeyId}}"}"""));
    }

    [Fact]
    public async Task A_key_that_comes_in_the_token_is_not_used()
    {
        foreach (var keyId in new[] { Tokens.KeyId, "mine" })
        {
            using var attacker = TokenMint.Stranger(keyId);
            var point = attacker.PublicPoint.Q;
            var jwk =
                $$"""{"kty":"EC","crv":"P-521","kid":"{{keyId}}","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
            var certificate = Convert.ToBase64String(attacker.PublicKey);

            await trial.RefuseAsync(attacker.Token().WithHeader("jwk", jwk));
            await trial.RefuseAsync(attacker.Token().WithHeader("x5c", $"[\"{certificate}\"]"));
            await trial.RefuseAsync(attacker.Token().WithHeader("jku", "\"http://127.0.0.1:1/keys\""));
            await trial.RefuseAsync(attacker.Token().WithHeader("x5u", "\"http://127.0.0.1:1/chain\""));
            await trial.RefuseAsync(attacker.Token().WithHeader("jwk", jwk).WithHeader("kid", null));
        }
    }

    [Theory]
    [InlineData("crit", "[\"surprise\"]")]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("crit", "[\"b64\"]")]
    [InlineData("crit", "[]")]
    [InlineData("crit", "\"surprise\"")]
    [InlineData("zip", "\"DEF\"")]
    [InlineData("b64", "false")]
    [InlineData("b64", "true")]
    [InlineData("alg", null)]
    [InlineData("alg", "null")]
    [InlineData("alg", "512")]
    [InlineData("alg", "[\"ES512\"]")]
    [InlineData("typ", "\"JWE\"")]
    [InlineData("typ", "\"dpop+jwt\"")]
    public async Task What_a_header_asks_for_and_is_not_done_is_refused(string name, string? value) =>
        await trial.RefuseAsync(Tokens.Token().WithHeader(name, value));

    [Theory]
    [InlineData("typ", null)]
    [InlineData("typ", "\"jwt\"")]
    [InlineData("surprise", "1")]
    public async Task What_a_header_says_besides_is_ignored(string name, string? value) =>
        await trial.AcceptAsync(Tokens.Token().WithHeader(name, value));

    // Which of two members counts differs between parsers: a proxy may have checked the other one.
    [Theory]
    [InlineData("\"alg\":\"none\"")]
    [InlineData("\"alg\":\"ES512\"")]
    [InlineData("\"kid\":\"unknown\"")]
    [InlineData("\"\\u0061lg\":\"none\"")]
    [InlineData("\"\\u006bid\":\"unknown\"")]
    [InlineData("\"typ\":\"JWT\"")]
    [InlineData("\"a\":1,\"a\":1")]
    [InlineData("\"a\":{\"b\":1,\"b\":1}")]
    public async Task A_name_twice_in_a_header_is_refused(string member) =>
        await trial.RefuseAsync(Tokens.Token().WithHeaderInFront(member));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{}{}")]
    [InlineData("\ufeff{}")]
    public async Task A_header_that_is_no_object_is_refused(string header) =>
        await trial.RefuseAsync(Tokens.Token() with { Header = header });

    [Fact]
    public async Task A_header_that_is_nested_deep_is_refused() =>
        await trial.RefuseAsync(
            Tokens.Token().WithHeaderInFront($"\"a\":{new string('[', 4000)}{new string(']', 4000)}")
        );

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_header_is_refused()
    {
        await trial.RefuseAsync(Tokens.Token() with { Header = """{"alg":"ES512","kid":"\ud800"}""" });
        await trial.RefuseAsync(Tokens.Token() with { Header = """{"alg":"\ud800","kid":"x"}""" });
        await trial.RefuseAsync(Tokens.Token() with { Header = """{"\ud800":"ES512","kid":"x"}""" });
    }
}
