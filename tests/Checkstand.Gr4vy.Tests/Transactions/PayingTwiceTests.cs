namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>A session pays once. What ended unpaid may be tried again, what is open may not.</summary>
public sealed class PayingTwiceTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    [Theory]
    [InlineData(Cards.Approved)]
    [InlineData(Cards.ChargedInSilence)]
    [InlineData(Cards.NotChargedInSilence)]
    [InlineData(Cards.LateSuccess)]
    [InlineData(Cards.LateFailure)]
    [InlineData(Cards.Challenged)]
    public async Task A_session_that_was_paid_or_is_being_paid_is_not_paid_again(string number)
    {
        var session = await api.OpenWithCardAsync(number);
        var first = (await api.PaySessionAsync(session)).Expect(201);

        var second = await api.PaySessionAsync(session);

        Assert.Empty(Envelope.Check(second, 409));
        Assert.Equal("duplicate_record", second.TextAt("/code"));
        Assert.Contains(first.TextAt("/id")!, second.TextAt("/message"), StringComparison.Ordinal);
        Assert.Equal(first.TextAt("/id"), second.TextAt("/resource_id"));
        Assert.Single(await server.ChargesAsync(session));
    }

    [Theory]
    [InlineData(Cards.Declined)]
    [InlineData(Cards.InsufficientFunds)]
    [InlineData(Cards.Error)]
    public async Task After_a_decline_or_an_error_the_session_may_be_paid(string number)
    {
        var session = await api.OpenWithCardAsync(number);
        var first = (await api.PaySessionAsync(session)).Expect(201);
        (await api.PutFieldsAsync(session, Cards.Fields(Cards.Approved))).Expect(204);

        var second = (await api.PaySessionAsync(session)).Expect(201);

        Assert.NotEqual(first.TextAt("/id"), second.TextAt("/id"));
        Assert.Equal("authorization_succeeded", second.TextAt("/status"));
        Assert.Equal(2, (await server.ChargesAsync(session)).Count);
        Assert.Equal(first.Text, (await api.ReadAsync(first.TextAt("/id")!)).Text);
    }

    [Fact]
    public async Task After_a_late_decline_the_session_may_be_paid()
    {
        var session = await api.OpenWithCardAsync(Cards.LateFailure);
        var first = (await api.PaySessionAsync(session)).Expect(201);
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        await server.SettledAsync(first.TextAt("/id")!);
        (await api.PutFieldsAsync(session, Cards.Fields())).Expect(204);

        Assert.Equal("authorization_succeeded", (await api.PaySessionAsync(session)).Expect(201).TextAt("/status"));
    }

    [Fact]
    public async Task After_a_void_the_session_stays_paid()
    {
        var session = await api.OpenWithCardAsync();
        var paid = (await api.PaySessionAsync(session)).Expect(201);
        (await api.ActAsync(paid.TextAt("/id")!, "void")).Expect(200);

        Envelope.Check(await api.PaySessionAsync(session), 409);
    }

    // The security code is gone once it was used (contract section 7).
    [Fact]
    public async Task The_security_code_is_used_once()
    {
        var session = await api.OpenWithCardAsync(Cards.InsufficientFunds);
        var first = (await api.PaySessionAsync(session)).Expect(201);

        var second = (await api.PaySessionAsync(session)).Expect(201);

        Assert.Equal("match", first.TextAt("/cvv_response_code"));
        Assert.Equal("not_provided", second.TextAt("/cvv_response_code"));
    }

    [Fact]
    public async Task Of_payments_at_the_same_time_one_is_made()
    {
        var session = await api.OpenWithCardAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => api.PaySessionAsync(session)));

        Assert.Equal("authorization_succeeded", Assert.Single(answers, one => one.Status == 201).TextAt("/status"));
        Assert.All(answers.Where(one => one.Status != 201), one => Envelope.Check(one, 409));
        Assert.Single(await server.ChargesAsync(session));
    }

    [Fact]
    public async Task A_payment_whose_answer_got_lost_is_found_by_its_session()
    {
        var session = await api.OpenWithCardAsync(Cards.ChargedInSilence);
        var paid = (await api.PaySessionAsync(session)).Expect(201);

        var found = await api.SendAsync(api.Backend("GET", $"{Paying.Transactions}?checkout_session_id={session}"));

        Assert.Equal(1, found.Expect(200).At("/items").GetArrayLength());
        Assert.Equal(paid.TextAt("/id"), found.TextAt("/items/0/id"));
    }
}
