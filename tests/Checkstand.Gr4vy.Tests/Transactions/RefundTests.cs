namespace Checkstand.Gr4vy.Tests.Transactions;

public sealed class RefundTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_part_is_given_back_and_then_the_rest()
    {
        var id = await api.CapturedAsync(",\"external_identifier\":\"t-1\"");

        var first = (
            await api.ActAsync(id, "refunds", """{"amount":500,"reason":"late","external_identifier":"r-1"}""")
        ).Expect(201);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var rest = (await api.ActAsync(id, "refunds")).Expect(201);

        Assert.Equal("refund", first.TextAt("/type"));
        Assert.Equal("succeeded", first.TextAt("/status"));
        Assert.Equal(500, first.At("/amount").GetInt32());
        Assert.Equal("late", first.TextAt("/reason"));
        Assert.Equal("r-1", first.TextAt("/external_identifier"));
        Assert.Equal("t-1", first.TextAt("/transaction_external_identifier"));
        Assert.Equal("payment-method", first.TextAt("/target_type"));
        Assert.Equal(799, rest.At("/amount").GetInt32());
        var transaction = await api.ReadAsync(id);
        Assert.Equal(1299, transaction.At("/refunded_amount").GetInt32());
        Assert.Equal("capture_succeeded", transaction.TextAt("/status"));
        var all = (await api.ReadAsync(id, "/refunds")).Expect(200);
        Assert.Equal([rest.Text, first.Text], all.At("/items").EnumerateArray().Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task A_refund_names_the_stored_method_that_it_goes_to_and_no_other()
    {
        var stored = (await api.PayCardAsync(more: ",\"intent\":\"capture\",\"store\":true")).Expect(201);

        var refund = await api.ActAsync(stored.TextAt("/id")!, "refunds");
        var other = await api.ActAsync(await api.CapturedAsync(), "refunds");

        Assert.NotNull(stored.TextAt("/payment_method/id"));
        Assert.Equal(stored.TextAt("/payment_method/id"), refund.Expect(201).TextAt("/target_id"));
        Assert.True(other.Expect(201).IsNullAt("/target_id"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"reason":"all of it","external_identifier":"r-9"}""")]
    public async Task Everything_is_given_back(string? body)
    {
        var id = await api.CapturedAsync();
        (await api.ActAsync(id, "refunds", """{"amount":1}""")).Expect(201);

        var refunds = (await api.ActAsync(id, "refunds/all", body)).Expect(201);

        Assert.Equal(1, refunds.At("/items").GetArrayLength());
        Assert.Equal(1298, refunds.At("/items/0/amount").GetInt32());
        Assert.Equal("succeeded", refunds.TextAt("/items/0/status"));
        if (body is ['{', '"', ..])
        {
            Assert.Equal("all of it", refunds.TextAt("/items/0/reason"));
            Assert.Equal("r-9", refunds.TextAt("/items/0/external_identifier"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1300)]
    public async Task More_than_was_taken_or_nothing_is_not_given_back(int amount)
    {
        var id = await api.CapturedAsync();

        Envelope.CheckViolation(await api.ActAsync(id, "refunds", $$"""{"amount":{{amount}}}"""), "body", "/amount");
        Assert.Equal("""{"items":[]}""", (await api.ReadAsync(id, "/refunds")).Expect(200).Text);
    }

    [Theory]
    [InlineData("refunds", "{}")]
    [InlineData("refunds", """{"amount":1}""")]
    [InlineData("refunds/all", "{}")]
    public async Task What_was_given_back_is_not_given_back_again(string verb, string again)
    {
        var id = await api.CapturedAsync();
        (await api.ActAsync(id, verb, "{}")).Expect(201);

        var answer = await api.ActAsync(id, verb, again);

        // The transaction is in the way, not what was sent.
        Assert.Empty(Envelope.Check(answer, 400));
        Assert.Equal("Nothing of the transaction is left to be refunded.", answer.TextAt("/message"));
        Assert.Equal(1299, (await api.ReadAsync(id)).At("/refunded_amount").GetInt32());
    }

    [Fact]
    public async Task Only_the_payment_method_can_be_refunded()
    {
        var id = await api.CapturedAsync();
        (await api.ActAsync(id, "refunds", """{"amount":1,"target_type":"payment-method","target_id":null}""")).Expect(
            201
        );

        var giftCard = await api.ActAsync(
            id,
            "refunds",
            $$"""{"target_type":"gift-card-redemption","target_id":"{{ApiClient.UnknownId}}"}"""
        );
        var named = await api.ActAsync(id, "refunds", $$"""{"target_id":"{{ApiClient.UnknownId}}"}""");

        Assert.Equal(
            ["/target_type", "/target_id"],
            Envelope.CheckValidation(giftCard).Select(detail => detail.Pointer)
        );
        Envelope.CheckViolation(named, "body", "/target_id");
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_refund_is_said_at_once()
    {
        var id = await api.CapturedAsync();
        var reason = new string('x', 101);

        var one = await api.ActAsync(
            id,
            "refunds",
            $$"""{"amount":1.5,"target_type":"x","target_id":"y","reason":"{{reason}}","external_identifier":"","z":1}"""
        );
        var all = await api.ActAsync(id, "refunds/all", $$"""{"amount":1,"reason":"{{reason}}"}""");

        Assert.Equal(
            ["/amount", "/external_identifier", "/reason", "/target_id", "/target_type", "/z"],
            Envelope.CheckValidation(one).Select(detail => detail.Pointer).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["/amount", "/reason"],
            Envelope.CheckValidation(all).Select(detail => detail.Pointer).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_refund_is_read_by_its_transaction_and_by_itself()
    {
        var id = await api.CapturedAsync();
        var refund = (await api.ActAsync(id, "refunds", "{}")).Expect(201);
        var refundId = refund.TextAt("/id");

        Assert.Equal(refund.Text, (await api.ReadAsync(id, $"/refunds/{refundId}")).Expect(200).Text);
        Assert.Equal(refund.Text, (await api.SendAsync(api.Backend("GET", $"/refunds/{refundId}"))).Expect(200).Text);
    }

    [Fact]
    public async Task What_is_no_refund_of_it_is_not_found()
    {
        var id = await api.CapturedAsync();
        var refund = (await api.ActAsync(id, "refunds", "{}")).Expect(201).TextAt("/id");
        var capture = (await api.ReadAsync(id, "/captures")).TextAt("/items/0/id");
        var other = await api.CapturedAsync();
        string[] paths =
        [
            $"/refunds/{capture}",
            $"/refunds/{id}",
            $"/refunds/{ApiClient.UnknownId}",
            Paying.PathOf(id, $"/refunds/{capture}"),
            Paying.PathOf(id, $"/refunds/{ApiClient.UnknownId}"),
            Paying.PathOf(other, $"/refunds/{refund}"),
        ];

        foreach (var path in paths)
        {
            Assert.Empty(Envelope.Check(await api.SendAsync(api.Backend("GET", path)), 404));
        }
    }
}
