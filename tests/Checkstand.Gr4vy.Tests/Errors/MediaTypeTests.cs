namespace Checkstand.Gr4vy.Tests.Errors;

public sealed class MediaTypeTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; profile=x")]
    [InlineData(null)]
    public async Task JSON_is_taken_however_it_is_declared(string? contentType) =>
        (await api.SendAsync(Create(contentType))).Expect(201);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/jsonx")]
    [InlineData("application")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("garbage")]
    [InlineData("application/json, text/plain")]
    public async Task Anything_else_is_415(string contentType) =>
        Assert.Empty(Envelope.Check(await api.SendAsync(Create(contentType)), 415));

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("GZIP")]
    [InlineData("gzip, gzip")]
    [InlineData("surprise")]
    public async Task A_compressed_body_is_415(string coding) =>
        Assert.Empty(
            Envelope.Check(await RawAsync($"Content-Type: application/json\r\nContent-Encoding: {coding}\r\n"), 415)
        );

    [Theory]
    [InlineData("application/json", "text/plain")]
    [InlineData("application/json", "application/json")]
    public async Task Two_content_types_contradict_each_other(string first, string second)
    {
        var answer = await RawAsync($"Content-Type: {first}\r\nContent-Type: {second}\r\n");

        Envelope.CheckViolation(answer, "header", "content-type");
    }

    // What a client accepts is not asked: there is one form of answers.
    [Theory]
    [InlineData("text/html")]
    [InlineData("application/problem+json")]
    [InlineData("garbage")]
    public async Task The_answer_is_JSON_whatever_is_asked_for(string accept)
    {
        var ask = Create("application/json").Header("accept", accept);

        Assert.Equal("application/json", (await api.SendAsync(ask)).Expect(201).Header("content-type"));
        Envelope.Check(await api.SendAsync(ask with { Authorization = null }), 401);
    }

    private Ask Create(string? contentType) =>
        api.Backend("POST", ApiClient.Sessions).Json("{\"amount\":1}") with
        {
            ContentType = contentType,
        };

    private Task<Answer> RawAsync(string headers) =>
        RawHttp.SendAsync(
            server.Address,
            $"POST /checkout/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: {api.Authorization}\r\n{headers}Content-Length: 2\r\nConnection: close\r\n\r\n{{}}"
        );
}
