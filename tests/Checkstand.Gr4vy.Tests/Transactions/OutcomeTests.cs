namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>Whatever becomes of a payment, it is a transaction that was made, and its body says the outcome.</summary>
public sealed class OutcomeTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    /// <summary>Card, status, error, raw code, what the provider's books say.</summary>
    public static TheoryData<string, string, string?, string?, string> Outcomes =>
        new()
        {
            { Cards.Approved, "authorization_succeeded", null, "00", "charged" },
            { Cards.Visa, "authorization_succeeded", null, "00", "charged" },
            { Cards.Mastercard, "authorization_succeeded", null, "00", "charged" },
            { Cards.Amex, "authorization_succeeded", null, "00", "charged" },
            { Cards.Declined, "authorization_declined", "issuer_decline", "05", "declined" },
            { Cards.InsufficientFunds, "authorization_declined", "insufficient_funds", "51", "declined" },
            { Cards.Expired, "authorization_declined", "expired_card", "54", "declined" },
            { Cards.IncorrectCode, "authorization_declined", "incorrect_cvv", "N7", "declined" },
            { Cards.Error, "authorization_failed", "service_error", "96", "error" },
            { Cards.Challenged, "buyer_approval_pending", null, null, "requires_action" },
            { Cards.ChargedInSilence, "processing", null, null, "charged" },
            { Cards.NotChargedInSilence, "processing", null, null, "not_charged" },
            { Cards.LateSuccess, "processing", null, null, "pending" },
            { Cards.LateFailure, "processing", null, null, "pending" },
        };

    /// <summary>Card, whether its buyer decides and how, status afterwards, error, raw code.</summary>
    public static TheoryData<string, bool?, string, string?, string?> LateOutcomes =>
        new()
        {
            { Cards.ChargedInSilence, null, "authorization_succeeded", null, "00" },
            { Cards.NotChargedInSilence, null, "authorization_failed", "service_network_error", "91" },
            { Cards.LateSuccess, null, "authorization_succeeded", null, "00" },
            { Cards.LateFailure, null, "authorization_declined", "issuer_decline", "05" },
            { Cards.Challenged, true, "authorization_succeeded", null, "00" },
            { Cards.Challenged, false, "authorization_declined", "failed_buyer_approval", "82" },
        };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_session_is_paid_with_this_outcome(
        string number,
        string status,
        string? error,
        string? raw,
        string booked
    )
    {
        var session = await api.OpenWithCardAsync(number);

        var paid = await api.PaySessionAsync(session);

        Check(paid, status, error, raw);
        Assert.Equal(session, paid.TextAt("/checkout_session_id"));
        Assert.Equal([(paid.TextAt("/id")!, booked)], await server.ChargesAsync(session));
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_card_is_charged_with_this_outcome(
        string number,
        string status,
        string? error,
        string? raw,
        string booked
    )
    {
        var paid = await api.PayCardAsync(number);

        Check(paid, status, error, raw);
        Assert.Equal(number != Cards.Challenged, paid.IsNullAt("/three_d_secure"));
        Assert.True(paid.IsNullAt("/checkout_session_id"));
        Assert.Equal(booked, Assert.Single(await server.ChargesAsync(), one => one.Key == paid.TextAt("/id")).Outcome);
    }

    [Theory]
    [MemberData(nameof(LateOutcomes))]
    public async Task What_is_open_ends_with_this_outcome(
        string number,
        bool? decision,
        string status,
        string? error,
        string? raw
    )
    {
        var open = await api.PayCardAsync(number);
        if (decision is { } isApproved)
        {
            await server.DecideAsync(open, isApproved);
        }
        else
        {
            server.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var settled = await server.SettledAsync(open.TextAt("/id")!);

        Check(settled, status, error, raw, 200);
        Assert.Equal(open.TextAt("/created_at"), settled.TextAt("/created_at"));
        Assert.True(settled.IsNullAt("/payment_method/approval_url"));
        Assert.True(settled.IsNullAt("/approval_expires_at"));
    }

    [Theory]
    [InlineData(Cards.Approved, null)]
    [InlineData(Cards.ChargedInSilence, null)]
    [InlineData(Cards.LateSuccess, null)]
    [InlineData(Cards.Challenged, true)]
    public async Task With_the_intent_to_capture_the_money_is_taken_at_once(string number, bool? decision)
    {
        var paid = (await api.PayCardAsync(number, ",\"intent\":\"capture\"")).Expect(201);
        if (decision is { } isApproved)
        {
            await server.DecideAsync(paid, isApproved);
        }

        server.Clock.Advance(TimeSpan.FromSeconds(10));

        var settled = await server.SettledAsync(paid.TextAt("/id")!);
        Assert.Equal("capture_succeeded", settled.TextAt("/status"));
        Assert.Equal("capture", settled.TextAt("/intent"));
        Assert.Equal(1299, settled.At("/authorized_amount").GetInt32());
        Assert.Equal(1299, settled.At("/captured_amount").GetInt32());
        Assert.Equal(settled.TextAt("/authorized_at"), settled.TextAt("/captured_at"));
    }

    [Fact]
    public async Task A_challenge_has_a_page_and_ends_after_half_an_hour()
    {
        var open = (await api.PayCardAsync(Cards.Challenged)).Expect(201);
        Assert.StartsWith($"{server.Address}dev/challenges/", open.TextAt("/payment_method/approval_url"));
        Assert.Equal("any", open.TextAt("/payment_method/approval_target"));
        var ends = server.Clock.GetUtcNow() + TimeSpan.FromMinutes(30);
        Assert.Equal(ends, open.At("/approval_expires_at").GetDateTimeOffset());

        server.Clock.Advance(TimeSpan.FromMinutes(30));

        var settled = await server.SettledAsync(open.TextAt("/id")!);
        Check(settled, "authorization_declined", "incomplete_buyer_approval", null, 200);
        Assert.Equal(ends, settled.At("/buyer_approval_timedout_at").GetDateTimeOffset());
        Assert.Equal("cancelled", settled.TextAt("/three_d_secure/status"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(true, "complete")]
    [InlineData(false, "declined")]
    public async Task A_transaction_tells_how_its_challenge_ended(bool? decision, string? status)
    {
        var paid = (await api.PayCardAsync(Cards.Challenged)).Expect(201);
        if (decision is { } isApproved)
        {
            await server.DecideAsync(paid, isApproved);
            paid = await server.SettledAsync(paid.TextAt("/id")!);
        }

        var word = status is null ? "null" : $"\"{status}\"";
        Assert.Equal(
            $$"""{"version":null,"status":{{word}},"method":"challenge","response_data":null,"error_data":null,"amount":1299}""",
            paid.At("/three_d_secure").GetRawText()
        );
    }

    [Fact]
    public async Task Without_a_buyer_nobody_passes_a_challenge() =>
        Check(
            await api.PayCardAsync(Cards.Challenged, ",\"merchant_initiated\":true"),
            "authorization_declined",
            "requires_buyer_authentication",
            "1A"
        );

    [Theory]
    [InlineData(200001, "authorization_declined", "canceled_payment_method")]
    [InlineData(200009, "authorization_declined", "incorrect_cvv")]
    [InlineData(200011, "authorization_declined", "insufficient_funds")]
    [InlineData(200022, "authorization_declined", "cancelled_buyer_approval")]
    [InlineData(300001, "authorization_failed", "insufficient_service_permissions")]
    [InlineData(300015, "authorization_failed", "service_rate_limit")]
    public async Task Some_amounts_bring_about_an_error(int amount, string status, string error)
    {
        var paid = await api.CreateTransactionAsync(
            Paying.WithCard().Replace("1299", $"{amount}", StringComparison.Ordinal)
        );

        Assert.Equal((status, error), (paid.Expect(201).TextAt("/status"), paid.TextAt("/error_code")));
    }

    [Theory]
    [InlineData("222", "not_provided")]
    [InlineData("333", "no_match")]
    [InlineData("123", "match")]
    public async Task The_check_of_the_security_code_is_told(string code, string found)
    {
        var session = await api.OpenAsync();
        (await api.PutFieldsAsync(session, Cards.Fields(code: code))).Expect(204);

        var paid = (await api.PaySessionAsync(session)).Expect(201);

        Assert.Equal(found, paid.TextAt("/cvv_response_code"));
    }

    [Theory]
    [InlineData("10077", "no_match")]
    [InlineData("10088", "partial_match_postcode")]
    [InlineData("10099", "partial_match_address")]
    [InlineData("10001", "match")]
    public async Task The_check_of_the_address_is_told_for_the_postal_code_of_the_fields(string code, string found)
    {
        var session = await api.OpenAsync();
        var fields = Cards.Fields()[..^1] + $",\"postal_code\":\"{code}\"}}";
        (await api.PutFieldsAsync(session, fields)).Expect(204);

        var paid = (await api.PaySessionAsync(session)).Expect(201);

        Assert.Equal(found, paid.TextAt("/avs_response_code"));
    }

    [Theory]
    [InlineData("10077", "no_match")]
    [InlineData("10001", "match")]
    public async Task The_check_of_the_address_is_told_for_the_buyers_postal_code(string code, string found)
    {
        var buyer = $$$$""","buyer":{"billing_details":{"address":{"postal_code":"{{{{code}}}}"}}}""";

        var paid = (await api.PayCardAsync(more: buyer)).Expect(201);

        Assert.Equal(found, paid.TextAt("/avs_response_code"));
    }

    private static void Check(Answer answer, string status, string? error, string? raw, int expected = 201)
    {
        answer.Expect(expected);
        Assert.Equal(status, answer.TextAt("/status"));
        Assert.Equal(error, answer.TextAt("/error_code"));
        Assert.Equal(raw, answer.TextAt("/raw_response_code"));
        Assert.Equal(raw, answer.TextAt("/auth_response_code"));
        Assert.Equal(OutcomeOf(status), answer.TextAt("/intent_outcome"));
        Assert.Equal(1299, answer.At("/amount").GetInt32());
        Assert.Equal(status == "authorization_succeeded" ? 1299 : 0, answer.At("/authorized_amount").GetInt32());
        Assert.Equal(status != "authorization_succeeded", answer.IsNullAt("/authorized_at"));
        Assert.Equal(0, answer.At("/captured_amount").GetInt32());
        Assert.Equal(status != "buyer_approval_pending", answer.IsNullAt("/payment_method/approval_url"));
    }

    private static string OutcomeOf(string status) =>
        status switch
        {
            "authorization_succeeded" => "succeeded",
            "authorization_declined" or "authorization_failed" => "failed",
            _ => "pending",
        };
}
