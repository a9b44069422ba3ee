namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>What happened to a transaction: its events, newest first, and the lists that are always empty here.</summary>
public sealed class HistoryTests(PayingServer server) : IClassFixture<PayingServer>
{
    private const string Prefix = "payment-connector-response-transaction-";

    private readonly ApiClient api = server.Api;

    public static TheoryData<string, string> Ends =>
        new()
        {
            { Cards.Approved, "authorization-succeeded" },
            { Cards.Declined, "declined" },
            { Cards.Error, "authorization-failed" },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_outcome_is_an_event(string number, string name)
    {
        var paid = (await api.PayCardAsync(number)).Expect(201);

        var events = (await api.ReadAsync(paid.TextAt("/id")!, "/events")).Expect(200);

        Assert.Equal(1, events.At("/items").GetArrayLength());
        Assert.Equal(100, events.At("/limit").GetInt32());
        Assert.True(events.IsNullAt("/next_cursor"));
        Assert.True(events.IsNullAt("/previous_cursor"));
        Assert.Equal("transaction-event", events.TextAt("/items/0/type"));
        Assert.Equal(Prefix + name, events.TextAt("/items/0/name"));
        Assert.Equal(paid.TextAt("/error_code"), events.TextAt("/items/0/context/error_code"));
        Assert.Equal(1299, events.At("/items/0/context/amount").GetInt32());
        Assert.Equal(events.Text, (await api.ReadAsync(paid.TextAt("/id")!, "/events")).Text);
    }

    [Theory]
    [InlineData(Cards.LateSuccess)]
    [InlineData(Cards.Challenged)]
    public async Task What_is_open_has_no_event_yet(string number)
    {
        var paid = (await api.PayCardAsync(number)).Expect(201);

        Assert.Equal(0, (await api.ReadAsync(paid.TextAt("/id")!, "/events")).At("/items").GetArrayLength());
    }

    [Fact]
    public async Task The_most_recent_event_is_told_first()
    {
        var captured = await HappenedAsync();
        var released = await api.AuthorizedAsync();
        await api.ActAsync(released, "void");

        Assert.Equal(
            ["capture-succeeded", "capture-succeeded", "authorization-succeeded"],
            await NamesAsync(captured, "")
        );
        Assert.Equal(["void-succeeded", "authorization-succeeded"], await NamesAsync(released, ""));
        Assert.Equal(["capture-succeeded", "authorization-succeeded"], await NamesAsync(await api.CapturedAsync(), ""));
    }

    [Fact]
    public async Task Events_are_paged_in_both_directions()
    {
        var id = await HappenedAsync();
        var whole = await api.ReadAsync(id, "/events");

        var first = (await api.ReadAsync(id, "/events?limit=2")).Expect(200);
        var second = (await api.ReadAsync(id, $"/events?limit=2&cursor={first.TextAt("/next_cursor")}")).Expect(200);
        var back = (await api.ReadAsync(id, $"/events?limit=2&cursor={second.TextAt("/previous_cursor")}")).Expect(200);

        Assert.Equal(2, first.At("/limit").GetInt32());
        Assert.True(first.IsNullAt("/previous_cursor"));
        Assert.True(second.IsNullAt("/next_cursor"));
        Assert.Equal(
            whole.At("/items").EnumerateArray().Select(item => item.GetRawText()),
            first
                .At("/items")
                .EnumerateArray()
                .Concat(second.At("/items").EnumerateArray())
                .Select(item => item.GetRawText())
        );
        Assert.Equal(first.At("/items").GetRawText(), back.At("/items").GetRawText());
    }

    [Fact]
    public async Task A_cursor_of_another_transactions_events_is_refused()
    {
        var cursor = (await api.ReadAsync(await HappenedAsync(), "/events?limit=1")).TextAt("/next_cursor");

        var answer = await api.ReadAsync(await HappenedAsync(), $"/events?cursor={cursor}");

        Envelope.CheckViolation(answer, "query", "cursor", "value_error.cursor");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=bm90LWEtY3Vyc29y", "cursor")]
    public async Task A_query_of_another_form_is_refused_in_its_place(string query, string name) =>
        Envelope.CheckViolation(await api.ReadAsync(await api.AuthorizedAsync(), $"/events?{query}"), "query", name);

    [Theory]
    [InlineData("actions")]
    [InlineData("settlements")]
    [InlineData("refund-settlements")]
    public async Task What_never_happens_here_is_an_empty_list(string list) =>
        Assert.Equal("""{"items":[]}""", (await api.ReadAsync(await api.CapturedAsync(), $"/{list}")).Expect(200).Text);

    [Theory]
    [InlineData("")]
    [InlineData("/actions")]
    [InlineData("/events")]
    [InlineData("/captures")]
    [InlineData("/refunds")]
    [InlineData("/settlements")]
    [InlineData("/refund-settlements")]
    [InlineData("/settlements/" + ApiClient.UnknownId)]
    [InlineData("/refund-settlements/" + ApiClient.UnknownId)]
    public async Task Of_an_unknown_transaction_there_is_nothing(string more) =>
        Assert.Empty(Envelope.Check(await api.ReadAsync(ApiClient.UnknownId, more), 404));

    [Theory]
    [InlineData("settlements")]
    [InlineData("refund-settlements")]
    public async Task There_is_no_settlement(string list) =>
        Assert.Empty(
            Envelope.Check(await api.ReadAsync(await api.CapturedAsync(), $"/{list}/{ApiClient.UnknownId}"), 404)
        );

    private async Task<string> HappenedAsync()
    {
        var id = await api.AuthorizedAsync();
        (await api.ActAsync(id, "capture", """{"amount":5,"final":false}""")).Expect(200);
        (await api.ActAsync(id, "capture", """{"amount":5}""")).Expect(200);
        (await api.ActAsync(id, "refunds", "{}")).Expect(201);
        return id;
    }

    private async Task<IEnumerable<string>> NamesAsync(string id, string query) =>
        (await api.ReadAsync(id, "/events" + query))
            .Expect(200)
            .At("/items")
            .EnumerateArray()
            .Select(item => item.GetProperty("name").GetString()![Prefix.Length..]);
}
