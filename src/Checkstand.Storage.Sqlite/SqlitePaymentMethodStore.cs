using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Vault;

namespace Checkstand.Storage.Sqlite;

/// <summary>Stored payment methods and their cards in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqlitePaymentMethodStore(SqliteDatabase database) : IPaymentMethodStore
{
    /// <inheritdoc/>
    public Task<StoredPaymentMethod> AddAsync(
        StoredPaymentMethod method,
        Func<SealedCard> card,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (PaymentMethodTable.Insert(statements, method))
            {
                PaymentMethodCardTable.Save(statements, method.Id, card());
                return method;
            }

            var kept = PaymentMethodTable.Find(statements, method.Id)!;
            return kept.MerchantAccountId == method.MerchantAccountId
                ? kept
                : throw new InvalidOperationException("A new payment method has the id of another merchant's.");
        });

    /// <inheritdoc/>
    public ValueTask<StoredPaymentMethod?> FindAsync(Guid id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, PaymentMethodTable.Find));

    /// <inheritdoc/>
    public ValueTask<SealedCard?> FindCardAsync(Guid id, CancellationToken cancellation) =>
        new(database.Readers.Read(id, PaymentMethodCardTable.Find));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredPaymentMethod>> ListAsync(
        MerchantAccountId owner,
        PaymentMethodFilter filter,
        PageRequest page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (owner, filter, page),
                static (statements, asked) => PaymentMethodTable.List(statements, asked.owner, asked.filter, asked.page)
            )
        );

    /// <inheritdoc/>
    public Task<PaymentMethodProblem?> ChangeAsync(
        Guid id,
        Func<StoredPaymentMethod, Result<PaymentMethodChange, PaymentMethodProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<PaymentMethodProblem?>(statements =>
        {
            if (PaymentMethodTable.Find(statements, id) is not { } method)
            {
                return new PaymentMethodProblem.NotFound();
            }

            if (!decide(method).TryGet(out var change, out var refused))
            {
                return refused;
            }

            Apply(statements, id, change);
            return null;
        });

    /// <inheritdoc/>
    public Task<int> RewrapCardsAsync(
        string keyId,
        Func<Guid, SealedCard, SealedCard> rewrap,
        int max,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            var ids = PaymentMethodCardTable.UnderOtherKeys(statements, keyId, max);
            foreach (var id in ids)
            {
                // A rotation is for keys that others may know: what the old one wrapped must not stay in the log.
                database.RemovedCards.Note();
                var card = PaymentMethodCardTable.Find(statements, id)!;
                PaymentMethodCardTable.Save(statements, id, rewrap(id, card));
            }

            return ids.Count;
        });

    private void Apply(PreparedStatements statements, Guid id, PaymentMethodChange change)
    {
        switch (change)
        {
            case PaymentMethodChange.Save save:
                PaymentMethodTable.Update(statements, save.Method);
                break;
            case PaymentMethodChange.Remove:
                database.RemovedCards.Note();
                PaymentMethodCardTable.Delete(statements, id);
                PaymentMethodTable.Delete(statements, id);
                break;
            default:
                throw new UnreachableException($"No way is defined to apply {change.GetType().Name}.");
        }
    }
}
