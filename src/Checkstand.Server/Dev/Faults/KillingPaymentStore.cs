using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;

namespace Checkstand.Server.Dev.Faults;

/// <summary>
/// The payment store with a kill switch around its writes. "Before" is inside the transaction, when everything is
/// decided and nothing committed; "after" is when the write is on the disk and nobody has heard of it.
/// </summary>
internal sealed class KillingPaymentStore(IPaymentStore inner, KillSwitch killSwitch) : IPaymentStore
{
    public async Task<StoredPayment> AddAsync(Payment payment, CancellationToken cancellation)
    {
        killSwitch.Before(PaymentStep.Add);
        var stored = await inner.AddAsync(payment, cancellation);
        if (stored.IsNew)
        {
            killSwitch.After(PaymentStep.Add);
        }

        return stored;
    }

    public async Task<Result<StoredPayment, PaymentProblem>> ClaimAsync(
        PaymentId id,
        SessionId session,
        Func<SessionToPay, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    )
    {
        var claimed = await inner.ClaimAsync(
            id,
            session,
            toPay =>
            {
                var decided = decide(toPay);
                if (decided.TryGet(out _, out _))
                {
                    killSwitch.Before(PaymentStep.Claim);
                }

                return decided;
            },
            cancellation
        );
        if (claimed.TryGet(out var stored, out _) && stored.IsNew)
        {
            killSwitch.After(PaymentStep.Claim);
        }

        return claimed;
    }

    public Task<Result<Payment, PaymentProblem>> ChangeAsync(
        PaymentId id,
        Func<Payment, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    )
    {
        var steps = new Steps(killSwitch);
        return steps.AfterAsync(
            inner.ChangeAsync(
                id,
                before =>
                {
                    var decided = decide(before);
                    steps.Before(before, decided.TryGet(out var after, out _) ? after : before);
                    return decided;
                },
                cancellation
            )
        );
    }

    public Task<Payment?> SettleAsync(PaymentId id, Func<PaymentToSettle, SettledPayment> settle)
    {
        var steps = new Steps(killSwitch);
        return steps.AfterAsync(
            inner.SettleAsync(
                id,
                found =>
                {
                    var settled = settle(found);
                    steps.Before(found.Payment, settled.Payment);
                    return settled;
                }
            )
        );
    }

    public ValueTask<Payment?> FindAsync(PaymentId id, CancellationToken cancellation) =>
        inner.FindAsync(id, cancellation);

    public ValueTask<Payment?> FindByOperationAsync(OperationId id, CancellationToken cancellation) =>
        inner.FindByOperationAsync(id, cancellation);

    public ValueTask<Page<Payment>> ListAsync(
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page,
        CancellationToken cancellation
    ) => inner.ListAsync(merchant, filter, page, cancellation);

    public ValueTask<IReadOnlyList<PaymentId>> DueAsync(DateTimeOffset by, int max, CancellationToken cancellation) =>
        inner.DueAsync(by, max, cancellation);

    public IAsyncEnumerable<LedgerEntry> ListLedgerAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    ) => inner.ListLedgerAsync(from, until, cancellation);

    /// <summary>The step that one change takes.</summary>
    private sealed class Steps(KillSwitch killSwitch)
    {
        private PaymentStep? step;
        private OperationId? settled;

        public void Before(Payment before, Payment after)
        {
            step = StepOf(before, after);
            settled = before.Open?.Id;
            if (step is { } reached)
            {
                killSwitch.Before(reached);
            }
        }

        public async Task<T> AfterAsync<T>(Task<T> change)
        {
            var changed = await change;
            if (step is { } stored)
            {
                killSwitch.After(stored);
                if (settled is { } known)
                {
                    killSwitch.ForgetLookUp(known);
                }
            }

            return changed;
        }

        // Null for a change that is none of a payment's operations, such as new metadata.
        private PaymentStep? StepOf(Payment before, Payment after)
        {
            if (before.Operations.Equals(after.Operations))
            {
                return null;
            }

            if (before.Open is not { } open)
            {
                return after.Open?.Kind switch
                {
                    OperationKind.Capture => PaymentStep.BeginCapture,
                    OperationKind.Void => PaymentStep.BeginVoid,
                    OperationKind.Refund => PaymentStep.BeginRefund,
                    _ => null,
                };
            }

            return killSwitch.IsLookedUp(open.Id)
                ? KillSwitch.For(
                    open.Kind,
                    PaymentStep.ReconcileAuthorize,
                    PaymentStep.ReconcileCapture,
                    PaymentStep.ReconcileVoid,
                    PaymentStep.ReconcileRefund
                )
                : KillSwitch.For(
                    open.Kind,
                    PaymentStep.SettleAuthorize,
                    PaymentStep.SettleCapture,
                    PaymentStep.SettleVoid,
                    PaymentStep.SettleRefund
                );
        }
    }
}
