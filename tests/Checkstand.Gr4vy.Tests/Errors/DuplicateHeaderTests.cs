namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>Headers that come twice can mean two things to two programs, so none of the meanings is taken.</summary>
public sealed class DuplicateHeaderTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task Two_tokens_are_none()
    {
        var good = $"Authorization: {api.Authorization}\r\n";
        var bad = "Authorization: Bearer abc\r\n";
        foreach (var headers in new[] { good + good, good + bad, bad + good, good + "authorization:\r\n" })
        {
            Envelope.Check(await RawAsync(headers), 401);
        }
    }

    [Fact]
    public async Task Two_tokens_in_one_header_are_none() =>
        Envelope.Check(await RawAsync($"Authorization: {api.Authorization}, {api.Authorization}\r\n"), 401);

    [Theory]
    [InlineData("default", "default")]
    [InlineData("default", "other")]
    [InlineData("nobody", "default")]
    [InlineData("", "default")]
    public async Task Two_merchant_accounts_are_a_violation_of_the_header(string first, string second)
    {
        var answer = await RawAsync(
            $"Authorization: {api.Authorization}\r\nx-gr4vy-merchant-account-id: {first}\r\nX-GR4VY-MERCHANT-ACCOUNT-ID: {second}\r\n"
        );

        Envelope.CheckViolation(answer, "header", "x-gr4vy-merchant-account-id");
    }

    [Fact]
    public async Task Two_merchant_accounts_in_one_header_are_unknown() =>
        Envelope.Check(
            await RawAsync($"Authorization: {api.Authorization}\r\nx-gr4vy-merchant-account-id: default, other\r\n"),
            403
        );

    [Fact]
    public async Task Without_a_good_token_nothing_is_said_about_other_headers() =>
        Envelope.Check(
            await RawAsync("x-gr4vy-merchant-account-id: default\r\nx-gr4vy-merchant-account-id: other\r\n"),
            401
        );

    private Task<Answer> RawAsync(string headers) =>
        RawHttp.SendAsync(
            server.Address,
            $"POST /checkout/sessions HTTP/1.1\r\nHost: x\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n"
        );
}
