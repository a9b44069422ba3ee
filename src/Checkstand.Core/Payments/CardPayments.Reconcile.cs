using Checkstand.Core.Payments.Providers;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    // One look at the schedule asks for no more than this, so that a provider that is slow to answer delays few others.
    private const int DueMax = 100;

    /// <summary>Looks up every open operation that is due. Runs on a schedule.</summary>
    /// <returns>How many outcomes became known.</returns>
    public async Task<int> ReconcileDueAsync(CancellationToken cancellation)
    {
        var due = await store.DueAsync(clock.GetUtcNow(), DueMax, cancellation);
        return await ReconcileAllAsync(due, DateTimeOffset.MaxValue, cancellation);
    }

    /// <summary>
    /// Looks up every operation that an earlier process left open, due or not. Runs once, at start.
    /// </summary>
    /// <returns>How many outcomes became known.</returns>
    public async Task<int> ReconcileAtStartAsync(CancellationToken cancellation)
    {
        var settled = 0;
        var seen = new HashSet<PaymentId>();
        IReadOnlyList<PaymentId> open;
        do
        {
            open =
            [
                .. (await store.DueAsync(DateTimeOffset.MaxValue, DueMax + seen.Count, cancellation)).Where(seen.Add),
            ];
            settled += await ReconcileAllAsync(open, beganAt, cancellation);
        } while (open.Count > 0);
        return settled;
    }

    /// <summary>
    /// A provider said that something happened to an operation: look it up. What it said is not relied on. Whoever asks for
    /// the operation at this moment may have asked before it happened, so that is waited for first: when this ends, what the
    /// provider said it about is known here.
    /// </summary>
    public async Task NotifyAsync(OperationId operation, CancellationToken cancellation)
    {
        await running.LeftAsync(operation, cancellation);
        var payment = await store.FindByOperationAsync(operation, cancellation);
        if (payment?.Open?.Id == operation)
        {
            await ReconcileAsync(payment);
        }
    }

    private async Task<int> ReconcileAllAsync(
        IReadOnlyList<PaymentId> due,
        DateTimeOffset startedBefore,
        CancellationToken cancellation
    )
    {
        var settled = 0;
        foreach (var id in due)
        {
            cancellation.ThrowIfCancellationRequested();
            var payment = await store.FindAsync(id, cancellation);
            if (payment?.Open is { } open && open.StartedAt < startedBefore)
            {
                settled += (await ReconcileAsync(payment)).Open is null ? 1 : 0;
            }
        }

        return settled;
    }

    // Asks what became of the open operation; never sends it again. A challenge that is to be given up is ended, for the
    // given reason or because the buyer's time is over.
    private async Task<Payment> ReconcileAsync(Payment payment, PaymentErrorCode? giveUp = null)
    {
        if (payment.Open is not { } open)
        {
            return payment;
        }

        using var mark = running.Enter(open.Id);
        if (!mark.IsOurs)
        {
            return payment;
        }

        giveUp ??= payment.IsApprovalOverdue(clock.GetUtcNow()) ? PaymentErrorCode.IncompleteBuyerApproval : null;
        var answer = ConnectorOf(payment, open) is var (connector, account)
            ? giveUp is { } why
                ? await GiveUpAsync(connector, account, payment, open, why)
                : await FindAsync(connector, account, payment, open)
            : new ProviderAnswer.Unknown("There is no connector for its payment service.");
        var settled = await SettleAsync(payment.Id, open.Id, answer);
        if (settled.Open is null)
        {
            OutcomeLearned?.Invoke(this, EventArgs.Empty);
        }

        return settled;
    }

    private static Task<ProviderAnswer> FindAsync(
        IPaymentConnector connector,
        ProviderAccount account,
        Payment payment,
        PaymentOperation open
    ) =>
        connector.FindAsync(
            new FindRequest(
                account,
                open.Id,
                open.Kind,
                // A look-up of an authorization knows it by its own reference, of anything else by the authorization's.
                payment.Authorization.Reference,
                open.StartedAt
            ),
            CancellationToken.None
        );

    // Nobody waits for the buyer any more. The provider decides: a challenge that was passed at the last moment counts.
    private static async Task<ProviderAnswer> GiveUpAsync(
        IPaymentConnector connector,
        ProviderAccount account,
        Payment payment,
        PaymentOperation open,
        PaymentErrorCode why
    )
    {
        var answer = await FindAsync(connector, account, payment, open);
        if (answer is not ProviderAnswer.NeedsAction || open.Reference is null)
        {
            return answer;
        }

        // The void has no record of its own, so its key follows from the authorization's: a payment is given up once.
        var given = await connector.VoidAsync(
            new VoidRequest(account, OperationId.Following(open.Id), open.Reference),
            CancellationToken.None
        );
        return given is ProviderAnswer.Approved
            ? new ProviderAnswer.Declined(why, MayTryElsewhere: false)
            : await FindAsync(connector, account, payment, open);
    }
}
