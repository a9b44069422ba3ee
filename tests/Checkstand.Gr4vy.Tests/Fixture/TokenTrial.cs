namespace Checkstand.Gr4vy.Tests.Fixture;

/// <summary>Tries tokens on one session: who may read it may, and nobody else learns anything.</summary>
internal sealed class TokenTrial
{
    private readonly ApiClient api;
    private readonly string sessionId;
    private readonly string refusal;

    private TokenTrial(ApiClient api, string sessionId, string refusal)
    {
        this.api = api;
        this.sessionId = sessionId;
        this.refusal = refusal;
    }

    public static async Task<TokenTrial> StartAsync(ApiClient api)
    {
        var id = await api.OpenAsync();
        var without = await api.SendAsync(new Ask("GET", ApiClient.PathOf(id)));
        return new TokenTrial(api, id, without.Expect(401).Comparable);
    }

    public Task AcceptAsync(Jwt token) => AcceptAsync(token.Bearer);

    public async Task AcceptAsync(string authorization) =>
        Assert.Equal(sessionId, (await SendAsync("GET", authorization)).Expect(200).TextAt("/id"));

    /// <summary>401, byte for byte as without any token: a refusal must not say what was right about the token.</summary>
    public Task RefuseAsync(Jwt token) => RefuseAsync(token.Bearer);

    public async Task RefuseAsync(string authorization)
    {
        foreach (var method in new[] { "GET", "PUT", "DELETE" })
        {
            var answer = await SendAsync(method, authorization);
            Envelope.Check(answer, 401);
            Assert.Equal(refusal, answer.Comparable);
        }
    }

    public async Task ForbidAsync(Jwt token, string method = "GET") =>
        Assert.Empty(Envelope.Check(await SendAsync(method, token.Bearer), 403));

    private Task<Answer> SendAsync(string method, string authorization)
    {
        var ask = new Ask(method, ApiClient.PathOf(sessionId)) { Authorization = authorization };
        return api.SendAsync(method == "PUT" ? ask.Json("{}") : ask);
    }
}
