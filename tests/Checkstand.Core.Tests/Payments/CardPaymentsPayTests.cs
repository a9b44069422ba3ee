using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

public sealed class CardPaymentsPayTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Everything_is_stored_before_the_provider_is_called()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        var seen = false;
        till.First.Authorize = async request =>
        {
            var stored = await till.StoredAsync(id);
            Assert.Equal(OperationState.Started, stored.Open!.State);
            Assert.Equal(request.OperationId, stored.Open.Id);
            Assert.Equal(id.Value, request.OperationId.Value);
            Assert.Equal(Service, stored.Open.PaymentServiceId);
            Assert.NotNull(stored.NextCheckAt);
            Assert.Equal(session.Id.Value, stored.CheckoutId);
            // The code is gone from the store and still there for this one call.
            Assert.Null(till.Store.Sessions[session.Id].Card!.Code);
            Assert.NotNull(request.Card.Code);
            Assert.Empty(till.Store.Ledger);
            seen = true;
            return Approved;
        };

        var payment = Must(await till.PayAsync(session, id));

        Assert.True(seen);
        Assert.Equal(PaymentStatus.Authorized, payment.Status);
        AssertSame(payment, await till.StoredAsync(id));
        Assert.Equal(MovementKind.Authorization, Assert.Single(till.Store.Ledger).Kind);
    }

    [Fact]
    public async Task The_provider_gets_what_was_ordered_and_the_card_of_the_session()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        var order = Order(1299, PaymentIntent.Capture) with
        {
            Country = "US",
            StatementDescriptor = "SHOP",
            ReturnUrl = "https://shop.example/back",
            IsMerchantInitiated = true,
            PostalCode = "not this",
        };
        var lastFour = "";
        till.First.Authorize = request =>
        {
            lastFour = request.Card.Number.LastFour;
            return Task.FromResult(Approved);
        };

        var payment = Must(await till.PayAsync(session, id, order));

        var request = till.First.Last<AuthorizeRequest>();
        Assert.Equal((id, (Guid?)session.Id.Value), (request.PaymentId, request.CheckoutId));
        Assert.Equal((new Money(1299, "USD"), true), (request.Amount, request.CapturesAtOnce));
        Assert.Equal(("US", "SHOP"), (request.Country, request.StatementDescriptor));
        Assert.Equal(("https://shop.example/back", true), (request.ReturnUrl, request.IsMerchantInitiated));
        Assert.Equal(("SW1A 1AA", "1111"), (request.PostalCode, lastFour));
        Assert.Equal(Service, request.Account.PaymentServiceId);
        Assert.Equal("first", request.Account.Fields["account"]);
        Assert.Equal((session.Id.Value, "12/35"), (payment.CheckoutId!.Value, payment.Card.Expiry));
        Assert.Equal(((SessionPaymentMethod.Card)session.PaymentMethod!).Display, payment.Card.Display);
        Assert.Null(payment.Card.StoredMethodId);
        Assert.Equal(PaymentStatus.Captured, payment.Status);
        Assert.Equal(["authorize"], till.First.Verbs);
    }

    [Fact]
    public async Task The_card_is_wiped_once_the_provider_has_answered()
    {
        Must(await till.PayAsync(till.SessionWithCard()));
        Assert.Equal("\0\0\0\0", till.First.Last<AuthorizeRequest>().Card.Number.LastFour);

        // Also when the provider's call went wrong.
        await till.LeftOpenAsync();
        Assert.Equal("\0\0\0\0", till.First.Last<AuthorizeRequest>().Card.Number.LastFour);
    }

    [Fact]
    public async Task What_refuses_the_order_is_the_answer_and_nothing_is_stored_or_sent()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        var refusal = new PaymentProblem.PaymentMethodChanged();

        var answer = await till.Payments.PayAsync(id, session.Id, Known.Owner, _ => refusal, Till.None);

        Assert.Equal(refusal, Refused(answer));
        Assert.Null(await till.Store.FindAsync(id, Till.None));
        Assert.Empty(till.First.Calls);
    }

    [Fact]
    public async Task The_order_is_made_from_the_session_as_it_is_under_its_lock()
    {
        var session = till.SessionWithCard();
        var under = session with { Content = Content((SessionField.Amount, "77")) };
        till.Store.Sessions[session.Id] = (under, till.Store.Sessions[session.Id].Card);

        var payment = Must(
            await till.Payments.PayAsync(
                till.NewId(),
                session.Id,
                Owner,
                seen => Order(seen.Content.AmountMinorUnits!.Value),
                Till.None
            )
        );

        Assert.Equal(77, payment.AuthorizedMinorUnits);
    }

    [Fact]
    public async Task Whatever_refuses_stores_nothing_and_asks_nobody()
    {
        var session = till.SessionWithCard();
        var card = till.Store.Sessions[session.Id].Card;
        var bare = CheckoutSession.Create(Owner, SessionPatch.Silent, Now);
        till.Store.Sessions[bare.Id] = (bare, null);
        var elsewhere = session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("m", "c", "d", null) };

        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.NotFound()),
            Refused(await till.PayAsync(CheckoutSession.Create(Owner, SessionPatch.Silent, Now)))
        );
        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.NotFound()),
            Refused(await till.PayAsync(session, merchant: Stranger))
        );
        Assert.Equal(new PaymentProblem.NoPaymentMethod(), Refused(await till.PayAsync(bare, order: Yen)));
        Assert.Equal(new PaymentProblem.NoPaymentService(), Refused(await till.PayAsync(session, order: Yen)));
        Assert.Equal(
            new PaymentProblem.PaymentServiceUnknown(),
            Refused(await till.PayAsync(session, order: Order() with { PaymentServiceId = Guid.Empty }))
        );
        Assert.Equal(
            new PaymentProblem.NoPaymentService(),
            Refused(await till.PayAsync(session, order: Yen with { PaymentServiceId = Service }))
        );
        till.Store.Sessions[session.Id] = (elsewhere, card);
        Assert.Equal(new PaymentProblem.NoPaymentMethod(), Refused(await till.PayAsync(session)));
        till.Store.Sessions[session.Id] = (session, null);
        Assert.Equal(new PaymentProblem.NoPaymentMethod(), Refused(await till.PayAsync(session)));
        till.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.Expired(session.ExpiresAt)),
            Refused(await till.PayAsync(session))
        );

        Assert.Empty(till.Store.All);
        Assert.Empty(till.First.Calls);
        Assert.NotNull(card!.Code);
    }

    [Fact]
    public async Task Nothing_can_be_reserved_and_not_be_captured_at_once()
    {
        var (session, nothing) = (till.SessionWithCard(), Order(0, PaymentIntent.Capture));
        using var card = Till.Card();

        Assert.Equal(new PaymentProblem.NothingToCapture(), Refused(await till.PayAsync(session, order: nothing)));
        Assert.Equal(
            new PaymentProblem.NothingToCapture(),
            Refused(await till.Payments.PayAsync(till.NewId(), Owner, card, null, nothing, Till.None))
        );
        // Said before who could take it, and after what is wrong with the session.
        var yen = nothing with
        {
            Amount = new Money(0, "JPY"),
        };
        Assert.Equal(new PaymentProblem.NothingToCapture(), Refused(await till.PayAsync(session, order: yen)));
        Assert.IsType<PaymentProblem.Session>(
            Refused(await till.PayAsync(session, order: nothing, merchant: Stranger))
        );
        Assert.Empty(till.Store.All);
        Assert.Empty(till.First.Calls);

        Assert.Equal(PaymentStatus.Authorized, Must(await till.PayAsync(session, order: Order(0))).Status);
    }

    [Fact]
    public async Task A_service_without_a_connector_is_no_candidate()
    {
        var payments = till.With();

        Assert.Equal(
            new PaymentProblem.NoPaymentService(),
            Refused(await payments.PayAsync(till.NewId(), till.SessionWithCard().Id, Owner, _ => Order(), Till.None))
        );
        using var card = Till.Card();
        Assert.Equal(
            new PaymentProblem.NoPaymentService(),
            Refused(await payments.PayAsync(till.NewId(), Owner, card, null, Order(), Till.None))
        );
    }

    [Fact]
    public async Task A_declined_session_is_paid_by_a_second_payment_that_has_no_code_any_more()
    {
        var session = till.SessionWithCard();
        till.First.Authorize = _ => Task.FromResult(Declined);
        var declined = Must(await till.PayAsync(session));
        Assert.True(declined.EndedUnpaid);
        till.First.Authorize = _ => Task.FromResult(Approved);

        var paid = Must(await till.PayAsync(session));

        Assert.NotEqual(declined.Id, paid.Id);
        Assert.Equal(PaymentStatus.Authorized, paid.Status);
        Assert.Null(till.First.Last<AuthorizeRequest>().Card.Code);
        Assert.Equal(new PaymentProblem.AlreadyPaid(paid.Id), Refused(await till.PayAsync(session)));
        Assert.Equal(2, till.First.Count("authorize"));
    }

    [Fact]
    public async Task Of_many_payments_at_once_one_asks_the_provider_and_the_others_are_told_which()
    {
        var (session, answer, called) = (till.SessionWithCard(), Later<ProviderAnswer>(), Later<PaymentId>());
        till.First.Authorize = request =>
        {
            called.TrySetResult(request.PaymentId);
            return answer.Task;
        };
        var all = Enumerable.Range(0, 20).Select(_ => Task.Run(() => till.PayAsync(session))).ToList();
        var winner = await called.Task;
        while (all.Count > 1)
        {
            var refused = await Task.WhenAny(all);
            Assert.Equal(new PaymentProblem.InProgress(winner), Refused(await refused));
            all.Remove(refused);
        }

        answer.SetResult(Approved);

        Assert.Equal(winner, Must(await all[0]).Id);
        Assert.Equal(new PaymentProblem.AlreadyPaid(winner), Refused(await till.PayAsync(session)));
        Assert.Equal(["authorize"], till.First.Verbs);
        Assert.Single(till.Store.All);
    }

    [Fact]
    public async Task An_id_that_is_taken_answers_the_payment_that_has_it()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        var paid = Must(await till.PayAsync(session, id));
        till.Clock.Advance(TimeSpan.FromHours(2));

        // Another order makes no difference, nor that the session has ended.
        var again = Must(await till.PayAsync(session, id, Order(5)));

        AssertSame(paid, again);
        Assert.Equal(["authorize"], till.First.Verbs);
        Assert.Equal(2, till.Store.Writes);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_a_crash_looks_its_payment_up_and_charges_no_second_time()
    {
        var left = await till.LeftOpenAsync();
        Assert.Equal(OperationState.Started, left.Open!.State);
        till.First.Find = _ => Task.FromResult(Approved);
        till.Restarted();

        var session = till.Store.Sessions.Values.Single().Session;
        var again = Must(await till.PayAsync(session, left.Id));

        Assert.Equal(PaymentStatus.Authorized, again.Status);
        Assert.Equal(["authorize", "find"], till.First.Verbs);
        Assert.Equal(1000, Assert.Single(till.Store.Ledger).Amount.MinorUnits);
    }

    [Fact]
    public async Task A_card_of_the_request_is_charged_and_left_to_its_owner()
    {
        var (id, method) = (till.NewId(), Guid.Parse("0192dddd-0000-7000-8000-000000000001"));
        using var card = Till.Card();
        till.First.Authorize = async request =>
        {
            Assert.Equal(OperationState.Started, (await till.StoredAsync(id)).Open!.State);
            return Approved;
        };

        var order = Order() with { PostalCode = "90210" };
        var payment = Must(await till.Payments.PayAsync(id, Owner, card, method, order, Till.None));

        Assert.Equal(PaymentStatus.Authorized, payment.Status);
        Assert.Equal("1111", card.Number.LastFour);
        Assert.Same(card, till.First.Last<AuthorizeRequest>().Card);
        Assert.Equal("90210", till.First.Last<AuthorizeRequest>().PostalCode);
        Assert.Null(till.First.Last<AuthorizeRequest>().CheckoutId);
        Assert.Null(payment.CheckoutId);
        Assert.Equal((method, "411111"), (payment.Card.StoredMethodId!.Value, payment.Card.Display.Bin));
        Assert.Equal(till.Vault.Fingerprint(Owner, card.Number), payment.Card.Display.Fingerprint);
    }

    [Fact]
    public async Task A_card_of_a_request_that_is_sent_again_is_charged_once()
    {
        var id = till.NewId();
        using var card = Till.Card();
        till.First.Authorize = _ => Task.FromResult(Unknown);
        Must(await till.Payments.PayAsync(id, Owner, card, null, Order(), Till.None));
        till.First.Find = _ => Task.FromResult(Approved);

        var again = Must(await till.Payments.PayAsync(id, Owner, card, null, Order(), Till.None));
        var third = Must(await till.Payments.PayAsync(id, Owner, card, null, Order(), Till.None));

        Assert.Equal(PaymentStatus.Authorized, again.Status);
        AssertSame(again, third);
        Assert.Equal(["authorize", "find"], till.First.Verbs);
    }

    private static PaymentOrder Yen => Order() with { Amount = new Money(1000, "JPY") };

    private static TaskCompletionSource<T> Later<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
