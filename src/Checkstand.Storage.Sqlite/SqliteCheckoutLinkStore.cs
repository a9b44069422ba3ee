using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage.Sqlite;

/// <summary>Checkout links in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteCheckoutLinkStore(SqliteDatabase database) : ICheckoutLinkStore
{
    /// <inheritdoc/>
    public Task AddAsync(CheckoutLink link, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            CheckoutLinkTable.Insert(statements, link);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<CheckoutLink?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => CheckoutLinkTable.Find(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<CheckoutLink?> FindBySecretAsync(string clientSecret, CancellationToken cancellation) =>
        new(database.Readers.Read(clientSecret, CheckoutLinkTable.FindBySecret));

    /// <inheritdoc/>
    public Task<Result<CheckoutLink, CheckoutLinkProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<CheckoutLink, Result<CheckoutLink, CheckoutLinkProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<CheckoutLink, CheckoutLinkProblem>>(statements =>
        {
            if (CheckoutLinkTable.Find(statements, organization, id) is not { } link)
            {
                return new CheckoutLinkProblem.NotFound();
            }

            if (!decide(link).TryGet(out var changed, out var problem))
            {
                return problem;
            }

            CheckoutLinkTable.Update(statements, changed);
            return changed;
        });

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => CheckoutLinkTable.Delete(statements, organization, id));

    /// <inheritdoc/>
    public ValueTask<NumberedPage<CheckoutLink>> ListAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> productIds,
        IReadOnlyList<Sorting<CheckoutLinkOrder>> sorting,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, productIds, sorting, page),
                static (statements, which) =>
                    CheckoutLinkTable.List(statements, which.organization, which.productIds, which.sorting, which.page)
            )
        );
}
