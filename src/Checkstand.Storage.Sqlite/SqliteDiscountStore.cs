using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Discounts in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteDiscountStore(SqliteDatabase database) : IDiscountStore
{
    /// <inheritdoc/>
    public Task<Result<Discount, DiscountProblem>> AddAsync(Discount discount, CancellationToken cancellation) =>
        database.Writer.WriteAsync<Result<Discount, DiscountProblem>>(statements =>
        {
            if (IsCodeTaken(statements, discount))
            {
                return new DiscountProblem.CodeTaken();
            }

            DiscountTable.Insert(statements, discount);
            Record(statements, EventType.DiscountCreated, discount);
            return discount;
        });

    /// <inheritdoc/>
    public ValueTask<RedeemedDiscount?> FindAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) =>
                    Redeemed(statements, DiscountTable.Find(statements, which.organization, which.id))
            )
        );

    /// <inheritdoc/>
    public ValueTask<RedeemedDiscount?> FindByCodeAsync(
        OrganizationId organization,
        string code,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, code),
                static (statements, which) =>
                    Redeemed(statements, DiscountTable.FindByCode(statements, which.organization, which.code))
            )
        );

    /// <inheritdoc/>
    public Task<Result<RedeemedDiscount, DiscountProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<RedeemedDiscount, Result<Discount, DiscountProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<RedeemedDiscount, DiscountProblem>>(statements =>
        {
            if (Redeemed(statements, DiscountTable.Find(statements, organization, id)) is not { } found)
            {
                return new DiscountProblem.NotFound();
            }

            if (!decide(found).TryGet(out var changed, out var problem))
            {
                return problem;
            }

            if (IsCodeTaken(statements, changed))
            {
                return new DiscountProblem.CodeTaken();
            }

            DiscountTable.Update(statements, changed);
            Record(statements, EventType.DiscountUpdated, changed);
            return found with { Discount = changed };
        });

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(
        OrganizationId organization,
        Guid id,
        DateTimeOffset at,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (DiscountTable.Find(statements, organization, id) is not { } found)
            {
                return false;
            }

            var removed = found with { DeletedAt = at };
            DiscountTable.Update(statements, removed);
            Record(statements, EventType.DiscountDeleted, removed);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<RedeemedDiscount>> ListAsync(
        OrganizationId organization,
        DiscountFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                    DiscountTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    private static RedeemedDiscount? Redeemed(PreparedStatements statements, Discount? discount) =>
        discount is null
            ? null
            : new RedeemedDiscount(discount, DiscountTable.CountRedemptions(statements, discount.Id));

    private static bool IsCodeTaken(PreparedStatements statements, Discount discount) =>
        discount.Code is { } code
        && DiscountTable.FindByCode(statements, discount.OrganizationId, code) is { } holder
        && holder.Id != discount.Id;

    private static void Record(PreparedStatements statements, EventType type, Discount discount) =>
        EventOutbox.Record(statements, new DomainEvent(type, new EventSubject.OfDiscount(discount)));
}
