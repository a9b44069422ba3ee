using System.Globalization;

namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>A payment that waits for its buyer can be given up, by its merchant or by a time that he sets.</summary>
public sealed class CancelTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task A_payment_that_waits_for_its_buyer_is_cancelled_and_its_session_can_be_paid()
    {
        var session = await api.OpenWithCardAsync(Cards.Challenged);
        var waiting = (await api.PaySessionAsync(session)).Expect(201);

        var canceled = (await api.ActAsync(waiting.TextAt("/id")!, "cancel")).Expect(200);

        Assert.Equal("transaction-cancel", canceled.TextAt("/type"));
        Assert.Equal("succeeded", canceled.TextAt("/status"));
        Assert.Equal("authorization_declined", canceled.TextAt("/transaction/status"));
        Assert.Equal("canceled_payment_method", canceled.TextAt("/transaction/error_code"));
        Assert.Equal(canceled.TextAt("/code"), canceled.TextAt("/transaction/error_code"));
        Assert.Equal(canceled.TextAt("/transaction/updated_at"), canceled.TextAt("/transaction/canceled_at"));
        Assert.Equal("cancelled", canceled.TextAt("/transaction/three_d_secure/status"));
        Assert.True(canceled.IsNullAt("/transaction/buyer_approval_timedout_at"));
        Assert.Equal(
            canceled.At("/transaction").GetRawText(),
            (await api.ReadAsync(waiting.TextAt("/id")!)).Expect(200).Text
        );
        (await api.PutFieldsAsync(session, Cards.Fields())).Expect(204);
        Assert.Equal("authorization_succeeded", (await api.PaySessionAsync(session)).Expect(201).TextAt("/status"));
    }

    [Fact]
    public async Task A_cancellation_that_is_sent_again_is_answered_again()
    {
        var id = (await api.PayCardAsync(Cards.Challenged)).Expect(201).TextAt("/id")!;
        var first = (await api.ActAsync(id, "cancel")).Expect(200);

        Assert.Equal(first.Text, (await api.ActAsync(id, "cancel")).Expect(200).Text);
    }

    [Fact]
    public async Task A_challenge_that_was_passed_meanwhile_is_not_cancelled()
    {
        var waiting = (await api.PayCardAsync(Cards.Challenged)).Expect(201);
        await server.DecideAsync(waiting, isApproved: true);

        var answer = await api.ActAsync(waiting.TextAt("/id")!, "cancel");

        Assert.Empty(Envelope.Check(answer, 400));
        Assert.Equal("A transaction in status authorization_succeeded can't be canceled.", answer.TextAt("/message"));
        Assert.Equal("authorization_succeeded", (await api.ReadAsync(waiting.TextAt("/id")!)).TextAt("/status"));
    }

    [Theory]
    [InlineData(Cards.Approved, 400)]
    [InlineData(Cards.Declined, 400)]
    [InlineData(Cards.LateSuccess, 409)]
    [InlineData(Cards.ChargedInSilence, 409)]
    public async Task What_does_not_wait_for_its_buyer_is_not_cancelled(string number, int status)
    {
        var paid = (await api.PayCardAsync(number)).Expect(201);

        Assert.Empty(Envelope.Check(await api.ActAsync(paid.TextAt("/id")!, "cancel"), status));

        Assert.Equal(paid.Text, (await api.ReadAsync(paid.TextAt("/id")!)).Text);
    }

    [Fact]
    public async Task A_merchant_says_how_long_a_buyer_is_waited_for()
    {
        var end = server.Clock.GetUtcNow().AddMinutes(5);
        var waiting = (await api.PayCardAsync(Cards.Challenged, Until(end))).Expect(201);
        Assert.Equal(end, waiting.At("/approval_expires_at").GetDateTimeOffset());

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var given = await server.SettledAsync(waiting.TextAt("/id")!);

        Assert.Equal("incomplete_buyer_approval", given.TextAt("/error_code"));
        Assert.Equal(given.TextAt("/updated_at"), given.TextAt("/buyer_approval_timedout_at"));
    }

    [Fact]
    public async Task A_buyer_is_not_waited_for_longer_than_half_an_hour()
    {
        var waiting = await api.PayCardAsync(Cards.Challenged, Until(server.Clock.GetUtcNow().AddDays(1)));

        Assert.Equal(
            waiting.Expect(201).At("/created_at").GetDateTimeOffset().AddMinutes(30),
            waiting.At("/approval_expires_at").GetDateTimeOffset()
        );
    }

    [Fact]
    public async Task A_time_that_is_over_is_refused_in_its_place() =>
        Envelope.CheckViolation(
            await api.PayCardAsync(Cards.Challenged, Until(server.Clock.GetUtcNow())),
            "body",
            "/approval_expires_at",
            "greater_than"
        );

    private static string Until(DateTimeOffset end) =>
        $",\"approval_expires_at\":\"{end.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\"";
}
