using System.Data.Common;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Storage;

/// <summary>The table <c>checkouts</c>, with the columns that are searched by beside the document.</summary>
public static class CheckoutTable
{
    private const string InsertSql = """
        INSERT INTO checkouts (id, organization_id, created_at_ms, expires_at_ms, status, product_id,
                               customer_id, external_customer_id, email_key, payment_id, document)
        VALUES (@id, @organization_id, @created_at_ms, @expires_at_ms, @status, @product_id,
                @customer_id, @external_customer_id, @email_key, @payment_id, @document)
        """;

    private const string UpdateSql = """
        UPDATE checkouts
        SET status = @status, product_id = @product_id, customer_id = @customer_id,
            external_customer_id = @external_customer_id, email_key = @email_key, payment_id = @payment_id,
            document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM checkouts
        WHERE id = @id
        """;

    private const string FindBySecretSql = """
        SELECT document
        FROM checkouts
        WHERE id BETWEEN @first AND @last
        """;

    private const string OverdueSql = """
        SELECT id
        FROM checkouts
        WHERE status = 'open' AND expires_at_ms <= @by_ms
        ORDER BY expires_at_ms
        LIMIT @max
        """;

    private const string IsSubscribedSql = """
        SELECT EXISTS (
            SELECT 1
            FROM subscriptions
            WHERE customer_id = @customer_id AND status IN ('active', 'trialing')
        )
        """;

    // A confirmed checkout always has a customer, and an upgrade has its subscription's.
    private const string ConfirmedSql = """
        SELECT document
        FROM checkouts
        WHERE customer_id = @customer_id AND status = 'confirmed'
        """;

    /// <summary>The form in which a checkout is kept, beside the columns that are searched by.</summary>
    public static byte[] DocumentOf(Checkout checkout) => StoredCheckout.Write(checkout);

    /// <summary>Adds a checkout whose id is free, with its document.</summary>
    public static void Insert(PreparedStatements statements, Checkout checkout, byte[] document)
    {
        statements.Execute(
            InsertSql,
            ("@id", checkout.Id.ToBytes()),
            ("@organization_id", checkout.OrganizationId.ToBytes()),
            ("@created_at_ms", checkout.CreatedAt.ToUnixTimeMilliseconds()),
            ("@expires_at_ms", checkout.ExpiresAt.ToUnixTimeMilliseconds()),
            ("@status", WordOf(checkout.Status)),
            ("@product_id", BytesOf(checkout.ProductId)),
            ("@customer_id", BytesOf(checkout.Buyer.CustomerId)),
            ("@external_customer_id", checkout.Buyer.ExternalId),
            ("@email_key", KeyOf(checkout.Buyer.Email)),
            ("@payment_id", BytesOf(checkout.PaymentId?.Value)),
            ("@document", document)
        );
        CheckoutCounts.Note(statements, checkout.OrganizationId, WordOf(checkout.Status));
    }

    /// <summary>Writes a checkout's new state over its old one. Its secret and its times stay.</summary>
    public static void Update(PreparedStatements statements, Checkout checkout) =>
        statements.Execute(
            UpdateSql,
            ("@status", WordOf(checkout.Status)),
            ("@product_id", BytesOf(checkout.ProductId)),
            ("@customer_id", BytesOf(checkout.Buyer.CustomerId)),
            ("@external_customer_id", checkout.Buyer.ExternalId),
            ("@email_key", KeyOf(checkout.Buyer.Email)),
            ("@payment_id", BytesOf(checkout.PaymentId?.Value)),
            ("@document", StoredCheckout.Write(checkout)),
            ("@id", checkout.Id.ToBytes())
        );

    /// <summary>A checkout; null when there is none.</summary>
    public static Checkout? Find(PreparedStatements statements, CheckoutId id)
    {
        using var row = statements.With(FindSql, ("@id", id.ToBytes())).ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>A checkout by its client secret; null when there is none.</summary>
    public static Checkout? FindBySecret(PreparedStatements statements, string clientSecret)
    {
        if (!CheckoutSecret.TryLocate(clientSecret, out var first, out var last))
        {
            return null;
        }

        using var rows = statements
            .With(FindBySecretSql, ("@first", first.ToBytes()), ("@last", last.ToBytes()))
            .ExecuteReader();
        while (rows.Read())
        {
            var checkout = Read(rows);
            if (checkout.HasSecret(clientSecret))
            {
                return checkout;
            }
        }

        return null;
    }

    /// <summary>Checkouts that are open although their time ended, the longest over first.</summary>
    public static IReadOnlyList<CheckoutId> Overdue(PreparedStatements statements, DateTimeOffset by, int max)
    {
        using var rows = statements
            .With(OverdueSql, ("@by_ms", by.ToUnixTimeMilliseconds()), ("@max", (long)max))
            .ExecuteReader();
        var ids = new List<CheckoutId>();
        while (rows.Read())
        {
            ids.Add(new CheckoutId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)));
        }

        return ids;
    }

    /// <summary>What a customer, by id or else by email address, did before.</summary>
    public static BuyerHistory History(
        PreparedStatements statements,
        OrganizationId organization,
        Guid? customerId,
        string? email,
        Guid? discountId
    )
    {
        var found =
            customerId ?? (email is null ? null : CustomerTable.FindByEmail(statements, organization, email)?.Id);
        return found is not { } customer
            ? new BuyerHistory(IsSubscribed: false, Redemptions: 0)
            : new BuyerHistory(
                statements.With(IsSubscribedSql, ("@customer_id", BytesOf(customer))).ExecuteScalar() is 1L,
                discountId is { } discount ? DiscountTable.CountRedemptions(statements, discount, customer) : 0
            );
    }

    /// <summary>Whether there is a confirmed checkout that upgrades a subscription.</summary>
    public static bool IsBeingUpgraded(PreparedStatements statements, Subscription subscription)
    {
        using var rows = statements
            .With(ConfirmedSql, ("@customer_id", BytesOf(subscription.CustomerId)))
            .ExecuteReader();
        while (rows.Read())
        {
            if (Read(rows).SubscriptionId == subscription.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A checkout with the things that it names.</summary>
    /// <param name="statements">The connection.</param>
    /// <param name="checkout">The checkout.</param>
    /// <param name="known">Products that were read before, for lists; those that are read are added.</param>
    public static CheckoutParts WithParts(
        PreparedStatements statements,
        Checkout checkout,
        IDictionary<Guid, Product>? known = null
    )
    {
        known ??= new Dictionary<Guid, Product>();
        var products = new List<Product>(checkout.ProductIds.Count);
        foreach (var id in checkout.ProductIds)
        {
            if (!known.TryGetValue(id, out var product))
            {
                // Products are archived and never removed.
                product = known[id] = ProductTable.Find(statements, id)!;
            }

            products.Add(product);
        }

        return new CheckoutParts(
            checkout,
            products,
            checkout.DiscountId is { } discount
                ? DiscountTable.FindWithDeleted(statements, checkout.OrganizationId, discount)
                : null,
            [
                .. known[checkout.ProductId]
                    .Fields.Select(field => CustomFieldTable.Find(statements, checkout.OrganizationId, field.FieldId))
                    .OfType<Core.CustomFields.CustomField>(),
            ]
        )
        {
            // Once it is paid or over nobody asks how its payment stands.
            Payment = checkout is { Status: CheckoutStatus.Confirmed or CheckoutStatus.Open, PaymentId: { } payment }
                ? PaymentTable.Find(statements, payment)
                : null,
        };
    }

    internal static Checkout Read(DbDataReader row) => StoredCheckout.Read(row.GetFieldValue<byte[]>(0));

    internal static string WordOf(CheckoutStatus status) =>
        status switch
        {
            CheckoutStatus.Open => "open",
            CheckoutStatus.Expired => "expired",
            CheckoutStatus.Confirmed => "confirmed",
            CheckoutStatus.Succeeded => "succeeded",
            CheckoutStatus.Failed => "failed",
            _ => throw new System.Diagnostics.UnreachableException($"No word is defined for {status}."),
        };

    private static byte[]? BytesOf(Guid? id) => id?.ToByteArray(bigEndian: true);

    private static string? KeyOf(string? email) => email?.ToLowerInvariant();
}
