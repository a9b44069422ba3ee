namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>Why a payment is not even tried. Nothing is charged then, and nothing is kept.</summary>
public sealed class TransactionRefusalTests(PayingServer server) : IClassFixture<PayingServer>
{
    private readonly ApiClient api = server.Api;

    public static TheoryData<string> MethodsNotTaken =>
        [.. Vendor.Enums["Method"].Append("redirect").Where(method => method != "card")];

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var answer = await api.CreateTransactionAsync(
            """
            {"amount":-1,"currency":"usd","country":"G","external_identifier":"","intent":null,"installment_count":0,
             "payment_method":{"method":"card","number":"4","expiration_date":"1235","surprise":1},
             "cart_items":[{"name":"x","quantity":0,"unit_amount":1}],"metadata":{"a":1},"surprise":1}
            """
        );

        Assert.Equal(
            [
                "/amount",
                "/cart_items/0/quantity",
                "/country",
                "/currency",
                "/external_identifier",
                "/installment_count",
                "/intent",
                "/metadata/a",
                "/payment_method/expiration_date",
                "/payment_method/number",
                "/payment_method/surprise",
                "/surprise",
            ],
            Envelope.CheckValidation(answer).Select(detail => detail.Pointer).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"currency":"USD"}""", "/amount", "missing")]
    [InlineData("""{"amount":1}""", "/currency", "missing")]
    [InlineData("""{"amount":null,"currency":"USD"}""", "/amount", null)]
    [InlineData("""{"amount":100000000,"currency":"USD"}""", "/amount", "less_than_equal")]
    [InlineData("""{"amount":1.5,"currency":"USD"}""", "/amount", null)]
    [InlineData("""{"amount":1,"currency":"USDX"}""", "/currency", null)]
    [InlineData("""{"amount":1,"currency":"USD","store":null}""", "/store", null)]
    [InlineData("""{"amount":1,"currency":"USD","expires_in":3600}""", "/expires_in", "extra_forbidden")]
    [InlineData("""{"amount":1,"currency":"USD","payment_method":{}}""", "/payment_method", "union_tag_not_found")]
    [InlineData(
        """{"amount":1,"currency":"USD","payment_method":{"method":"cash"}}""",
        "/payment_method",
        "union_tag_invalid"
    )]
    [InlineData(
        """{"amount":1,"currency":"USD","payment_method":{"method":"checkout-session","id":"1"}}""",
        "/payment_method/id",
        null
    )]
    [InlineData(
        """{"amount":1,"currency":"USD","payment_method":{"method":"checkout-session"}}""",
        "/payment_method/id",
        "missing"
    )]
    public async Task A_body_of_another_form_is_refused_in_its_place(string body, string place, string? type) =>
        Envelope.CheckViolation(await api.CreateTransactionAsync(body), "body", place, type);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task There_must_be_a_body(string body) =>
        Envelope.CheckValidation(await api.CreateTransactionAsync(body));

    [Theory]
    [MemberData(nameof(MethodsNotTaken))]
    public async Task A_payment_method_that_is_not_taken_is_refused_by_name(string method)
    {
        var answer = await api.CreateTransactionAsync(
            $$$"""{"amount":1299,"currency":"USD","payment_method":{"method":"{{{method}}}","token":"x"}}"""
        );

        Envelope.CheckViolation(answer, "body", "/payment_method", "union_tag_not_taken");
        Assert.Contains("'checkout-session'", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gift_cards", """[{"id":"01941f29-7c00-7aaa-8aaa-0123456789ab","amount":1}]""")]
    [InlineData("account_funding_transaction", "true")]
    [InlineData("installment_count", "2")]
    public async Task What_would_change_money_or_risk_is_refused_and_nothing_is_charged(string field, string json)
    {
        var session = await api.OpenWithCardAsync();

        var answer = await api.PaySessionAsync(session, $",\"{field}\":{json}");

        Envelope.CheckViolation(answer, "body", $"/{field}", "not_supported");
        Assert.Empty(await server.ChargesAsync(session));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"payment_method\":null")]
    public async Task Without_a_payment_method_there_is_nothing_to_pay_with(string method)
    {
        var answer = await api.CreateTransactionAsync($$"""{"amount":1299,"currency":"USD"{{method}}}""");

        Envelope.CheckViolation(answer, "body", "/payment_method", "missing");
        Assert.DoesNotContain("session", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_a_card_pays_nothing()
    {
        Envelope.CheckViolation(await api.PaySessionAsync(await api.OpenAsync()), "body", "/payment_method", "missing");
        var clickToPay = await api.OpenAsync();
        (await api.PutFieldsAsync(clickToPay, Cards.ClickToPay)).Expect(204);
        Envelope.CheckViolation(await api.PaySessionAsync(clickToPay), "body", "/payment_method", "missing");
    }

    [Fact]
    public async Task A_session_that_cannot_be_used_answers_as_one_that_never_was()
    {
        var deleted = await api.OpenWithCardAsync();
        (await api.DeleteAsync(deleted)).Expect(204);
        var foreign = await api.OpenWithCardAsync(merchant: Gr4vyServer.OtherAccount);
        var expired = await api.OpenWithCardAsync();

        var unknown = await api.PaySessionAsync(ApiClient.UnknownId);
        var detail = Assert.Single(Envelope.Check(unknown, 404));
        Assert.Equal(("body", "/payment_method/id", "not_found"), (detail.Location, detail.Pointer, detail.Type));
        Assert.Equal(unknown.Comparable, (await api.PaySessionAsync(foreign)).Comparable);
        server.Clock.Advance(TimeSpan.FromHours(1));
        foreach (var session in new[] { deleted, foreign, expired })
        {
            Assert.Equal(unknown.Comparable, (await api.PaySessionAsync(session)).Comparable);
            Assert.Empty(await server.ChargesAsync(session));
        }
    }

    [Fact]
    public async Task A_stored_method_that_is_not_there_is_404_in_its_place()
    {
        var answer = await api.CreateTransactionAsync(
            $$$"""{"amount":1,"currency":"USD","payment_method":{"method":"id","id":"{{{ApiClient.UnknownId}}}","security_code":"123"}}"""
        );

        var detail = Assert.Single(Envelope.Check(answer, 404));
        Assert.Equal(("body", "/payment_method/id"), (detail.Location, detail.Pointer));
    }

    [Theory]
    [InlineData("XXX", "")]
    [InlineData("USD", ",\"country\":\"ZZ\"")]
    public async Task Without_a_payment_service_for_it_a_payment_is_refused(string currency, string more)
    {
        var session = await api.OpenWithCardAsync();
        foreach (var body in new[] { Paying.WithSession(session, more), Paying.WithCard(more: more) })
        {
            var answer = await api.CreateTransactionAsync(body.Replace("USD", currency, StringComparison.Ordinal));

            Envelope.CheckViolation(answer, "body", "/currency", "no_payment_service");
        }

        Assert.Empty(await server.ChargesAsync(session));
        (await api.PaySessionAsync(session)).Expect(201);
    }

    [Fact]
    public async Task An_account_without_payment_services_takes_no_payment()
    {
        var session = await api.OpenWithCardAsync(merchant: Gr4vyServer.OtherAccount);

        Envelope.CheckViolation(
            await api.CreateTransactionAsync(Paying.WithSession(session), Gr4vyServer.OtherAccount),
            "body",
            "/currency",
            "no_payment_service"
        );
    }

    [Fact]
    public async Task A_payment_service_that_is_not_there_is_refused_in_its_place()
    {
        var more = $",\"payment_service_id\":\"{ApiClient.UnknownId}\"";
        var saying = await api.OpenWithCardAsync(session: $$"""{"payment_service_id":"{{ApiClient.UnknownId}}"}""");
        var foreign = await api.OpenWithCardAsync(merchant: Gr4vyServer.OtherAccount);

        await CheckAsync(Paying.WithCard(more: more));
        await CheckAsync(Paying.WithSession(await api.OpenWithCardAsync(), more));
        await CheckAsync(Paying.WithSession(saying));
        // Another account's payment service is as good as none.
        await CheckAsync(
            Paying.WithSession(foreign, $",\"payment_service_id\":\"{server.Simulator.Id}\""),
            Gr4vyServer.OtherAccount
        );
        Assert.Empty(await server.ChargesAsync(saying));

        async Task CheckAsync(string body, string? merchant = null) =>
            Envelope.CheckViolation(
                await api.CreateTransactionAsync(body, merchant),
                "body",
                "/payment_service_id",
                "not_found"
            );
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_payment_service_that_is_out_of_use_is_as_good_as_none(string verb)
    {
        var service = await api.SendAsync(
            api.Backend("POST", "/payment-services")
                .Json(
                    """{"display_name":"Other","payment_service_definition_id":"mock-card","accepted_currencies":["EUR"],"accepted_countries":["DE"],"fields":[]}"""
                )
        );
        var path = $"/payment-services/{service.Expect(201).TextAt("/id")}";
        var pay = Paying.WithCard(more: $",\"payment_service_id\":\"{service.TextAt("/id")}\"");
        // In use, but not for this currency.
        Envelope.CheckViolation(await api.CreateTransactionAsync(pay), "body", "/currency", "no_payment_service");
        var ask = api.Backend(verb, path);
        Assert.InRange((await api.SendAsync(verb == "PUT" ? ask.Json("""{"active":false}""") : ask)).Status, 200, 204);

        Envelope.CheckViolation(
            await api.CreateTransactionAsync(pay.Replace("USD", "EUR", StringComparison.Ordinal)),
            "body",
            "/payment_service_id",
            "not_found"
        );
    }

    [Fact]
    public async Task Nothing_can_be_captured_at_once()
    {
        var nothing = Paying.WithCard(more: ",\"intent\":\"capture\"").Replace("1299", "0", StringComparison.Ordinal);

        Envelope.CheckViolation(await api.CreateTransactionAsync(nothing), "body", "/amount", "greater_than");
    }

    [Fact]
    public async Task Nothing_can_be_reserved_to_check_a_card()
    {
        var paid = await api.CreateTransactionAsync(Paying.WithCard().Replace("1299", "0", StringComparison.Ordinal));

        Assert.Equal("authorization_succeeded", paid.Expect(201).TextAt("/status"));
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_the_card()
    {
        var card = Cards.Method(Cards.Visa, ",\"surprise\":1");
        var answer = await api.CreateTransactionAsync(
            $$"""{"amount":1299,"currency":"XXX","payment_method":{{card}}}"""
        );

        Envelope.CheckViolation(answer, "body", "/payment_method/surprise");
        Assert.DoesNotContain(Cards.Visa, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"123\"", answer.Text, StringComparison.Ordinal);
    }
}
