using Checkstand.Core;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The table <c>orders</c>.</summary>
public static class OrderTable
{
    private const string InsertSql = """
        INSERT INTO orders (id, organization_id, created_at_ms, checkout_id, number, customer_id, product_id,
                            discount_id, subscription_id, billing_reason, net_minor_units, total_minor_units, metadata,
                            document)
        VALUES (@id, @organization_id, @created_at_ms, @checkout_id, @number, @customer_id, @product_id,
                @discount_id, @subscription_id, @billing_reason, @net_minor_units, @total_minor_units, @metadata,
                @document)
        """;

    private const string FindSql = """
        SELECT document
        FROM orders
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string LastNumberSql = """
        SELECT MAX(number)
        FROM orders
        WHERE organization_id = @organization_id
        """;

    /// <summary>Adds an order. A second one of the same checkout, or of the same number, fails on its key.</summary>
    public static void Insert(PreparedStatements statements, Order order) =>
        statements.Execute(
            InsertSql,
            ("@id", order.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", order.OrganizationId.ToBytes()),
            ("@created_at_ms", order.CreatedAt.ToUnixTimeMilliseconds()),
            ("@checkout_id", order.CheckoutId.ToBytes()),
            ("@number", order.Number),
            ("@customer_id", order.CustomerId.ToByteArray(bigEndian: true)),
            ("@product_id", order.ProductId.ToByteArray(bigEndian: true)),
            ("@discount_id", order.DiscountId?.ToByteArray(bigEndian: true)),
            ("@subscription_id", order.SubscriptionId?.ToByteArray(bigEndian: true)),
            ("@billing_reason", order.BillingReason.ToString()),
            ("@net_minor_units", order.Amounts.Net),
            ("@total_minor_units", order.Amounts.Total),
            ("@metadata", ListQuery.MetadataText(order.Metadata)),
            ("@document", OrderDocument.Write(order))
        );

    /// <summary>An order of an organization; null when there is none.</summary>
    public static Order? Find(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        using var row = statements
            .With(FindSql, ("@id", id.ToByteArray(bigEndian: true)), ("@organization_id", organization.ToBytes()))
            .ExecuteReader();
        return row.Read() ? OrderDocument.Read(row.GetFieldValue<byte[]>(0)) : null;
    }

    /// <summary>The number of an organization's last order; 0 before its first.</summary>
    public static long LastNumber(PreparedStatements statements, OrganizationId organization) =>
        statements.With(LastNumberSql, ("@organization_id", organization.ToBytes())).ExecuteScalar() is long last
            ? last
            : 0;

    /// <summary>A part of an organization's orders.</summary>
    public static NumberedPage<Order> List(
        PreparedStatements statements,
        OrganizationId organization,
        OrderFilter filter,
        PageNumber page
    )
    {
        var list = new ListQuery("orders")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndOneOf("customer_id", filter.CustomerIds)
            .AndOneOf("product_id", filter.ProductIds)
            .AndOneOf("discount_id", filter.DiscountIds)
            .AndOneOf("checkout_id", filter.CheckoutIds)
            .AndOneOf("subscription_id", filter.SubscriptionIds)
            .AndOneOf(
                "external_id",
                "(SELECT external_id FROM customers WHERE customers.id = orders.customer_id)",
                filter.ExternalCustomerIds
            )
            .AndInstant("created_at_ms", ">", filter.CreatedAfter)
            .AndInstant("created_at_ms", "<", filter.CreatedBefore)
            .AndMetadata("metadata", filter.Metadata);
        if (filter.IsOfSubscription is { } isOfSubscription)
        {
            list.And(
                isOfSubscription ? "billing_reason <> @purchase" : "billing_reason = @purchase",
                ("@purchase", nameof(BillingReason.Purchase))
            );
        }

        foreach (var by in filter.Sorting)
        {
            list.OrderBy(Expression(by.By), by.IsDescending);
        }

        return list.Read(statements, "document", page, static row => OrderDocument.Read(row.GetFieldValue<byte[]>(0)));
    }

    private static string Expression(OrderOrder by) =>
        by switch
        {
            OrderOrder.CreatedAt => "created_at_ms",
            OrderOrder.Number => "number",
            OrderOrder.Amount => "total_minor_units",
            OrderOrder.NetAmount => "net_minor_units",
            OrderOrder.Customer => "(SELECT email_key FROM customers WHERE customers.id = orders.customer_id)",
            OrderOrder.Product => "(SELECT name FROM products WHERE products.id = orders.product_id)",
            OrderOrder.Discount => "(SELECT name FROM discounts WHERE discounts.id = orders.discount_id)",
            OrderOrder.Subscription =>
                "(SELECT created_at_ms FROM subscriptions WHERE subscriptions.id = orders.subscription_id)",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };
}
