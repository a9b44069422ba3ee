namespace Checkstand.Gr4vy.Tests.Transactions;

/// <summary>
/// Of several things that are wrong, the first of this list is said: token (401), scope and merchant account (403),
/// size and type of the body (413, 415), key, path and body (400, all of them), a key of another request (409), an
/// unknown transaction (404), its status (400).
/// </summary>
public sealed class TransactionPrecedenceTests(PayingServer server) : IClassFixture<PayingServer>, IAsyncLifetime
{
    private readonly ApiClient api = server.Api;
    private readonly string usedKey = Guid.CreateVersion7().ToString();
    private string voided = "";

    [Flags]
    public enum Wrong
    {
        None = 0,
        Transaction = 1,
        UsedKey = 2,
        Key = 4,
        Body = 8,
        Id = 16,
        Type = 32,
        Size = 64,
        Account = 128,
        Scope = 256,
        Token = 512,
    }

    public static TheoryData<Wrong> OfACapture =>
        [.. Enumerable.Range(0, (int)Wrong.Token * 2).Select(bits => (Wrong)bits)];

    public async ValueTask InitializeAsync()
    {
        voided = await api.AuthorizedAsync();
        (await api.ActAsync(voided, "void")).Expect(200);
        var used = api.Backend("POST", ApiClient.Sessions).Json("{}").Header("idempotency-key", usedKey);
        (await api.SendAsync(used)).Expect(201);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The transaction was voided, so a capture of which nothing else is wrong is refused last of all.
    [Theory]
    [MemberData(nameof(OfACapture))]
    public async Task The_first_thing_that_is_wrong_with_a_capture_is_said(Wrong wrong)
    {
        var answer = await api.SendAsync(Spoil(wrong));

        var expected = wrong switch
        {
            >= Wrong.Token => 401,
            >= Wrong.Account => 403,
            >= Wrong.Size => 413,
            >= Wrong.Type => 415,
            >= Wrong.Key => 400,
            >= Wrong.UsedKey => 409,
            Wrong.Transaction => 404,
            _ => 400,
        };
        var details = Envelope.Check(answer, expected);
        Assert.Equal(
            expected == 400
                ? new[] { (Wrong.Key, "header"), (Wrong.Body, "body"), (Wrong.Id, "path") }
                    .Where(one => wrong.HasFlag(one.Item1))
                    .Select(one => one.Item2)
                    .Order()
                : [],
            details.Select(detail => detail.Location).Order()
        );
    }

    [Fact]
    public async Task A_session_that_is_not_there_comes_before_a_payment_service_that_is_not_there()
    {
        var nothing = Paying.WithSession(ApiClient.UnknownId).Replace("USD", "XXX", StringComparison.Ordinal);

        Envelope.Check(await api.CreateTransactionAsync(nothing), 404);
    }

    [Fact]
    public async Task A_card_that_is_not_there_comes_before_a_payment_service_that_is_not_there()
    {
        var nothing = Paying.WithSession(await api.OpenAsync()).Replace("USD", "XXX", StringComparison.Ordinal);

        Envelope.CheckViolation(await api.CreateTransactionAsync(nothing), "body", "/payment_method");
    }

    [Fact]
    public async Task That_a_session_was_paid_comes_before_a_payment_service_that_is_not_there()
    {
        var session = await api.OpenWithCardAsync();
        (await api.PaySessionAsync(session)).Expect(201);
        var nothing = Paying.WithSession(session).Replace("USD", "XXX", StringComparison.Ordinal);

        Envelope.Check(await api.CreateTransactionAsync(nothing), 409);
    }

    [Fact]
    public async Task What_is_open_comes_before_the_amount()
    {
        var id = (await api.PayCardAsync(Cards.LateSuccess)).Expect(201).TextAt("/id")!;

        Envelope.Check(await api.ActAsync(id, "capture", """{"amount":99999}"""), 409);
        Envelope.Check(await api.ActAsync(id, "refunds", """{"amount":0}"""), 409);
        // Form and what can't be said at all come before what is there.
        Envelope.CheckViolation(
            await api.ActAsync(ApiClient.UnknownId, "refunds", """{"target_type":"gift-card-redemption"}"""),
            "body",
            "/target_type"
        );
    }

    private Ask Spoil(Wrong wrong)
    {
        var id =
            wrong.HasFlag(Wrong.Id) ? "nope"
            : wrong.HasFlag(Wrong.Transaction) ? ApiClient.UnknownId
            : voided;
        var body = wrong.HasFlag(Wrong.Body) ? """{"surprise":1}""" : "{}";
        var ask = api.Backend("POST", Paying.PathOf(id, "/capture"))
            .Json(wrong.HasFlag(Wrong.Size) ? body.PadRight(2 * 1024 * 1024) : body);
        if (wrong.HasFlag(Wrong.Key))
        {
            ask = ask.Header("idempotency-key", new string('x', 256));
        }
        else if (wrong.HasFlag(Wrong.UsedKey))
        {
            ask = ask.Header("idempotency-key", usedKey);
        }

        return ask with
        {
            ContentType = wrong.HasFlag(Wrong.Type) ? "text/plain" : "application/json",
            Merchant = wrong.HasFlag(Wrong.Account) ? "nobody" : null,
            Authorization =
                wrong.HasFlag(Wrong.Token) ? "Bearer abc"
                : wrong.HasFlag(Wrong.Scope) ? server.Tokens.Bearer("*.read")
                : ask.Authorization,
        };
    }
}
