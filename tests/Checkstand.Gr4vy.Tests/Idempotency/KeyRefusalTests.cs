using System.Text;

namespace Checkstand.Gr4vy.Tests.Idempotency;

/// <summary>Keys that can't be taken, and keys that were taken for something else.</summary>
public sealed class KeyRefusalTests(PayingServer server) : IClassFixture<PayingServer>
{
    private const string Header = ReplayTests.Header;

    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    [InlineData(5000, false)]
    public async Task A_key_has_at_most_255_characters(int length, bool isTaken)
    {
        var key = Guid.CreateVersion7().ToString().PadRight(length, 'x');
        var ask = Pay().Header(Header, key);
        var quoted = Pay().Header(Header, $"\"{key}\"");
        if (isTaken)
        {
            var first = (await api.SendAsync(ask)).Expect(201);
            Assert.Equal(first.Body, (await api.SendAsync(quoted)).Expect(201).Body);
            return;
        }

        Envelope.CheckViolation(await api.SendAsync(ask), "header", Header);
        Envelope.CheckViolation(await api.SendAsync(quoted), "header", Header);
    }

    [Fact]
    public async Task A_key_that_comes_twice_is_refused()
    {
        Envelope.CheckViolation(await SendRawAsync($"{Header}: a\r\n{Header}: b\r\n"), "header", Header);
        Envelope.CheckViolation(await SendRawAsync($"{Header}: a\r\nIdempotency-Key: a\r\n"), "header", Header);
        Envelope.CheckViolation(await SendRawAsync($"{Header}: \r\n{Header}: b\r\n"), "header", Header);
    }

    [Fact]
    public async Task A_key_that_is_not_ASCII_is_refused() =>
        // UTF-8 on the wire, written in the Latin-1 of the raw request.
        Envelope.CheckViolation(
            await SendRawAsync($"{Header}: {Encoding.Latin1.GetString("schlüssel"u8)}\r\n"),
            "header",
            Header
        );

    [Fact]
    public async Task A_key_without_a_character_is_none()
    {
        var first = (await SendRawAsync($"{Header}: \r\n")).Expect(201);
        var second = (await SendRawAsync($"{Header}:\r\n")).Expect(201);

        Assert.NotEqual(first.TextAt("/id"), second.TextAt("/id"));
    }

    [Fact]
    public async Task A_bad_key_is_said_together_with_what_else_is_wrong()
    {
        var answer = await api.SendAsync(
            api.Backend("POST", Paying.PathOf("nope", "/capture"))
                .Json("""{"amount":-1}""")
                .Header(Header, new string('x', 256))
        );

        Assert.Equal(
            [("body", "/amount"), ("header", Header), ("path", "transaction_id")],
            Envelope.CheckValidation(answer).Select(detail => (detail.Location, detail.Pointer)).Order()
        );
    }

    [Theory]
    [InlineData("another amount")]
    [InlineData("another spelling of the same")]
    [InlineData("another path")]
    [InlineData("a path that leads nowhere")]
    public async Task A_key_of_another_request_is_refused(string how)
    {
        var key = Guid.CreateVersion7().ToString();
        var first = (await api.SendAsync(Pay().Header(Header, key))).Expect(201);
        var other = how switch
        {
            "another amount" => Pay().Json(Paying.WithCard().Replace("1299", "1300", StringComparison.Ordinal)),
            "another spelling of the same" => Pay().Json(" " + Paying.WithCard()),
            "another path" => api.Backend("POST", Paying.PathOf(first.TextAt("/id")!, "/void")),
            _ => api.Backend("POST", Paying.PathOf(ApiClient.UnknownId, "/void")),
        };

        var answer = await api.SendAsync(other.Header(Header, key));

        Assert.Empty(Envelope.Check(answer, 409));
        Assert.True(answer.IsNullAt("/resource_id"));
        Assert.Null(answer.Header("retry-after"));
        Assert.Equal(first.Text, (await api.ReadAsync(first.TextAt("/id")!)).Text);
        Assert.Equal(first.Body, (await api.SendAsync(Pay().Header(Header, key))).Expect(201).Body);
    }

    [Fact]
    public async Task A_key_of_one_transaction_is_not_one_of_another()
    {
        var key = Guid.CreateVersion7().ToString();
        var (one, other) = (await api.AuthorizedAsync(), await api.AuthorizedAsync());
        (await api.SendAsync(Capture(one).Header(Header, key))).Expect(200);

        Envelope.Check(await api.SendAsync(Capture(other).Header(Header, key)), 409);
        Assert.Equal("authorization_succeeded", (await api.ReadAsync(other)).TextAt("/status"));
    }

    // What was refused changed nothing, so the key is free for the request that is right.
    [Fact]
    public async Task A_refused_request_gives_its_key_back()
    {
        var key = Guid.CreateVersion7().ToString();
        var session = await api.OpenAsync();
        Ask Of(string body) => Pay().Json(body).Header(Header, key);

        Envelope.Check(await api.SendAsync(Of("""{"amount":-1}""")), 400);
        Envelope.Check(await api.SendAsync(Of(Paying.WithSession(ApiClient.UnknownId))), 404);
        Envelope.Check(await api.SendAsync(Of(Paying.WithSession(session))), 400);
        var none = Paying.WithCard().Replace("USD", "XXX", StringComparison.Ordinal);
        Envelope.Check(await api.SendAsync(Of(none)), 400);
        (await api.PutFieldsAsync(session, Cards.Fields())).Expect(204);
        var paid = (await api.SendAsync(Of(Paying.WithSession(session)))).Expect(201);

        Assert.Equal(paid.Body, (await api.SendAsync(Of(Paying.WithSession(session)))).Expect(201).Body);
        var twice = Pay().Json(Paying.WithSession(session)).Header(Header, key + "b");
        Envelope.Check(await api.SendAsync(twice), 409);
        (await api.SendAsync(Pay().Header(Header, key + "b"))).Expect(201);
    }

    [Theory]
    [InlineData("cancel", 400)]
    [InlineData("sync", 400)]
    [InlineData("refunds", 400)]
    [InlineData("refunds/all", 400)]
    public async Task A_refused_verb_gives_its_key_back(string verb, int status)
    {
        var id = await api.AuthorizedAsync();
        var key = Guid.CreateVersion7().ToString();

        Envelope.Check(
            await api.SendAsync(api.Backend("POST", Paying.PathOf(id, $"/{verb}")).Header(Header, key)),
            status
        );

        (await api.SendAsync(Capture(id).Header(Header, key))).Expect(200);
    }

    private Ask Pay() => api.Backend("POST", Paying.Transactions).Json(Paying.WithCard());

    private Ask Capture(string id) => api.Backend("POST", Paying.PathOf(id, "/capture")).Json("{}");

    private Task<Answer> SendRawAsync(string headers)
    {
        var body = Paying.WithCard();
        return RawHttp.SendAsync(
            server.Address,
            $"POST {Paying.Transactions} HTTP/1.1\r\nHost: x\r\nAuthorization: {api.Authorization}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}"
        );
    }
}
