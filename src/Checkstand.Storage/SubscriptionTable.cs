using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Storage;

/// <summary>The table <c>subscriptions</c>.</summary>
public static class SubscriptionTable
{
    private const string InsertSql = """
        INSERT INTO subscriptions (id, organization_id, created_at_ms, customer_id, product_id, discount_id, status,
                                   cancels_at_period_end, period_ends_at_ms, canceled_at_ms, ended_at_ms,
                                   cancellation_reason, had_trial, minor_units, metadata, document)
        VALUES (@id, @organization_id, @created_at_ms, @customer_id, @product_id, @discount_id, @status,
                @cancels_at_period_end, @period_ends_at_ms, @canceled_at_ms, @ended_at_ms,
                @cancellation_reason, @had_trial, @minor_units, @metadata, @document)
        """;

    private const string UpdateSql = """
        UPDATE subscriptions
        SET product_id = @product_id, discount_id = @discount_id, status = @status,
            cancels_at_period_end = @cancels_at_period_end, period_ends_at_ms = @period_ends_at_ms,
            canceled_at_ms = @canceled_at_ms, ended_at_ms = @ended_at_ms, cancellation_reason = @cancellation_reason,
            had_trial = @had_trial, minor_units = @minor_units, metadata = @metadata, document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM subscriptions
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string LastingSql = """
        SELECT document
        FROM subscriptions
        WHERE customer_id = @customer_id AND status IN ('active', 'trialing')
        ORDER BY created_at_ms, id
        LIMIT 1
        """;

    private const string HadTrialSql = """
        SELECT 1
        FROM subscriptions
        WHERE customer_id = @customer_id AND had_trial = 1
        LIMIT 1
        """;

    // The condition of the partial index, word for word.
    private const string DueSql = """
        SELECT document
        FROM subscriptions
        WHERE (status = 'trialing' OR (status = 'active' AND cancels_at_period_end = 1)) AND period_ends_at_ms <= @by_ms
        ORDER BY period_ends_at_ms
        LIMIT @max
        """;

    /// <summary>Adds a subscription.</summary>
    public static void Insert(PreparedStatements statements, Subscription subscription) =>
        statements.Execute(
            InsertSql,
            [
                ("@id", subscription.Id.ToByteArray(bigEndian: true)),
                ("@organization_id", subscription.OrganizationId.ToBytes()),
                ("@created_at_ms", subscription.CreatedAt.ToUnixTimeMilliseconds()),
                ("@customer_id", subscription.CustomerId.ToByteArray(bigEndian: true)),
                .. Changing(subscription),
            ]
        );

    /// <summary>Writes a subscription's new state over its old one. Its customer stays.</summary>
    public static void Update(PreparedStatements statements, Subscription subscription) =>
        statements.Execute(
            UpdateSql,
            [.. Changing(subscription), ("@id", subscription.Id.ToByteArray(bigEndian: true))]
        );

    /// <summary>A subscription of an organization; null when there is none.</summary>
    public static Subscription? Find(PreparedStatements statements, OrganizationId organization, Guid id) =>
        One(
            statements,
            FindSql,
            ("@id", id.ToByteArray(bigEndian: true)),
            ("@organization_id", organization.ToBytes())
        );

    /// <summary>A subscription of a customer that lasts; null when there is none.</summary>
    public static Subscription? Lasting(PreparedStatements statements, Guid customer) =>
        One(statements, LastingSql, ("@customer_id", customer.ToByteArray(bigEndian: true)));

    /// <summary>Whether a customer ever had a trial.</summary>
    public static bool HadTrial(PreparedStatements statements, Guid customer) =>
        statements.With(HadTrialSql, ("@customer_id", customer.ToByteArray(bigEndian: true))).ExecuteScalar()
            is not null;

    /// <summary>What time has brought to its end by an instant, the longest due first.</summary>
    public static IReadOnlyList<Subscription> Due(PreparedStatements statements, DateTimeOffset by, int max)
    {
        using var rows = statements
            .With(DueSql, ("@by_ms", by.ToUnixTimeMilliseconds()), ("@max", (long)max))
            .ExecuteReader();
        var due = new List<Subscription>();
        while (rows.Read())
        {
            due.Add(SubscriptionDocument.Read(rows.GetFieldValue<byte[]>(0)));
        }

        return due;
    }

    /// <summary>A part of an organization's subscriptions.</summary>
    public static NumberedPage<Subscription> List(
        PreparedStatements statements,
        OrganizationId organization,
        SubscriptionFilter filter,
        PageNumber page
    )
    {
        var list = new ListQuery("subscriptions")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndOneOf("customer_id", filter.CustomerIds)
            .AndOneOf("product_id", filter.ProductIds)
            .AndOneOf("discount_id", filter.DiscountIds)
            .AndOneOf("status", [.. filter.Statuses.Select(Word)])
            .AndOneOf("cancellation_reason", filter.CancellationReasons)
            .AndOneOf(
                "external_id",
                "(SELECT external_id FROM customers WHERE customers.id = subscriptions.customer_id)",
                filter.ExternalCustomerIds
            )
            .AndIs("cancels_at_period_end", filter.CancelsAtPeriodEnd)
            .AndInstant("canceled_at_ms", ">=", filter.CanceledFrom)
            .AndInstant("canceled_at_ms", "<=", filter.CanceledUntil)
            .AndInstant("created_at_ms", ">", filter.StartedAfter)
            .AndInstant("created_at_ms", "<", filter.StartedBefore)
            .AndMetadata("metadata", filter.Metadata);
        if (filter.IsActive is { } isActive)
        {
            list.And($"status {(isActive ? "IN" : "NOT IN")} ('active', 'trialing')");
        }

        foreach (var by in filter.Sorting)
        {
            list.OrderBy(Expression(by.By), by.IsDescending);
        }

        return list.Read(
            statements,
            "document",
            page,
            static row => SubscriptionDocument.Read(row.GetFieldValue<byte[]>(0))
        );
    }

    private static Subscription? One(
        PreparedStatements statements,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
    {
        using var row = statements.With(sql, parameters).ExecuteReader();
        return row.Read() ? SubscriptionDocument.Read(row.GetFieldValue<byte[]>(0)) : null;
    }

    private static (string Name, object? Value)[] Changing(Subscription subscription) =>
        [
            ("@product_id", subscription.ProductId.ToByteArray(bigEndian: true)),
            ("@discount_id", subscription.DiscountId?.ToByteArray(bigEndian: true)),
            ("@status", Word(subscription.Status)),
            ("@cancels_at_period_end", subscription.CancelsAtPeriodEnd ? 1L : 0L),
            ("@period_ends_at_ms", subscription.PeriodEndsAt.ToUnixTimeMilliseconds()),
            ("@canceled_at_ms", subscription.CanceledAt?.ToUnixTimeMilliseconds()),
            ("@ended_at_ms", subscription.EndedAt?.ToUnixTimeMilliseconds()),
            ("@cancellation_reason", subscription.CancellationReason),
            ("@had_trial", subscription.TrialStartsAt is null ? 0L : 1L),
            ("@minor_units", subscription.MinorUnits),
            ("@metadata", ListQuery.MetadataText(subscription.Metadata)),
            ("@document", SubscriptionDocument.Write(subscription)),
        ];

    private static string Word(SubscriptionStatus status) =>
        status switch
        {
            SubscriptionStatus.Trialing => "trialing",
            SubscriptionStatus.Active => "active",
            SubscriptionStatus.Canceled => "canceled",
            _ => throw new System.Diagnostics.UnreachableException($"No word is defined for {status}."),
        };

    private static string Expression(SubscriptionOrder by) =>
        by switch
        {
            SubscriptionOrder.StartedAt => "created_at_ms",
            SubscriptionOrder.PeriodEndsAt => "period_ends_at_ms",
            SubscriptionOrder.Amount => "minor_units",
            SubscriptionOrder.Status => "status",
            SubscriptionOrder.EndedAt => "ended_at_ms",
            SubscriptionOrder.EndsAt =>
                "COALESCE(ended_at_ms, CASE WHEN cancels_at_period_end = 1 THEN period_ends_at_ms END)",
            SubscriptionOrder.Customer =>
                "(SELECT email_key FROM customers WHERE customers.id = subscriptions.customer_id)",
            SubscriptionOrder.Product => "(SELECT name FROM products WHERE products.id = subscriptions.product_id)",
            SubscriptionOrder.Discount => "(SELECT name FROM discounts WHERE discounts.id = subscriptions.discount_id)",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };
}
