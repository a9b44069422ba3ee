using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Orders and subscriptions in the embedded database.</summary>
public sealed class SqliteOrderStore(SqliteDatabase database) : IOrderStore
{
    /// <inheritdoc/>
    public ValueTask<OrderParts?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) =>
                    OrderTable.Find(statements, which.organization, which.id) is { } order
                        ? PartsOf(statements, order)
                        : null
            )
        );

    /// <inheritdoc/>
    public ValueTask<NumberedPage<OrderParts>> ListAsync(
        OrganizationId organization,
        OrderFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                {
                    var orders = OrderTable.List(statements, which.organization, which.filter, which.page);
                    return new NumberedPage<OrderParts>(
                        [.. orders.Items.Select(order => PartsOf(statements, order))],
                        orders.TotalCount
                    );
                }
            )
        );

    /// <inheritdoc/>
    public ValueTask<SubscriptionParts?> FindSubscriptionAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) =>
                    SubscriptionTable.Find(statements, which.organization, which.id) is { } subscription
                        ? PartsOf(statements, subscription)
                        : null
            )
        );

    /// <inheritdoc/>
    public Task<Result<SubscriptionParts, SubscriptionProblem>> ChangeSubscriptionAsync(
        OrganizationId organization,
        Guid id,
        Func<Subscription, Result<SubscriptionChange, SubscriptionProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<SubscriptionParts, SubscriptionProblem>>(statements =>
        {
            if (SubscriptionTable.Find(statements, organization, id) is not { } before)
            {
                return new SubscriptionProblem.NotFound();
            }

            if (!decide(before).TryGet(out var change, out var problem))
            {
                return problem;
            }

            var parts = PartsOf(statements, change.Subscription);
            if (!ReferenceEquals(before, change.Subscription))
            {
                SubscriptionTable.Update(statements, change.Subscription);
                Record(statements, parts, change.Events);
            }

            return parts;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<SubscriptionParts>> ListSubscriptionsAsync(
        OrganizationId organization,
        SubscriptionFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                {
                    var list = SubscriptionTable.List(statements, which.organization, which.filter, which.page);
                    return new NumberedPage<SubscriptionParts>(
                        [.. list.Items.Select(subscription => PartsOf(statements, subscription))],
                        list.TotalCount
                    );
                }
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Subscription>> DueSubscriptionsAsync(
        DateTimeOffset by,
        int max,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (by, max),
                static (statements, due) => SubscriptionTable.Due(statements, due.by, due.max)
            )
        );

    private static void Record(PreparedStatements statements, SubscriptionParts parts, IEnumerable<EventType> events)
    {
        foreach (var type in events)
        {
            EventOutbox.Record(
                statements,
                new DomainEvent(
                    type,
                    type == EventType.CustomerStateChanged
                        ? new EventSubject.OfCustomer(parts.Customer)
                        : new EventSubject.OfSubscription(parts.Subscription)
                )
            );
        }
    }

    private static OrderParts PartsOf(PreparedStatements statements, Order order) =>
        new(
            order,
            CustomerOf(statements, order.OrganizationId, order.CustomerId),
            ProductOf(statements, order.OrganizationId, order.ProductId),
            DiscountOf(statements, order.OrganizationId, order.DiscountId),
            order.SubscriptionId is { } subscription
                ? SubscriptionTable.Find(statements, order.OrganizationId, subscription)
                : null
        );

    private static SubscriptionParts PartsOf(PreparedStatements statements, Subscription subscription)
    {
        var organization = subscription.OrganizationId;
        var product = ProductOf(statements, organization, subscription.ProductId);
        return new SubscriptionParts(
            subscription,
            CustomerOf(statements, organization, subscription.CustomerId),
            product,
            DiscountOf(statements, organization, subscription.DiscountId),
            [
                .. product
                    .Fields.Select(field => CustomFieldTable.Find(statements, organization, field.FieldId))
                    .OfType<CustomField>(),
            ]
        );
    }

    // Neither is ever removed from the tables, so an order without one is a damaged database.
    private static Customer CustomerOf(PreparedStatements statements, OrganizationId organization, Guid id) =>
        CustomerTable.Find(statements, organization, id)
        ?? throw new InvalidOperationException($"Customer {id} is not in the database, but bought something.");

    private static Product ProductOf(PreparedStatements statements, OrganizationId organization, Guid id) =>
        ProductTable.Find(statements, organization, id)
        ?? throw new InvalidOperationException($"Product {id} is not in the database, but was bought.");

    private static RedeemedDiscount? DiscountOf(PreparedStatements statements, OrganizationId organization, Guid? id) =>
        id is { } which && DiscountTable.FindWithDeleted(statements, organization, which) is { } discount
            ? new RedeemedDiscount(discount, DiscountTable.CountRedemptions(statements, which))
            : null;
}
