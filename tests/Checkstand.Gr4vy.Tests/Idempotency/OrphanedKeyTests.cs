using System.Text;
using Checkstand.Core;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Gr4vy.Tests.Idempotency;

/// <summary>
/// The process ended after it had taken a key and before it had answered. Whoever sends the request again takes it up
/// with the ids that were reserved, so that what was begun is found and nothing is charged twice.
/// </summary>
public sealed class OrphanedKeyTests(PayingServer server) : IClassFixture<PayingServer>
{
    private static readonly MerchantAccountId Merchant = MerchantAccountId.Default;

    private static readonly PaymentOrder Order = new()
    {
        Amount = new Money(1299, "USD"),
        Said = new JsonText("{}"u8.ToArray()),
    };

    private readonly ApiClient api = server.Api;

    [Fact]
    public async Task What_was_not_begun_is_done_under_the_reserved_id()
    {
        var session = await api.OpenWithCardAsync();
        var (ask, reserved) = await OrphanAsync(Paying.Transactions, Paying.WithSession(session));

        var paid = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal($"{reserved}", paid.TextAt("/id"));
        Assert.Null(paid.Header("idempotency-replayed"));
        Assert.Equal(paid.Body, (await api.SendAsync(ask)).Expect(201).Body);
        Assert.Equal([($"{reserved}", "charged")], await server.ChargesAsync(session));
    }

    [Fact]
    public async Task What_was_done_is_answered_and_not_done_again()
    {
        var session = await api.OpenWithCardAsync();
        var (ask, reserved) = await OrphanAsync(Paying.Transactions, Paying.WithSession(session));
        var done = await server.Payments.PayAsync(
            new PaymentId(reserved),
            new SessionId(Guid.Parse(session)),
            Merchant,
            _ => Order,
            CancellationToken.None
        );
        Assert.True(done.TryGet(out _, out _));

        var paid = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal($"{reserved}", paid.TextAt("/id"));
        Assert.Equal("authorization_succeeded", paid.TextAt("/status"));
        Assert.Equal([($"{reserved}", "charged")], await server.ChargesAsync(session));
    }

    [Theory]
    [InlineData(Cards.Approved, "authorization_succeeded", "charged")]
    [InlineData(Cards.ChargedInSilence, "authorization_succeeded", "charged")]
    [InlineData(Cards.Declined, "authorization_declined", "declined")]
    public async Task What_the_provider_did_is_found_and_not_done_again(string number, string status, string booked)
    {
        var session = await api.OpenWithCardAsync(number);
        var (ask, reserved) = await OrphanAsync(Paying.Transactions, Paying.WithSession(session));
        var begun = await BeginAsync(new PaymentId(reserved), session, number);
        using var card = CardOf(number);
        await server.Connector.AuthorizeAsync(
            new AuthorizeRequest
            {
                Account = new ProviderAccount(server.Simulator.Id, server.Simulator.Fields),
                OperationId = begun.Authorization.Id,
                PaymentId = begun.Id,
                CheckoutId = begun.CheckoutId,
                Amount = Order.Amount,
                CapturesAtOnce = false,
                Card = card,
            },
            CancellationToken.None
        );

        var paid = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal(($"{reserved}", status), (paid.TextAt("/id")!, paid.TextAt("/status")!));
        Assert.Equal([($"{reserved}", booked)], await server.ChargesAsync(session));
    }

    // The provider promises that what it never saw it will never do; a new request may then pay.
    [Fact]
    public async Task What_never_reached_the_provider_has_failed()
    {
        var session = await api.OpenWithCardAsync();
        var (ask, reserved) = await OrphanAsync(Paying.Transactions, Paying.WithSession(session));
        await BeginAsync(new PaymentId(reserved), session, Cards.Visa);

        var paid = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal($"{reserved}", paid.TextAt("/id"));
        Assert.Equal("authorization_failed", paid.TextAt("/status"));
        Assert.Equal("service_network_error", paid.TextAt("/error_code"));
        Assert.DoesNotContain(await server.ChargesAsync(session), charge => charge.Outcome == "charged");
        (await api.PaySessionAsync(session)).Expect(201);
        Assert.Single(await server.ChargesAsync(session), charge => charge.Outcome == "charged");
    }

    [Fact]
    public async Task A_card_of_its_own_is_not_charged_twice_either()
    {
        var (ask, reserved) = await OrphanAsync(Paying.Transactions, Paying.WithCard());
        using var card = CardOf(Cards.Visa);
        var done = await server.Payments.PayAsync(
            new PaymentId(reserved),
            Merchant,
            card,
            null,
            Order,
            CancellationToken.None
        );
        Assert.True(done.TryGet(out _, out _));

        Assert.Equal($"{reserved}", (await api.SendAsync(ask)).Expect(201).TextAt("/id"));
        Assert.Single(await server.ChargesAsync(), charge => charge.Key == $"{reserved}");
    }

    [Fact]
    public async Task A_capture_is_found_and_not_done_again()
    {
        var id = await api.AuthorizedAsync();
        var (ask, reserved) = await OrphanAsync(Paying.PathOf(id, "/capture"), """{"amount":10,"final":false}""");
        var payment = new PaymentId(Guid.Parse(id));
        var operation = new OperationId(reserved);
        await server.Payments.CaptureAsync(payment, Merchant, operation, 10, false, null, CancellationToken.None);

        var captured = (await api.SendAsync(ask.Header("prefer", "resource=transaction-capture"))).Expect(200);

        Assert.Equal($"{reserved}", captured.TextAt("/capture_id"));
        Assert.Equal(10, (await api.ReadAsync(id)).At("/captured_amount").GetInt32());
    }

    [Fact]
    public async Task A_void_is_found_and_not_done_again()
    {
        var id = await api.AuthorizedAsync();
        var (ask, reserved) = await OrphanAsync(Paying.PathOf(id, "/void"), "");
        var operation = new OperationId(reserved);
        await server.Payments.VoidAsync(new PaymentId(Guid.Parse(id)), Merchant, operation, CancellationToken.None);

        Assert.Equal("authorization_voided", (await api.SendAsync(ask)).Expect(200).TextAt("/status"));
    }

    [Theory]
    [InlineData("refunds", "/id")]
    [InlineData("refunds/all", "/items/0/id")]
    public async Task A_refund_is_found_and_not_done_again(string verb, string place)
    {
        var id = await api.CapturedAsync();
        var (ask, reserved) = await OrphanAsync(Paying.PathOf(id, $"/{verb}"), "{}");
        var payment = new PaymentId(Guid.Parse(id));
        var operation = new OperationId(reserved);
        await server.Payments.RefundAsync(payment, Merchant, operation, null, null, null, CancellationToken.None);

        Assert.Equal($"{reserved}", (await api.SendAsync(ask)).Expect(201).TextAt(place));
        Assert.Equal(1, (await api.ReadAsync(id, "/refunds")).At("/items").GetArrayLength());
    }

    [Fact]
    public async Task A_payment_service_has_the_reserved_id()
    {
        var (ask, reserved) = await OrphanAsync(
            "/payment-services",
            PaymentServices.PaymentServiceTests.Body(""","active":false""")
        );

        Assert.Equal($"{reserved}", (await api.SendAsync(ask)).Expect(201).TextAt("/id"));
    }

    [Fact]
    public async Task A_session_is_opened_once_all_the_same()
    {
        var (ask, _) = await OrphanAsync(ApiClient.Sessions, "{}");

        var first = (await api.SendAsync(ask)).Expect(201);

        Assert.Equal(first.Body, (await api.SendAsync(ask)).Expect(201).Body);
    }

    [Fact]
    public async Task Another_request_does_not_get_the_reserved_id()
    {
        var (ask, _) = await OrphanAsync(Paying.Transactions, Paying.WithCard());

        Envelope.Check(await api.SendAsync(ask.Json(Paying.WithCard(Cards.Mastercard))), 409);
    }

    // The state that a process leaves behind which ends between the two writes.
    private async Task<(Ask Ask, Guid Reserved)> OrphanAsync(string path, string body)
    {
        var key = Guid.CreateVersion7().ToString();
        var now = server.Clock.GetUtcNow();
        var reserved = TimeOrderedId.New(now);
        var digest = server.Vault.RequestDigest("POST", path, Encoding.UTF8.GetBytes(body));
        var (_, isNew) = await server.Keys.TakeAsync(
            Merchant,
            key,
            new IdempotencyRecord(digest, reserved, now, Answer: null),
            now.AddDays(-1),
            CancellationToken.None
        );
        Assert.True(isNew);
        var ask = api.Backend("POST", path).Header(ReplayTests.Header, key);
        return (body.Length > 0 ? ask.Json(body) : ask, reserved);
    }

    private async Task<Payment> BeginAsync(PaymentId id, string session, string number)
    {
        using var card = CardOf(number);
        var kept = PaymentCard.Of(card, server.Vault.Fingerprint(Merchant, card.Number));
        var (checkout, service) = (Guid.Parse(session), server.Simulator.Id);
        var claimed = await server.PaymentStore.ClaimAsync(
            id,
            new SessionId(checkout),
            _ => Payment.Begin(id, Merchant, checkout, Order, kept, service, server.Clock.GetUtcNow()),
            CancellationToken.None
        );
        return claimed.TryGet(out var stored, out var problem)
            ? stored.Payment
            : throw new InvalidOperationException($"{problem}");
    }

    private static CardData CardOf(string number) =>
        new(new CardNumber(Encoding.ASCII.GetBytes(number)), new CardExpiry("12/35"u8), new SecurityCode("123"u8));
}
