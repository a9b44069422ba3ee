using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Products and meters in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteProductStore(SqliteDatabase database) : IProductStore
{
    /// <inheritdoc/>
    public Task AddAsync(Product product, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            ProductTable.Insert(statements, product);
            Tell(statements, EventType.ProductCreated, product);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<Product?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => ProductTable.Find(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<Product?> FindByPriceAsync(
        OrganizationId organization,
        Guid priceId,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, priceId),
                static (statements, which) => ProductTable.FindByPrice(statements, which.organization, which.priceId)
            )
        );

    /// <inheritdoc/>
    public Task<Result<Product, ProductProblem>?> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<Product, Result<Product, ProductProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<Product, ProductProblem>?>(statements =>
        {
            if (ProductTable.Find(statements, organization, id) is not { } product)
            {
                return null;
            }

            var decided = decide(product);
            if (decided.TryGet(out var changed, out _) && !ReferenceEquals(changed, product))
            {
                ProductTable.Update(statements, changed);
                Tell(statements, EventType.ProductUpdated, changed);
            }

            return decided;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<Product>> ListAsync(
        OrganizationId organization,
        ProductFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                    ProductTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    /// <inheritdoc/>
    public Task AddMeterAsync(Meter meter, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            MeterTable.Insert(statements, meter);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<Meter?> FindMeterAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => MeterTable.Find(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public Task<Meter?> ChangeMeterAsync(
        OrganizationId organization,
        Guid id,
        Func<Meter, Meter> change,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            var changed = MeterTable.Find(statements, organization, id) is { } meter ? change(meter) : null;
            if (changed is not null)
            {
                MeterTable.Update(statements, changed);
            }

            return changed;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<Meter>> ListMetersAsync(
        OrganizationId organization,
        MeterFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) => MeterTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    private static void Tell(PreparedStatements statements, EventType type, Product product) =>
        EventOutbox.Record(statements, new DomainEvent(type, new EventSubject.OfProduct(product)));
}
