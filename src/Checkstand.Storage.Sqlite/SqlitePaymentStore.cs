using System.Runtime.CompilerServices;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Storage.Sqlite;

/// <summary>Payments and their ledger in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqlitePaymentStore(SqliteDatabase database, SqliteSessionStore sessions) : IPaymentStore
{
    /// <inheritdoc/>
    public Task<StoredPayment> AddAsync(Payment payment, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => Add(statements, payment));

    /// <inheritdoc/>
    public Task<Result<StoredPayment, PaymentProblem>> ClaimAsync(
        PaymentId id,
        SessionId session,
        Func<SessionToPay, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<StoredPayment, PaymentProblem>>(statements =>
        {
            if (SessionTable.Find(statements, session) is not { } found)
            {
                return new PaymentProblem.Session(new SessionProblem.NotFound());
            }

            var toPay = new SessionToPay(
                found,
                found.PaymentMethod is null ? null : CardTable.Find(statements, session),
                PaymentTable.FindLast(statements, found)
            )
            {
                Stored = found.PaymentMethod is SessionPaymentMethod.Stored stored ? Find(statements, stored.Id) : null,
            };
            // An id is seldom taken, so that is asked last: what a request that is sent again would be refused for came
            // after the payment that it made.
            if (!decide(toPay).TryGet(out var payment, out var refused))
            {
                return Taken(statements, id, found.MerchantAccountId) is { } existing ? existing : refused;
            }

            var added = Add(statements, payment);
            if (added.IsNew)
            {
                sessions.WipeCode(statements, session);
            }

            return added;
        });

    /// <inheritdoc/>
    public ValueTask<Payment?> FindAsync(PaymentId id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, PaymentTable.Find));

    /// <inheritdoc/>
    public ValueTask<Payment?> FindByOperationAsync(OperationId id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, PaymentTable.FindByOperation));

    /// <inheritdoc/>
    public Task<Result<Payment, PaymentProblem>> ChangeAsync(
        PaymentId id,
        Func<Payment, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<Payment, PaymentProblem>>(statements =>
        {
            if (PaymentTable.Find(statements, id) is not { } before)
            {
                return new PaymentProblem.NotFound();
            }

            if (!decide(before).TryGet(out var after, out var refused))
            {
                return refused;
            }

            Save(statements, before, after);
            return after;
        });

    /// <inheritdoc/>
    public Task<Payment?> SettleAsync(PaymentId id, Func<PaymentToSettle, SettledPayment> settle) =>
        database.Writer.FinishAsync(statements =>
        {
            if (PaymentTable.Find(statements, id) is not { } before)
            {
                return null;
            }

            var settled = settle(ToSettle(statements, before));
            Save(statements, before, settled.Payment);
            if (settled.Used is { } used)
            {
                PaymentMethodTable.Update(statements, used);
            }

            if (settled.Stored is var (method, card) && PaymentMethodTable.Insert(statements, method))
            {
                PaymentMethodCardTable.Save(statements, method.Id, card);
            }

            return settled.Payment;
        });

    /// <inheritdoc/>
    public ValueTask<Page<Payment>> ListAsync(
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (merchant, filter, page),
                static (statements, list) => PaymentList.Read(statements, list.merchant, list.filter, list.page)
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PaymentId>> DueAsync(DateTimeOffset by, int max, CancellationToken cancellation) =>
        new(
            database.Readers.Read((by, max), static (statements, due) => PaymentTable.Due(statements, due.by, due.max))
        );

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ListLedgerAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await Task.CompletedTask;
        var entries = database.Readers.Read(
            (from, until),
            static (statements, range) => LedgerTable.Between(statements, range.from, range.until)
        );
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    private void Save(PreparedStatements statements, Payment before, Payment after)
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        // A card that was typed while the provider was asked is never authorized any more.
        if (after is { WasApproved: true, CheckoutId: { } checkout } && !before.WasApproved)
        {
            sessions.WipeCode(statements, new SessionId(checkout));
        }

        PaymentTable.Update(statements, before, after);
        foreach (var entry in LedgerEntry.Between(before, after))
        {
            LedgerTable.Insert(statements, entry);
        }
    }

    private static PaymentToSettle ToSettle(PreparedStatements statements, Payment payment) =>
        payment.WasApproved
            ? new PaymentToSettle(payment)
            : new PaymentToSettle(payment)
            {
                Used = payment.Card.StoredMethodId is { } used ? PaymentMethodTable.Find(statements, used) : null,
                Session =
                    payment is { Order.StoreWish: not null, CheckoutId: { } checkout }
                    && SessionTable.Find(statements, new SessionId(checkout)) is { } session
                    && CardTable.Find(statements, session.Id) is { } card
                        ? (session, card)
                        : null,
            };

    private static (StoredPaymentMethod Method, SealedCard Card)? Find(PreparedStatements statements, Guid method) =>
        PaymentMethodTable.Find(statements, method) is { } found
        && PaymentMethodCardTable.Find(statements, method) is { } card
            ? (found, card)
            : null;

    private static StoredPayment Add(PreparedStatements statements, Payment payment) =>
        PaymentTable.TryInsert(statements, payment) ? new StoredPayment(payment, IsNew: true)
        : Taken(statements, payment.Id, payment.MerchantAccountId) is { } existing ? existing
        : throw new InvalidOperationException($"Another merchant account has a payment {payment.Id}.");

    // An id that another merchant account uses is a collision of random ids, not a request that is sent again.
    private static StoredPayment? Taken(PreparedStatements statements, PaymentId id, MerchantAccountId merchant) =>
        PaymentTable.Find(statements, id) is { } existing && existing.MerchantAccountId == merchant
            ? new StoredPayment(existing, IsNew: false)
            : null;
}
