using System.Runtime.CompilerServices;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Tests.Payments;

/// <summary>
/// The smallest store that keeps its promises; the real ones inherit PaymentStoreContract. It asks every decision
/// twice, as a store may.
/// </summary>
internal sealed class KeptPayments : IPaymentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<PaymentId, Payment> payments = [];

    public Dictionary<SessionId, (CheckoutSession Session, SealedCard? Card)> Sessions { get; } = [];

    public Dictionary<Guid, (StoredPaymentMethod Method, SealedCard Card)> Methods { get; } = [];

    public List<LedgerEntry> Ledger { get; } = [];

    /// <summary>Whether no more writes can wait.</summary>
    public bool IsFull { get; set; }

    /// <summary>How often something was stored.</summary>
    public int Writes { get; private set; }

    public IReadOnlyCollection<Payment> All => payments.Values;

    public Task<StoredPayment> AddAsync(Payment payment, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(Taken(payment.Id) ?? Store(payment));
        }
    }

    public Task<Result<StoredPayment, PaymentProblem>> ClaimAsync(
        PaymentId id,
        SessionId session,
        Func<SessionToPay, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    )
    {
        lock (gate)
        {
            return Task.FromResult(Claim(id, session, decide));
        }
    }

    public ValueTask<Payment?> FindAsync(PaymentId id, CancellationToken cancellation)
    {
        lock (gate)
        {
            return new(payments.GetValueOrDefault(id));
        }
    }

    public ValueTask<Payment?> FindByOperationAsync(OperationId id, CancellationToken cancellation)
    {
        lock (gate)
        {
            return new(payments.Values.FirstOrDefault(payment => payment.Find(id) is not null));
        }
    }

    public Task<Result<Payment, PaymentProblem>> ChangeAsync(
        PaymentId id,
        Func<Payment, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    )
    {
        lock (gate)
        {
            if (!payments.TryGetValue(id, out var before))
            {
                return Task.FromResult<Result<Payment, PaymentProblem>>(new PaymentProblem.NotFound());
            }

            decide(before);
            var decided = decide(before);
            if (decided.TryGet(out var after, out _) && !ReferenceEquals(before, after))
            {
                Ledger.AddRange(LedgerEntry.Between(before, after));
                Store(after);
            }

            return Task.FromResult(decided);
        }
    }

    public async Task<Payment?> SettleAsync(PaymentId id, Func<PaymentToSettle, SettledPayment> settle)
    {
        if (IsFull)
        {
            throw new StoreBusyException("It is full.");
        }

        SettledPayment? last = null;
        var settled = await ChangeAsync(id, known => (last = settle(ToSettle(known))).Payment, default);
        if (last?.Used is { } used)
        {
            Methods[used.Id] = (used, Methods[used.Id].Card);
        }

        if (last?.Stored is var (method, card))
        {
            Methods.TryAdd(method.Id, (method, card));
        }

        return settled.TryGet(out var payment, out _) ? payment : null;
    }

    public ValueTask<Page<Payment>> ListAsync(
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page,
        CancellationToken cancellation
    )
    {
        lock (gate)
        {
            return new(
                Page.Of(
                    page,
                    payments.Values.OrderByDescending(payment => payment.Id.ToString(), StringComparer.Ordinal),
                    payment => payment.Id.Value,
                    payment => payment.MerchantAccountId == merchant && filter.Matches(payment)
                )
            );
        }
    }

    public ValueTask<IReadOnlyList<PaymentId>> DueAsync(DateTimeOffset by, int max, CancellationToken cancellation)
    {
        lock (gate)
        {
            return new([
                .. payments
                    .Values.Where(payment => payment.NextCheckAt <= by)
                    .OrderBy(payment => payment.NextCheckAt)
                    .Take(max)
                    .Select(payment => payment.Id),
            ]);
        }
    }

    public async IAsyncEnumerable<LedgerEntry> ListLedgerAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await Task.CompletedTask;
        foreach (var entry in Ledger.Where(entry => entry.At >= from && entry.At < until))
        {
            yield return entry;
        }
    }

    private Result<StoredPayment, PaymentProblem> Claim(
        PaymentId id,
        SessionId session,
        Func<SessionToPay, Result<Payment, PaymentProblem>> decide
    )
    {
        if (!Sessions.TryGetValue(session, out var found))
        {
            return new PaymentProblem.Session(new SessionProblem.NotFound());
        }

        if (Taken(id) is { } existing)
        {
            return existing;
        }

        var last = payments.Values.LastOrDefault(payment => payment.CheckoutId == session.Value);
        var toPay = new SessionToPay(found.Session, found.Card, last);
        decide(toPay);
        if (!decide(toPay).TryGet(out var payment, out var refused))
        {
            return refused;
        }

        Sessions[session] = (found.Session, WithoutCode(found.Card!));
        return Store(payment);
    }

    private PaymentToSettle ToSettle(Payment payment) =>
        new(payment)
        {
            Used =
                payment.Card.StoredMethodId is { } used && Methods.TryGetValue(used, out var kept) ? kept.Method : null,
            Session =
                payment is { Order.StoreWish: not null, CheckoutId: { } checkout }
                && Sessions.TryGetValue(new SessionId(checkout), out var found)
                && found.Card is { } card
                    ? (found.Session, card)
                    : null,
        };

    private StoredPayment? Taken(PaymentId id) =>
        payments.TryGetValue(id, out var existing) ? new StoredPayment(existing, IsNew: false) : null;

    private StoredPayment Store(Payment payment)
    {
        payments[payment.Id] = payment;
        Writes++;
        return new StoredPayment(payment, IsNew: true);
    }

    private static SealedCard WithoutCode(SealedCard card) =>
        new()
        {
            KeyId = card.KeyId,
            WrappedKey = card.WrappedKey,
            Card = card.Card,
            Code = null,
        };
}
