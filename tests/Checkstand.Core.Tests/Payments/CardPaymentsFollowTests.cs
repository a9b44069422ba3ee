using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>What follows an authorization: captures, voids and refunds.</summary>
public sealed class CardPaymentsFollowTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    public static TheoryData<OperationKind> Kinds => [OperationKind.Capture, OperationKind.Void, OperationKind.Refund];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_operation_is_stored_before_the_provider_is_called_and_its_outcome_after(OperationKind kind)
    {
        var (payment, operation) = (await ReadyForAsync(kind), till.NewOperation());
        var seen = false;
        Says(async () =>
        {
            var open = (await till.StoredAsync(payment.Id)).Open!;
            Assert.Equal((operation, kind, OperationState.Started), (open.Id, open.Kind, open.State));
            seen = true;
            return Approved;
        });

        var after = Must(await AskAsync(payment, kind, operation));

        Assert.True(seen);
        Assert.Equal(OperationState.Approved, after.Find(operation)!.State);
        AssertSame(after, await till.StoredAsync(payment.Id));
        Assert.Equal(operation, till.Store.Ledger[^1].OperationId);
        Assert.Equal(2, till.First.Calls.Count);
    }

    [Fact]
    public async Task The_provider_gets_what_was_asked_for_under_the_reference_of_its_authorization()
    {
        var payment = await till.PaidAsync(Approved);
        var (capture, refund) = (till.NewOperation(), till.NewOperation());

        Must(await till.Payments.CaptureAsync(payment.Id, Owner, capture, 400, true, "mine", Till.None));
        Must(await till.Payments.RefundAsync(payment.Id, Owner, refund, 150, "broken", "mine too", Till.None));

        Assert.Equal(
            new CaptureRequest(Account, capture, "ref", new Money(400, "USD"), IsFinal: true),
            till.First.Last<CaptureRequest>() with
            {
                Account = Account,
            }
        );
        Assert.Equal(
            new RefundRequest(Account, refund, "ref", new Money(150, "USD"), "broken"),
            till.First.Last<RefundRequest>() with
            {
                Account = Account,
            }
        );
        Assert.Equal(Service, till.First.Last<CaptureRequest>().Account.PaymentServiceId);
        Assert.Equal("first", till.First.Last<RefundRequest>().Account.Fields["account"]);
        var stored = await till.StoredAsync(payment.Id);
        Assert.Equal(("mine", true), (stored.Find(capture)!.ExternalIdentifier, stored.Find(capture)!.IsFinal));
        Assert.Equal(("mine too", "broken"), (stored.Find(refund)!.ExternalIdentifier, stored.Find(refund)!.Reason));
    }

    [Fact]
    public async Task A_void_names_the_reference_of_its_authorization()
    {
        var (payment, release) = (await till.PaidAsync(Approved), till.NewOperation());

        Must(await till.Payments.VoidAsync(payment.Id, Owner, release, Till.None));

        Assert.Equal(
            new VoidRequest(Account, release, "ref"),
            till.First.Last<VoidRequest>() with
            {
                Account = Account,
            }
        );
    }

    [Fact]
    public async Task A_capture_that_is_not_final_says_so()
    {
        var payment = await till.PaidAsync(Approved);

        Must(await till.Payments.CaptureAsync(payment.Id, Owner, till.NewOperation(), null, false, null, Till.None));

        Assert.Equal(
            (1000, false),
            (till.First.Last<CaptureRequest>().Amount.MinorUnits, till.First.Last<CaptureRequest>().IsFinal)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_refused_asks_nobody_and_stores_nothing(OperationKind kind)
    {
        var declined = await till.PaidAsync(Declined);
        var writes = till.Store.Writes;

        Assert.Equal(
            new PaymentProblem.WrongStatus(PaymentStatus.Declined, kind),
            Refused(await AskAsync(declined, kind, till.NewOperation()))
        );

        Assert.Equal((writes, 1), (till.Store.Writes, till.First.Calls.Count));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_foreign_payment_is_answered_exactly_as_an_unknown_one(OperationKind kind)
    {
        var (payment, operation) = (await ReadyForAsync(kind), till.NewOperation());
        var unknown = payment with { Id = till.NewId() };

        Assert.Equal(new PaymentProblem.NotFound(), Refused(await AskAsync(payment, kind, operation, stranger: true)));
        Assert.Equal(new PaymentProblem.NotFound(), Refused(await AskAsync(unknown, kind, operation)));
        Must(await AskAsync(payment, kind, operation));

        // Not even one that it has already.
        Assert.Equal(new PaymentProblem.NotFound(), Refused(await AskAsync(payment, kind, operation, stranger: true)));
        Assert.Equal(2, till.First.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_operation_that_the_payment_has_already_is_not_sent_again(OperationKind kind)
    {
        var (payment, operation) = (await ReadyForAsync(kind), till.NewOperation());
        var first = Must(await AskAsync(payment, kind, operation));

        AssertSame(first, Must(await AskAsync(payment, kind, operation)));

        Assert.Equal(2, till.First.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_connector_that_throws_leaves_the_operation_open_and_it_is_looked_up(OperationKind kind)
    {
        var (payment, operation) = (await ReadyForAsync(kind), till.NewOperation());
        Says(() => throw new IOException("Broken."));

        await Assert.ThrowsAsync<IOException>(() => AskAsync(payment, kind, operation));

        var left = (await till.StoredAsync(payment.Id)).Open!;
        Assert.Equal((operation, OperationState.Started), (left.Id, left.State));
        Assert.Equal(
            new PaymentProblem.InProgress(payment.Id),
            Refused(await AskAsync(payment, kind, till.NewOperation()))
        );

        // The same request again finds what it began.
        till.First.Find = _ => Task.FromResult(Approved);
        var after = Must(await AskAsync(payment, kind, operation));
        Assert.Equal(OperationState.Approved, after.Find(operation)!.State);
        var found = till.First.Last<FindRequest>();
        Assert.Equal((operation, kind, "ref"), (found.OperationId, found.Kind, found.PaymentReference));
        Assert.Equal((left.StartedAt, Service), (found.StartedAt, found.Account.PaymentServiceId));
        Assert.Equal(3, till.First.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_a_connector_it_failed_because_nothing_can_have_been_sent(OperationKind kind)
    {
        var payment = await ReadyForAsync(kind);

        var after = Must(await AskAsync(payment, kind, till.NewOperation(), till.With(till.Second)));

        Assert.Equal(OperationState.Failed, after.Operations[^1].State);
        Assert.Equal(PaymentErrorCode.InvalidServiceConfiguration, after.Operations[^1].Error);
        Assert.Equal(payment.Status, after.Status);
        Assert.Single(till.First.Calls);
        Assert.Empty(till.Second.Calls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refusal_by_the_provider_is_stored_and_the_payment_is_as_before(OperationKind kind)
    {
        var payment = await ReadyForAsync(kind);
        Says(() => Task.FromResult(Declined));

        var after = Must(await AskAsync(payment, kind, till.NewOperation()));

        Assert.Equal((payment.Status, OperationState.Declined), (after.Status, after.Operations[^1].State));
        Assert.Empty(till.Second.Calls);
        Assert.Single(till.Store.Ledger);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task While_a_provider_is_asked_the_same_request_again_neither_asks_nor_looks_up(OperationKind kind)
    {
        var (payment, operation) = (await ReadyForAsync(kind), till.NewOperation());
        Says(async () =>
        {
            var meanwhile = Must(await AskAsync(payment, kind, operation));
            Assert.Equal(OperationState.Started, meanwhile.Open!.State);
            return Approved;
        });

        Must(await AskAsync(payment, kind, operation));

        Assert.Equal(2, till.First.Calls.Count);
    }

    private static ProviderAccount Account { get; } = new(Service, new Dictionary<string, string>());

    private Task<Payment> ReadyForAsync(OperationKind kind) =>
        till.PaidAsync(
            Approved,
            Order(intent: kind == OperationKind.Refund ? PaymentIntent.Capture : PaymentIntent.Authorize)
        );

    private void Says(Func<Task<ProviderAnswer>> answer)
    {
        till.First.Capture = _ => answer();
        till.First.Void = _ => answer();
        till.First.Refund = _ => answer();
    }

    private Task<Result<Payment, PaymentProblem>> AskAsync(
        Payment payment,
        OperationKind kind,
        OperationId operation,
        CardPayments? payments = null,
        bool stranger = false
    )
    {
        var verbs = payments ?? till.Payments;
        var merchant = stranger ? Stranger : Owner;
        var token = new CancellationTokenSource().Token;
        return kind switch
        {
            OperationKind.Capture => verbs.CaptureAsync(payment.Id, merchant, operation, null, false, null, token),
            OperationKind.Void => verbs.VoidAsync(payment.Id, merchant, operation, token),
            _ => verbs.RefundAsync(payment.Id, merchant, operation, null, null, null, token),
        };
    }
}
