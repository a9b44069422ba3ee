using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Checkouts in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed partial class SqliteCheckoutStore(SqliteDatabase database) : ICheckoutStore
{
    /// <inheritdoc/>
    public Task AddAsync(Checkout checkout, CancellationToken cancellation)
    {
        // Written here: the writer is one thread, and everybody waits for it.
        var document = CheckoutTable.DocumentOf(checkout);
        return database.Writer.WriteAsync(statements =>
        {
            CheckoutTable.Insert(statements, checkout, document);
            EventOutbox.Record(
                statements,
                new DomainEvent(EventType.CheckoutCreated, new EventSubject.OfCheckout(checkout))
            );
            return true;
        });
    }

    /// <inheritdoc/>
    public ValueTask<CheckoutParts?> FindAsync(CheckoutId id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(id, static (statements, id) => Parts(statements, CheckoutTable.Find(statements, id)))
        );

    /// <inheritdoc/>
    public ValueTask<CheckoutParts?> FindBySecretAsync(string clientSecret, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                clientSecret,
                static (statements, secret) => Parts(statements, CheckoutTable.FindBySecret(statements, secret))
            )
        );

    /// <inheritdoc/>
    public Task<Result<CheckoutParts, CheckoutProblem>> ChangeAsync(
        CheckoutId id,
        Func<CheckoutParts, Result<Checkout, CheckoutProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<CheckoutParts, CheckoutProblem>>(statements =>
        {
            if (Parts(statements, CheckoutTable.Find(statements, id)) is not { } before)
            {
                return new CheckoutProblem.NotFound();
            }

            if (!decide(before).TryGet(out var after, out var refused))
            {
                return refused;
            }

            if (ReferenceEquals(before.Checkout, after))
            {
                return before;
            }

            CheckoutTable.Update(statements, after);
            var isEnd = after.Status == CheckoutStatus.Expired && before.Checkout.Status != CheckoutStatus.Expired;
            EventOutbox.Record(
                statements,
                new DomainEvent(
                    isEnd ? EventType.CheckoutExpired : EventType.CheckoutUpdated,
                    new EventSubject.OfCheckout(after)
                )
            );
            return CheckoutTable.WithParts(statements, after);
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<CheckoutParts>> ListAsync(
        OrganizationId organization,
        CheckoutFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, list) => CheckoutList.Read(statements, list.organization, list.filter, list.page)
            )
        );

    /// <inheritdoc/>
    public ValueTask<BuyerHistory> HistoryAsync(
        OrganizationId organization,
        Guid? customerId,
        string? email,
        Guid? discountId,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, customerId, email, discountId),
                static (statements, who) =>
                    CheckoutTable.History(statements, who.organization, who.customerId, who.email, who.discountId)
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CheckoutId>> OverdueAsync(
        DateTimeOffset by,
        int max,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (by, max),
                static (statements, due) => CheckoutTable.Overdue(statements, due.by, due.max)
            )
        );

    private static CheckoutParts? Parts(PreparedStatements statements, Checkout? checkout) =>
        checkout is null ? null : CheckoutTable.WithParts(statements, checkout);
}
