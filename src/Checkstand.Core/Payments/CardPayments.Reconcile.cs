using System.Collections.Concurrent;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

public sealed partial class CardPayments
{
    // One look at the schedule takes no more than this; the next takes what is due after it.
    private const int DueMax = 100;

    private readonly LookUps lookUps = new();

    /// <summary>
    /// Looks up every open operation that is due and that no other call is looking up. Runs on a schedule, also while an
    /// earlier run still waits for a provider.
    /// </summary>
    /// <returns>How many outcomes became known.</returns>
    /// <exception cref="AggregateException">Some look-ups failed. The others were made; these are left alone for a minute.</exception>
    public async Task<int> ReconcileDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        lookUps.ReleasePostponed(now);
        if (lookUps.IsFull)
        {
            return 0;
        }

        var due = await store.DueAsync(now, DueMax + lookUps.Taken, cancellation);
        return await LookUpAllAsync(due.Where(lookUps.TryTake), DateTimeOffset.MaxValue, cancellation);
    }

    /// <summary>
    /// Looks up every operation that an earlier process left open, due or not. Runs once, at start; what fails is looked up
    /// when it is due.
    /// </summary>
    /// <returns>How many outcomes became known.</returns>
    /// <exception cref="AggregateException">As for <see cref="ReconcileDueAsync"/>.</exception>
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
            settled += await LookUpAllAsync(open.Where(lookUps.TryTake), beganAt, cancellation);
        } while (open.Count > 0);
        return settled;
    }

    /// <summary>
    /// A provider said that something happened to an operation: look it up. What it said is not relied on. Whoever asks for
    /// the operation at this moment may have asked before it happened, so that is waited for first. When this ends,
    /// the provider was asked, or is being asked, after it said so; what it leaves open stays in the schedule.
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

    private async Task<int> LookUpAllAsync(
        IEnumerable<PaymentId> taken,
        DateTimeOffset startedBefore,
        CancellationToken cancellation
    )
    {
        var failures = new ConcurrentQueue<Exception>();
        var settled = await Task.WhenAll(
            taken.Select(id => LookUpAsync(id, startedBefore, failures, cancellation)).ToList()
        );
        return failures.IsEmpty
            ? settled.Count(isSettled => isSettled)
            : throw new AggregateException("Payments could not be looked up.", failures);
    }

    private async Task<bool> LookUpAsync(
        PaymentId id,
        DateTimeOffset startedBefore,
        ConcurrentQueue<Exception> failures,
        CancellationToken cancellation
    )
    {
        try
        {
            var isSettled = await LookUpAsync(id, startedBefore, cancellation);
            lookUps.Release(id);
            return isSettled;
        }
        // One that fails must not keep the next from being looked up; the caller hears of it when all were.
#pragma warning disable CA1031
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            lookUps.Postpone(id, clock.GetUtcNow());
            failures.Enqueue(failure);
            return false;
        }
    }

    private async Task<bool> LookUpAsync(PaymentId id, DateTimeOffset startedBefore, CancellationToken cancellation)
    {
        if ((await store.FindAsync(id, cancellation))?.Open is not { } waiting || waiting.StartedAt >= startedBefore)
        {
            return false;
        }

        using var turn = await lookUps.EnterAsync(waiting.PaymentServiceId, cancellation);
        // Its outcome may have become known before it had its turn.
        var payment = await store.FindAsync(id, cancellation);
        return payment?.Open is not null && (await ReconcileAsync(payment)).Open is null;
    }

    // Asks what became of the open operation; never sends it again. The card is what a request brought that is sent again.
    // A challenge that is to be given up is ended, for the given reason or because the buyer's time is over.
    private async Task<Payment> ReconcileAsync(Payment payment, CardData? card = null, PaymentErrorCode? giveUp = null)
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
        var settled = await SettleAsync(payment.Id, open.Id, answer, card);
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
