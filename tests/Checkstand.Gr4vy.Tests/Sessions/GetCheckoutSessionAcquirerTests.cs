namespace Checkstand.Gr4vy.Tests.Sessions;

public sealed class GetCheckoutSessionAcquirerTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task It_says_that_there_are_no_acquirer_data()
    {
        var answer = await SendAsync(await api.OpenAsync());

        Assert.Empty(Envelope.Check(answer, 404));
        Assert.Contains("acquirer", answer.TextAt("/message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_session_is_not_found()
    {
        var answer = await SendAsync(ApiClient.UnknownId);

        Assert.Empty(Envelope.Check(answer, 404));
        Assert.Equal("The resource could not be found", answer.TextAt("/message"));
    }

    private Task<Answer> SendAsync(string id) => api.SendAsync(new Ask("GET", $"{ApiClient.PathOf(id)}/acquirer"));
}
