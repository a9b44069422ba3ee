namespace Checkstand.Gr4vy.Tests.Transactions;

public sealed class UpdateTransactionTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task Metadata_is_replaced_as_a_whole_and_the_rest_stays()
    {
        var before = (
            await api.PayCardAsync(
                more: ""","metadata":{"a":"1","b":"2"},"external_identifier":"t-1","country":"GB" """
            )
        ).Expect(201);
        server.Clock.Advance(TimeSpan.FromSeconds(5));

        var after = await UpdateAsync(before, """{"metadata":{"b":"3"}}""");

        Assert.Equal("""{"b":"3"}""", after.At("/metadata").GetRawText());
        Assert.Equal("t-1", after.TextAt("/external_identifier"));
        Assert.Equal("GB", after.TextAt("/country"));
        Assert.Equal(server.Clock.GetUtcNow(), after.At("/updated_at").GetDateTimeOffset());
        Assert.Equal(
            before
                .Text.Replace("""{"a":"1","b":"2"}""", """{"b":"3"}""", StringComparison.Ordinal)
                .Replace(
                    $"\"updated_at\":\"{before.TextAt("/updated_at")}\"",
                    $"\"updated_at\":\"{after.TextAt("/updated_at")}\"",
                    StringComparison.Ordinal
                ),
            after.Text
        );
        Assert.Equal(after.Text, (await api.ReadAsync(after.TextAt("/id")!)).Text);
    }

    [Theory]
    [InlineData("""{"external_identifier":"t-2"}""", "\"t-2\"", """{"a":"1"}""")]
    [InlineData("""{"external_identifier":null}""", "null", """{"a":"1"}""")]
    [InlineData("""{"metadata":null}""", "\"t-1\"", "null")]
    [InlineData("""{"metadata":{}}""", "\"t-1\"", "{}")]
    [InlineData("{}", "\"t-1\"", """{"a":"1"}""")]
    [InlineData("""{"amount":null,"status":null}""", "\"t-1\"", """{"a":"1"}""")]
    public async Task What_is_named_is_changed_and_null_clears_it(string body, string identifier, string metadata)
    {
        var before = (await api.PayCardAsync(more: ""","metadata":{"a":"1"},"external_identifier":"t-1" """)).Expect(
            201
        );

        var after = await UpdateAsync(before, body);

        Assert.Equal(identifier, after.At("/external_identifier").GetRawText());
        Assert.Equal(metadata, after.At("/metadata").GetRawText());
    }

    [Fact]
    public async Task Where_the_money_stands_is_not_for_the_merchant_to_say()
    {
        var before = (await api.PayCardAsync()).Expect(201);

        var answer = await api.SendAsync(
            Put(before.TextAt("/id")!)
                .Json(
                    """
                    {"status":"capture_succeeded","amount":1,"authorized_amount":1,"captured_amount":1,
                     "payment_service_transaction_id":"x","metadata":{"a":"b"}}
                    """
                )
        );

        Assert.Equal(
            ["/status", "/amount", "/authorized_amount", "/captured_amount", "/payment_service_transaction_id"],
            Envelope.CheckValidation(answer).Select(detail => detail.Pointer)
        );
        Assert.Equal(before.Text, (await api.ReadAsync(before.TextAt("/id")!)).Text);
    }

    [Theory]
    [InlineData("""{"metadata":{"a":1}}""", "/metadata/a")]
    [InlineData("""{"metadata":[]}""", "/metadata")]
    [InlineData("""{"external_identifier":""}""", "/external_identifier")]
    [InlineData("""{"surprise":1}""", "/surprise")]
    [InlineData("""{"country":"GB"}""", "/country")]
    [InlineData("", "")]
    public async Task A_body_of_another_form_is_refused_in_its_place(string body, string place) =>
        Envelope.CheckViolation(await api.SendAsync(Put(await api.AuthorizedAsync()).Json(body)), "body", place);

    [Fact]
    public async Task What_is_open_may_be_renamed()
    {
        var open = (await api.PayCardAsync(Cards.LateSuccess)).Expect(201);

        var after = await UpdateAsync(open, """{"external_identifier":"t-3"}""");

        Assert.Equal("processing", after.TextAt("/status"));
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("t-3", (await server.SettledAsync(open.TextAt("/id")!)).TextAt("/external_identifier"));
    }

    private Ask Put(string id) => api.Backend("PUT", Paying.PathOf(id));

    private async Task<Answer> UpdateAsync(Answer transaction, string body) =>
        (await api.SendAsync(Put(transaction.TextAt("/id")!).Json(body))).Expect(200);
}
