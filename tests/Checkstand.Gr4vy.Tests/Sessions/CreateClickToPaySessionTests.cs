namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class CreateClickToPaySessionTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task It_says_that_Click_to_Pay_is_not_set_up()
    {
        var answer = await SendAsync($$"""{"checkout_session_id":"{{await api.OpenAsync()}}"}""");

        Assert.Empty(Envelope.Check(answer, 400));
        Assert.Contains("Click to Pay", answer.TextAt("/message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found() =>
        Assert.Empty(Envelope.Check(await SendAsync($$"""{"checkout_session_id":"{{ApiClient.UnknownId}}"}"""), 404));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task The_session_comes_in_an_object(string body) =>
        Envelope.CheckViolation(await SendAsync(body), "body", "");

    private Task<Answer> SendAsync(string body) =>
        api.SendAsync(new Ask("POST", "/digital-wallets/click-to-pay/session").Json(body));
}
