namespace Checkstand.Gr4vy.Tests.Transactions;

public sealed class CaptureTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("null")]
    // As the vendor's SDK sends it.
    [InlineData("""{"final":true,"reauthorize_if_authorization_expired":false}""")]
    [InlineData("""{"amount":null,"cart_items":null,"airline":null,"external_identifier":null}""")]
    public async Task Without_an_amount_all_is_captured(string? body)
    {
        var id = await api.AuthorizedAsync();

        var captured = (await api.ActAsync(id, "capture", body)).Expect(200);

        Assert.Equal("transaction", captured.TextAt("/type"));
        Assert.Equal("capture_succeeded", captured.TextAt("/status"));
        Assert.Equal(1299, captured.At("/captured_amount").GetInt32());
        Assert.Equal(captured.TextAt("/updated_at"), captured.TextAt("/captured_at"));
        Assert.Equal(captured.Text, (await api.ReadAsync(id)).Text);
        Assert.True((await CaptureOf(id, 0)).At("/final").GetBoolean());
    }

    [Fact]
    public async Task Parts_are_captured_until_one_is_final()
    {
        var id = await api.AuthorizedAsync();

        var first = (await api.ActAsync(id, "capture", """{"amount":500,"final":false}""")).Expect(200);
        var tooMuch = await api.ActAsync(id, "capture", """{"amount":800}""");
        var second = (await api.ActAsync(id, "capture", """{"amount":99}""")).Expect(200);
        var afterwards = await api.ActAsync(id, "capture", """{"amount":1}""");

        Assert.Equal(500, first.At("/captured_amount").GetInt32());
        Assert.Equal(1299, first.At("/authorized_amount").GetInt32());
        Envelope.CheckViolation(tooMuch, "body", "/amount");
        Assert.Contains("799", tooMuch.TextAt("/details/0/message"), StringComparison.Ordinal);
        Assert.Equal(599, second.At("/captured_amount").GetInt32());
        // The transaction is in the way, not what was sent.
        Assert.Empty(Envelope.Check(afterwards, 400));
        Assert.Equal("Nothing of the transaction is left to be captured.", afterwards.TextAt("/message"));
        Assert.Equal(afterwards.Comparable, (await api.ActAsync(id, "capture")).Comparable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1300)]
    [InlineData(99_999_999)]
    public async Task More_than_was_reserved_or_nothing_is_not_captured(int amount)
    {
        var id = await api.AuthorizedAsync();

        Envelope.CheckViolation(await api.ActAsync(id, "capture", $$"""{"amount":{{amount}}}"""), "body", "/amount");
        Assert.Equal("authorization_succeeded", (await api.ReadAsync(id)).TextAt("/status"));
    }

    [Fact]
    public async Task An_authorization_is_not_made_anew_for_a_capture()
    {
        var id = await api.AuthorizedAsync();

        var answer = await api.ActAsync(id, "capture", """{"reauthorize_if_authorization_expired":true}""");

        Envelope.CheckViolation(answer, "body", "/reauthorize_if_authorization_expired", "not_supported");
        Assert.Equal("authorization_succeeded", (await api.ReadAsync(id)).TextAt("/status"));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_capture_is_said_at_once()
    {
        var answer = await api.ActAsync(
            await api.AuthorizedAsync(),
            "capture",
            """{"amount":-1,"final":null,"external_identifier":"","surprise":1}"""
        );

        Assert.Equal(
            ["/amount", "/external_identifier", "/final", "/surprise"],
            Envelope.CheckValidation(answer).Select(detail => detail.Pointer).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("resource=transaction-capture")]
    [InlineData("resource = transaction-capture")]
    [InlineData("respond-async, resource=transaction-capture")]
    public async Task The_capture_itself_is_answered_to_those_who_prefer_it(string prefer)
    {
        var id = await api.AuthorizedAsync();

        var answer = (await api.ActAsync(id, "capture", """{"amount":7,"external_identifier":"c-1"}""", prefer)).Expect(
            200
        );

        Assert.Equal("transaction-capture", answer.TextAt("/type"));
        Assert.Equal("succeeded", answer.TextAt("/status"));
        Assert.Equal("00", answer.TextAt("/raw_response_code"));
        Assert.True(answer.IsNullAt("/code"));
        Assert.Equal("c-1", answer.TextAt("/external_identifier"));
        Assert.Equal(id, answer.TextAt("/transaction/id"));
        Assert.Equal(7, answer.At("/transaction/captured_amount").GetInt32());
        Assert.Equal((await CaptureOf(id, 0)).TextAt("/id"), answer.TextAt("/capture_id"));
    }

    [Fact]
    public async Task The_services_id_of_a_capture_is_shown_wherever_the_capture_is()
    {
        var id = await api.AuthorizedAsync();
        var answer = await api.ActAsync(id, "capture", prefer: "resource=transaction-capture");

        var reference = answer.Expect(200).TextAt("/payment_service_capture_id");

        Assert.NotNull(reference);
        Assert.Equal(reference, (await CaptureOf(id, 0)).TextAt("/xid"));
        Assert.Equal(reference, (await api.ReadAsync(id, "/captures")).TextAt("/items/0/xid"));
    }

    [Fact]
    public async Task A_preferred_capture_shows_where_bill_and_goods_go()
    {
        const string billing = """{"first_name":"Ada","address":{"city":"London"}}""";
        const string shipping = """{"last_name":"L","address":{"city":"Paris"}}""";
        var id = await api.AuthorizedAsync(
            $",\"buyer\":{{\"billing_details\":{billing},\"shipping_details\":{shipping}}}"
        );

        var answer = (await api.ActAsync(id, "capture", prefer: "resource=transaction-capture")).Expect(200);

        Assert.Equal(billing, answer.At("/billing_details").GetRawText());
        Assert.Equal(shipping, answer.At("/shipping_details").GetRawText());
    }

    [Theory]
    [InlineData("resource=transaction")]
    [InlineData("resource=transaction-void")]
    [InlineData("resource=surprise")]
    [InlineData("respond-async")]
    public async Task Everybody_else_is_answered_the_transaction(string prefer) =>
        Assert.Equal(
            "transaction",
            (await api.ActAsync(await api.AuthorizedAsync(), "capture", "{}", prefer)).Expect(200).TextAt("/type")
        );

    [Fact]
    public async Task Captures_are_listed_newest_first_and_read_one_by_one()
    {
        var id = await api.AuthorizedAsync(",\"external_identifier\":\"t-1\"");
        Assert.Equal("""{"items":[]}""", (await api.ReadAsync(id, "/captures")).Expect(200).Text);
        await api.ActAsync(id, "capture", """{"amount":1,"final":false,"external_identifier":"c-1"}""");
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        await api.ActAsync(id, "capture", """{"amount":2}""");

        var all = (await api.ReadAsync(id, "/captures")).Expect(200);

        Assert.Equal(2, all.At("/items").GetArrayLength());
        Assert.Equal(2, all.At("/items/0/amount").GetInt32());
        Assert.True(all.At("/items/0/final").GetBoolean());
        Assert.Equal("c-1", all.TextAt("/items/1/external_identifier"));
        Assert.Equal("t-1", all.TextAt("/items/1/transaction_external_identifier"));
        Assert.False(all.At("/items/1/final").GetBoolean());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(all.At($"/items/{i}").GetRawText(), (await CaptureOf(id, i)).Text);
        }
    }

    [Fact]
    public async Task A_payment_that_captured_at_once_has_its_capture()
    {
        var id = await api.CapturedAsync();

        var capture = await CaptureOf(id, 0);

        Assert.Equal("capture", capture.TextAt("/type"));
        Assert.Equal("succeeded", capture.TextAt("/status"));
        Assert.Equal(1299, capture.At("/amount").GetInt32());
        Assert.Equal(id, capture.TextAt("/transaction_id"));
    }

    [Fact]
    public async Task A_capture_is_found_in_its_own_transaction_only()
    {
        var id = await api.CapturedAsync();
        var refund = (await api.ActAsync(id, "refunds", "{}")).Expect(201).TextAt("/id");
        var capture = (await CaptureOf(id, 0)).TextAt("/id");
        var other = await api.CapturedAsync();

        foreach (var path in new[] { $"{id}/captures/{refund}", $"{id}/captures/{id}", $"{other}/captures/{capture}" })
        {
            Assert.Empty(Envelope.Check(await api.SendAsync(api.Backend("GET", Paying.PathOf(path))), 404));
        }
    }

    private async Task<Answer> CaptureOf(string transactionId, int index)
    {
        var id = (await api.ReadAsync(transactionId, "/captures")).Expect(200).TextAt($"/items/{index}/id");
        return (await api.ReadAsync(transactionId, $"/captures/{id}")).Expect(200);
    }
}
