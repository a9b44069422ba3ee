namespace Checkstand.Gr4vy.Tests.Errors;

/// <summary>
/// What breaks below the routes, in HTTP itself, is answered in the dialect's envelope too, and the server goes on.
/// </summary>
public sealed class RawProtocolTests(Gr4vyServer server) : IClassFixture<Gr4vyServer>, IAsyncLifetime
{
    private const string Host = "Host: 127.0.0.1\r\n";

    private readonly ApiClient api = server.Api;
    private string sessionId = "";

    private string Token => $"Authorization: {api.Authorization}\r\n";

    public async ValueTask InitializeAsync() => sessionId = await api.OpenAsync("""{"amount":1299}""");

    /// <summary>After each test the server answers as before.</summary>
    public async ValueTask DisposeAsync() =>
        Assert.Equal(1299, (await api.GetAsync(sessionId)).Expect(200).At("/amount").GetInt32());

    [Theory]
    [InlineData("garbage\r\n\r\n")]
    [InlineData("\0\0\0\0\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET  / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1 \r\nHost: x\r\n\r\n")]
    [InlineData("G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("G(T / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET checkout/sessions HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n")]
    [InlineData("\u00ff\u00fe\u00fd / HTTP/1.1\r\n\r\n")]
    public async Task A_broken_request_line_is_400(string request) => Check(await SendAsync(request), 400);

    [Theory]
    [InlineData("\0")]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%u0041")]
    [InlineData("\u00e9")]
    [InlineData("\u0001")]
    public async Task A_path_of_impossible_characters_is_400(string id) =>
        Check(await SendAsync($"GET /checkout/sessions/{id} HTTP/1.1\r\n{Host}{Token}\r\n"), 400);

    [Theory]
    [InlineData("GET http://evil.example/checkout/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET http:///checkout/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("GET ://x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [InlineData("CONNECT / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    public async Task A_target_that_is_no_path_is_a_client_error(string request)
    {
        var answer = await SendAsync(request);

        Assert.InRange(answer.Status, 400, 499);
        Check(answer, answer.Status);
    }

    // RFC 9112 section 3.2.2: servers must take the absolute form; it reaches the same routes.
    [Fact]
    public async Task The_absolute_form_of_our_own_address_is_taken()
    {
        var authority = $"127.0.0.1:{server.Address.Port}";
        var answer = await SendAsync(
            $"GET http://{authority}{ApiClient.PathOf(sessionId)} HTTP/1.1\r\nHost: {authority}\r\n{Token}\r\n"
        );

        Assert.Equal(1299, answer.Expect(200).At("/amount").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host: a\r\nHost: b\r\n")]
    [InlineData("Host: a b\r\n")]
    [InlineData("Host: a/b\r\n")]
    [InlineData("Host: \u00e9\r\n")]
    public async Task A_host_that_is_missing_or_none_is_400(string host) =>
        Check(await SendAsync($"GET /checkout/sessions HTTP/1.1\r\n{host}\r\n"), 400);

    [Theory]
    [InlineData("no colon\r\n")]
    [InlineData(": no name\r\n")]
    [InlineData("na me: x\r\n")]
    [InlineData("name : x\r\n")]
    [InlineData("name: \0\r\n")]
    [InlineData("name: x\rname: y\r\n")]
    [InlineData(" folded: x\r\n")]
    [InlineData("n\u00e4me: x\r\n")]
    [InlineData("Content-Length: x\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 1e3\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n")]
    [InlineData("Content-Length: 2\r\nContent-Length: 3\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n")]
    [InlineData("Transfer-Encoding: chunked, gzip\r\n")]
    [InlineData("Transfer-Encoding: surprise\r\n")]
    public async Task A_broken_header_is_400(string header) =>
        Check(await SendAsync($"POST /checkout/sessions HTTP/1.1\r\n{Host}{Token}{header}\r\n{{}}"), 400);

    // RFC 9112 section 6.1: two lengths are how requests are smuggled past a proxy.
    [Theory]
    [InlineData("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n")]
    [InlineData("transfer-encoding: Chunked\r\ncontent-length: 12\r\n")]
    public async Task A_length_beside_chunks_is_400(string headers)
    {
        var answer = await SendAsync(
            $"POST /checkout/sessions HTTP/1.1\r\n{Host}{Token}{headers}\r\n2\r\n{{}}\r\n0\r\n\r\n"
        );

        Envelope.CheckViolation(answer, "header", "content-length", "conflicting_header");
    }

    // Also where no body is read: whoever decides by the length takes the second request for the body of the first.
    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "")]
    [InlineData("GET", "/acquirer")]
    [InlineData("PATCH", "")]
    [InlineData("GET", "/nowhere")]
    public async Task Nothing_is_smuggled_behind_a_length_beside_chunks(string method, string route)
    {
        var smuggled = $"GET {ApiClient.PathOf(sessionId)} HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n";
        var body = "0\r\n\r\n" + smuggled;
        var path = ApiClient.PathOf(method == "DELETE" ? ApiClient.UnknownId : sessionId) + route;

        var answer = await RawHttp.SendAsync(
            server.Address,
            $"{method} {path} HTTP/1.1\r\n{Host}{Token}Content-Length: {body.Length}\r\nTransfer-Encoding: chunked\r\n\r\n{body}",
            readsOn: true
        );

        Assert.DoesNotContain("HTTP/1.1", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}xx0\r\n\r\n")]
    [InlineData("-2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("0x2\r\n{}\r\n0\r\n\r\n")]
    [InlineData("fffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\n{}\n0\n\n")]
    [InlineData("2;ext=\n\r\n{}\r\n0\r\n\r\n")]
    [InlineData("\r\n{}\r\n0\r\n\r\n")]
    public async Task A_broken_chunk_is_400(string chunks) =>
        Check(
            await SendAsync(
                $"PUT {ApiClient.PathOf(sessionId)} HTTP/1.1\r\n{Host}{Token}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"
            ),
            400
        );

    // Where such a body ends nobody knows, so what follows it is no request.
    [Theory]
    [InlineData("zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("2\r\n{}xx0\r\n\r\n")]
    [InlineData("fffffffffffffffff\r\n")]
    public async Task Nothing_behind_a_broken_chunk_is_taken_for_a_request(string chunks)
    {
        var path = ApiClient.PathOf(sessionId);
        var next = $"GET {path} HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n";

        var answer = await RawHttp.SendAsync(
            server.Address,
            $"PUT {path} HTTP/1.1\r\n{Host}{Token}Transfer-Encoding: chunked\r\n\r\n{chunks}{next}",
            readsOn: true
        );

        Check(answer, 400);
        Assert.Equal("close", answer.Header("connection"));
    }

    [Fact]
    public async Task Good_chunks_are_taken()
    {
        var answer = await SendAsync(
            $"PUT {ApiClient.PathOf(sessionId)} HTTP/1.1\r\n{Host}{Token}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n1;x=y\r\n}}\r\n0\r\nTrailer: x\r\n\r\n"
        );

        answer.Expect(200);
    }

    [Theory]
    [InlineData(33, 1024)]
    [InlineData(1, 33 * 1024)]
    [InlineData(101, 1)]
    public async Task Too_many_headers_or_too_long_ones_are_431(int count, int length)
    {
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"x-{i}: {new string('a', length)}\r\n"));

        Check(await SendAsync($"GET / HTTP/1.1\r\n{Host}{headers}\r\n"), 431);
    }

    [Fact]
    public async Task A_very_long_path_is_414() =>
        Check(await SendAsync($"GET /{new string('a', 9000)} HTTP/1.1\r\n{Host}\r\n"), 414);

    [Theory]
    [InlineData("PUT /checkout/sessions/{id} HTTP/1.1\r\nHost: x\r\n{token}Content-Length: 100\r\n\r\n{\"amount\":")]
    [InlineData(
        "PUT /checkout/sessions/{id} HTTP/1.1\r\nHost: x\r\n{token}Transfer-Encoding: chunked\r\n\r\n9\r\n{\"am"
    )]
    [InlineData(
        "PUT /checkout/sessions/{id} HTTP/1.1\r\nHost: x\r\n{token}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
    )]
    [InlineData("PUT /checkout/sessions/{id}/fields HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")]
    [InlineData("PUT /checkout/sessions/{id} HTTP/1.1\r\nHo")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("P")]
    [InlineData("")]
    public async Task A_client_that_goes_away_in_the_middle_changes_nothing(string request)
    {
        var before = await api.GetAsync(sessionId);
        for (var i = 0; i < 20; i++)
        {
            await RawHttp.SendAndLeaveAsync(
                server.Address,
                request
                    .Replace("{id}", sessionId, StringComparison.Ordinal)
                    .Replace("{token}", Token, StringComparison.Ordinal)
            );
        }

        Assert.Equal(before.Expect(200).Comparable, (await api.GetAsync(sessionId)).Comparable);
    }

    [Fact]
    public async Task HTTP_1_0_is_answered()
    {
        var answer = await SendAsync($"GET {ApiClient.PathOf(sessionId)} HTTP/1.0\r\n{Token}\r\n");

        Assert.Equal(1299, answer.Expect(200).At("/amount").GetInt32());
    }

    [Fact]
    public async Task A_request_after_a_refused_one_on_the_same_connection_is_answered()
    {
        var refused = $"POST /checkout/sessions HTTP/1.1\r\n{Host}Content-Length: 2\r\n\r\n{{}}";
        var good = $"GET {ApiClient.PathOf(sessionId)} HTTP/1.1\r\n{Host}{Token}Connection: close\r\n\r\n";

        var answer = await RawHttp.SendAsync(server.Address, refused + good, readsOn: true);

        var length = int.Parse(answer.Header("content-length")!);
        Check(answer with { Body = answer.Body[..length] }, 401);
        Assert.StartsWith("HTTP/1.1 200", answer.Text[length..], StringComparison.Ordinal);
        Assert.Contains("\"amount\":1299", answer.Text, StringComparison.Ordinal);
    }

    // Kestrel's own answer to a version that it does not speak.
    [Theory]
    [InlineData("HTTX/1.1")]
    [InlineData("HTTP/9.9")]
    [InlineData("http/1.1")]
    public async Task A_version_that_is_not_spoken_is_505(string version) =>
        Check(await SendAsync($"GET / {version}\r\n{Host}\r\n"), 505);

    private static void Check(Answer answer, int status) => Envelope.Check(answer, status);

    private Task<Answer> SendAsync(string request) => RawHttp.SendAsync(server.Address, request);
}
