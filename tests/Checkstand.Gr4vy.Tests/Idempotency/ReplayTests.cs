using Checkstand.Gr4vy.Tests.PaymentServices;

namespace Checkstand.Gr4vy.Tests.Idempotency;

/// <summary>A POST with an idempotency key runs once: who sends it again gets the same answer, byte for byte.</summary>
public sealed class ReplayTests(PayingServer server) : IClassFixture<PayingServer>
{
    public const string Header = "idempotency-key";

    private readonly ApiClient api = server.Api;

    public static TheoryData<string> Operations =>
        [
            "create_checkout_session",
            "create_payment_service",
            "create_transaction",
            "create_transaction of a session",
            "create_transaction that is declined",
            "create_transaction that stays open",
            "capture_transaction",
            "capture_transaction preferred",
            "void_transaction",
            "void_transaction preferred",
            "create_transaction_refund",
            "create_full_transaction_refund",
        ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_same_request_gets_the_same_answer(string operation)
    {
        var ask = (await MakeAsync(operation)).Header(Header, NewKey());

        var first = await api.SendAsync(ask);
        var second = await api.SendAsync(ask);
        var third = await api.SendAsync(ask);

        Assert.InRange(first.Status, 200, 201);
        Assert.Null(first.Header("idempotency-replayed"));
        foreach (var again in new[] { second, third })
        {
            Assert.Equal("true", again.Header("idempotency-replayed"));
            Assert.Equal(first.Status, again.Status);
            Assert.Equal(first.Body, again.Body);
            Assert.Equal("application/json", again.Header("content-type"));
            Assert.Equal("no-store", again.Header("cache-control"));
        }
    }

    [Fact]
    public async Task What_is_sent_again_is_done_once()
    {
        var session = await api.OpenWithCardAsync();
        var pay = Post("/transactions").Json(Paying.WithSession(session)).Header(Header, NewKey());
        var id = (await api.SendAsync(pay)).Expect(201).TextAt("/id")!;
        (await api.SendAsync(pay)).Expect(201);
        var capture = Act(id, "capture").Json("""{"amount":100,"final":false}""").Header(Header, NewKey());
        (await api.SendAsync(capture)).Expect(200);
        (await api.SendAsync(capture)).Expect(200);
        var refund = Act(id, "refunds").Json("""{"amount":10}""").Header(Header, NewKey());
        (await api.SendAsync(refund)).Expect(201);
        (await api.SendAsync(refund)).Expect(201);

        var transaction = await api.ReadAsync(id);
        Assert.Equal(100, transaction.At("/captured_amount").GetInt32());
        Assert.Equal(10, transaction.At("/refunded_amount").GetInt32());
        Assert.Single(await server.ChargesAsync(session));
    }

    // An answer is what was said then, not how things stand now.
    [Fact]
    public async Task What_happened_since_does_not_change_the_answer()
    {
        var ask = Post("/transactions").Json(Paying.WithCard()).Header(Header, NewKey());
        var first = (await api.SendAsync(ask)).Expect(201);
        (await api.ActAsync(first.TextAt("/id")!, "void")).Expect(200);

        Assert.Equal(first.Body, (await api.SendAsync(ask)).Expect(201).Body);
    }

    // The header is about the form of an answer, not about what is done, so it is not part of the request.
    [Theory]
    [InlineData("capture", "resource=transaction-capture")]
    [InlineData("void", "resource=transaction-void")]
    public async Task Another_preference_does_not_change_the_answer(string verb, string preference)
    {
        var id = await api.AuthorizedAsync();
        var ask = Act(id, verb).Header(Header, NewKey());
        var first = (await api.SendAsync(ask)).Expect(200);

        var again = (await api.SendAsync(ask.Header("prefer", preference))).Expect(200);

        Assert.Equal("true", again.Header("idempotency-replayed"));
        Assert.Equal("transaction", again.TextAt("/type"));
        Assert.Equal(first.Body, again.Body);
    }

    [Theory]
    [InlineData("{0}", "\"{0}\"")]
    [InlineData("\"{0}\"", "{0}")]
    public async Task A_key_in_quotes_is_the_same_as_without(string one, string other)
    {
        var key = NewKey();
        var ask = Post("/transactions").Json(Paying.WithCard());

        var first = (await api.SendAsync(ask.Header(Header, string.Format(null, one, key)))).Expect(201);
        var second = (await api.SendAsync(ask.Header(Header, string.Format(null, other, key)))).Expect(201);

        Assert.Equal(first.Body, second.Body);
        Assert.Equal("true", second.Header("idempotency-replayed"));
    }

    [Fact]
    public async Task Keys_differ_in_case_and_in_every_character()
    {
        var key = NewKey();
        var ask = Post(ApiClient.Sessions).Json("{}");
        var ids = new HashSet<string?>();
        foreach (var variant in new[] { key + "a", key + "A", key + "a.", "x" + key + "a" })
        {
            ids.Add((await api.SendAsync(ask.Header(Header, variant))).Expect(201).TextAt("/id"));
        }

        Assert.Equal(4, ids.Count);
    }

    [Fact]
    public async Task Keys_of_two_merchant_accounts_are_unrelated()
    {
        var ask = Post(ApiClient.Sessions).Json("{}").Header(Header, NewKey());

        var own = (await api.SendAsync(ask)).Expect(201);
        var other = (await api.SendAsync(ask with { Merchant = Gr4vyServer.OtherAccount })).Expect(201);

        Assert.NotEqual(own.TextAt("/id"), other.TextAt("/id"));
        Assert.Null(other.Header("idempotency-replayed"));
        Assert.Equal(own.Body, (await api.SendAsync(ask with { Merchant = "default" })).Expect(201).Body);
    }

    [Fact]
    public async Task A_key_is_the_merchants_whoever_signs()
    {
        using var other = await server.RegisterKeyAsync(Core.Merchants.SigningAlgorithm.ES512);
        var ask = Post(ApiClient.Sessions).Json("{}").Header(Header, NewKey());

        var first = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal(first.Body, (await api.SendAsync(ask with { Authorization = other.Bearer() })).Expect(201).Body);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Other_methods_take_no_key(string method)
    {
        var path = Paying.PathOf(await api.AuthorizedAsync());
        var key = NewKey();
        Ask Of(string name) =>
            (
                method == "GET"
                    ? api.Backend(method, path)
                    : api.Backend(method, path).Json($$"""{"external_identifier":"{{name}}"}""")
            ).Header(Header, key);

        (await api.SendAsync(Of("one"))).Expect(200);
        var second = (await api.SendAsync(Of("two"))).Expect(200);

        Assert.Null(second.Header("idempotency-replayed"));
        Assert.Equal(method == "GET" ? null : "two", second.TextAt("/external_identifier"));
    }

    [Fact]
    public async Task Browsers_take_no_key()
    {
        var session = await api.OpenAsync();
        var key = NewKey();
        Ask Of(string bin) =>
            new Ask("POST", $"{ApiClient.PathOf(session)}/card-details")
                .Json($$"""{"bin":"{{bin}}"}""")
                .Header(Header, key);

        (await api.SendAsync(Of("411111"))).Expect(200);
        (await api.SendAsync(Of("555555"))).Expect(200);
    }

    [Fact]
    public async Task Of_parallel_requests_with_one_key_one_is_done()
    {
        var session = await api.OpenWithCardAsync();
        var ask = Post("/transactions").Json(Paying.WithSession(session)).Header(Header, NewKey());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => api.SendAsync(ask)));

        var bodies = answers.Where(one => one.Status == 201).Select(one => one.Text).Distinct();
        Assert.Single(bodies);
        Assert.All(
            answers.Where(one => one.Status != 201),
            one =>
            {
                Envelope.Check(one, 409);
                Assert.Equal("1", one.Header("retry-after"));
            }
        );
        Assert.Single(await server.ChargesAsync(session));
    }

    [Fact]
    public async Task An_answer_is_kept_for_24_hours()
    {
        var ask = Post("/transactions").Json(Paying.WithCard()).Header(Header, NewKey());
        var first = (await api.SendAsync(ask)).Expect(201);

        server.Clock.Advance(TimeSpan.FromHours(24));
        var within = (await api.SendAsync(ask)).Expect(201);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var after = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal(first.Body, within.Body);
        Assert.Null(after.Header("idempotency-replayed"));
        Assert.NotEqual(first.TextAt("/id"), after.TextAt("/id"));
        Assert.Equal(after.Body, (await api.SendAsync(ask)).Expect(201).Body);
    }

    [Fact]
    public async Task An_old_key_is_free_for_another_request()
    {
        var key = NewKey();
        (await api.SendAsync(Post(ApiClient.Sessions).Json("{}").Header(Header, key))).Expect(201);

        server.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(1));

        (await api.SendAsync(Post("/transactions").Json(Paying.WithCard()).Header(Header, key))).Expect(201);
    }

    private static string NewKey() => Guid.CreateVersion7().ToString();

    private Ask Post(string path) => api.Backend("POST", path);

    private Ask Act(string transactionId, string verb) => Post(Paying.PathOf(transactionId, $"/{verb}"));

    private async Task<Ask> MakeAsync(string operation) =>
        operation switch
        {
            "create_checkout_session" => Post(ApiClient.Sessions).Json("""{"amount":1}"""),
            "create_payment_service" => Post("/payment-services").Json(PaymentServiceTests.Body(""","position":99""")),
            "create_transaction" => Post("/transactions").Json(Paying.WithCard()),
            "create_transaction of a session" => Post("/transactions")
                .Json(Paying.WithSession(await api.OpenWithCardAsync())),
            "create_transaction that is declined" => Post("/transactions").Json(Paying.WithCard(Cards.Declined)),
            "create_transaction that stays open" => Post("/transactions").Json(Paying.WithCard(Cards.Challenged)),
            "capture_transaction" => Act(await api.AuthorizedAsync(), "capture").Json("{}"),
            "capture_transaction preferred" => Act(await api.AuthorizedAsync(), "capture")
                .Json("{}")
                .Header("prefer", "resource=transaction-capture"),
            "void_transaction" => Act(await api.AuthorizedAsync(), "void"),
            "void_transaction preferred" => Act(await api.AuthorizedAsync(), "void")
                .Header("prefer", "resource=transaction-void"),
            "create_transaction_refund" => Act(await api.CapturedAsync(), "refunds").Json("""{"amount":1}"""),
            "create_full_transaction_refund" => Act(await api.CapturedAsync(), "refunds/all"),
            _ => throw new ArgumentException($"No request is known for {operation}.", nameof(operation)),
        };
}
