using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The tables <c>discounts</c> and <c>discount_redemptions</c>.</summary>
public static class DiscountTable
{
    private const string InsertSql = """
        INSERT INTO discounts (id, organization_id, created_at_ms, name, code_key, ends_at_ms, search_text,
                               deleted_at_ms, document)
        VALUES (@id, @organization_id, @created_at_ms, @name, @code_key, @ends_at_ms, @search_text,
                @deleted_at_ms, @document)
        """;

    private const string UpdateSql = """
        UPDATE discounts
        SET name = @name, code_key = @code_key, ends_at_ms = @ends_at_ms, search_text = @search_text,
            deleted_at_ms = @deleted_at_ms, document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM discounts
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string FindByCodeSql = """
        SELECT document
        FROM discounts
        WHERE organization_id = @organization_id AND code_key = @code_key AND deleted_at_ms IS NULL
        """;

    private const string CountRedemptionsSql = """
        SELECT COUNT(*)
        FROM discount_redemptions
        WHERE discount_id = @discount_id
        """;

    private const string CountRedemptionsOfCustomerSql = """
        SELECT COUNT(*)
        FROM discount_redemptions
        WHERE discount_id = @discount_id AND customer_id = @customer_id
        """;

    private const string AddRedemptionSql = """
        INSERT INTO discount_redemptions (checkout_id, discount_id, customer_id, at_ms)
        VALUES (@checkout_id, @discount_id, @customer_id, @at_ms)
        """;

    private const string RemoveRedemptionSql = """
        DELETE FROM discount_redemptions
        WHERE checkout_id = @checkout_id
        """;

    /// <summary>A discount of an organization that was not deleted; null when there is none.</summary>
    public static Discount? Find(PreparedStatements statements, OrganizationId organization, Guid id) =>
        FindWithDeleted(statements, organization, id) is { DeletedAt: null } discount ? discount : null;

    /// <summary>A discount of an organization, a deleted one too: orders keep naming theirs. Null when there is none.</summary>
    public static Discount? FindWithDeleted(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        using var row = statements
            .With(FindSql, ("@id", id.ToByteArray(bigEndian: true)), ("@organization_id", organization.ToBytes()))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The discount that was not deleted and has a code, in any case; null when there is none.</summary>
    public static Discount? FindByCode(PreparedStatements statements, OrganizationId organization, string code)
    {
        using var row = statements
            .With(FindByCodeSql, ("@organization_id", organization.ToBytes()), ("@code_key", CodeKey(code)))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>How often a discount was redeemed in all.</summary>
    public static int CountRedemptions(PreparedStatements statements, Guid discountId) =>
        Count(statements.With(CountRedemptionsSql, ("@discount_id", discountId.ToByteArray(bigEndian: true))));

    /// <summary>How often a customer redeemed a discount.</summary>
    public static int CountRedemptions(PreparedStatements statements, Guid discountId, Guid customerId) =>
        Count(
            statements.With(
                CountRedemptionsOfCustomerSql,
                ("@discount_id", discountId.ToByteArray(bigEndian: true)),
                ("@customer_id", customerId.ToByteArray(bigEndian: true))
            )
        );

    /// <summary>Counts a redemption, when a checkout is confirmed. A checkout redeems one discount at most.</summary>
    public static void AddRedemption(
        PreparedStatements statements,
        CheckoutId checkoutId,
        Guid discountId,
        Guid customerId,
        DateTimeOffset at
    ) =>
        statements.Execute(
            AddRedemptionSql,
            ("@checkout_id", checkoutId.Value.ToByteArray(bigEndian: true)),
            ("@discount_id", discountId.ToByteArray(bigEndian: true)),
            ("@customer_id", customerId.ToByteArray(bigEndian: true)),
            ("@at_ms", at.ToUnixTimeMilliseconds())
        );

    /// <summary>Takes a checkout's redemption back, when its payment failed. Nothing happens when it has none.</summary>
    public static void RemoveRedemption(PreparedStatements statements, CheckoutId checkoutId) =>
        statements.Execute(RemoveRedemptionSql, ("@checkout_id", checkoutId.Value.ToByteArray(bigEndian: true)));

    /// <summary>Adds a discount whose id and code are free.</summary>
    public static void Insert(PreparedStatements statements, Discount discount) =>
        statements.Execute(
            InsertSql,
            ("@id", discount.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", discount.OrganizationId.ToBytes()),
            ("@created_at_ms", discount.CreatedAt.ToUnixTimeMilliseconds()),
            ("@name", discount.Name),
            ("@code_key", CodeKey(discount.Code)),
            ("@ends_at_ms", discount.EndsAt?.ToUnixTimeMilliseconds()),
            ("@search_text", discount.Name.ToUpperInvariant()),
            ("@deleted_at_ms", discount.DeletedAt?.ToUnixTimeMilliseconds()),
            ("@document", DiscountDocument.Write(discount))
        );

    /// <summary>Writes a discount's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, Discount discount) =>
        statements.Execute(
            UpdateSql,
            ("@name", discount.Name),
            ("@code_key", CodeKey(discount.Code)),
            ("@ends_at_ms", discount.EndsAt?.ToUnixTimeMilliseconds()),
            ("@search_text", discount.Name.ToUpperInvariant()),
            ("@deleted_at_ms", discount.DeletedAt?.ToUnixTimeMilliseconds()),
            ("@document", DiscountDocument.Write(discount)),
            ("@id", discount.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>A part of an organization's discounts that were not deleted.</summary>
    public static NumberedPage<RedeemedDiscount> List(
        PreparedStatements statements,
        OrganizationId organization,
        DiscountFilter filter,
        PageNumber page
    )
    {
        var query = new ListQuery("discounts")
            .And(
                "organization_id = @organization_id AND deleted_at_ms IS NULL",
                ("@organization_id", organization.ToBytes())
            )
            .AndContains("search_text", filter.Query);
        foreach (var (by, isDescending) in filter.Sorting)
        {
            query.OrderBy(ColumnOf(by), isDescending, isNullable: by is DiscountOrder.Code or DiscountOrder.EndsAt);
        }

        return query.Read(
            statements,
            """
            document, (SELECT COUNT(*) FROM discount_redemptions WHERE discount_id = discounts.id) AS redemptions
            """,
            page,
            static row => new RedeemedDiscount(Read(row), (int)row.GetInt64(1))
        );
    }

    private static string ColumnOf(DiscountOrder by) =>
        by switch
        {
            DiscountOrder.CreatedAt => "created_at_ms",
            DiscountOrder.Name => "name",
            DiscountOrder.Code => "code_key",
            DiscountOrder.Redemptions => "redemptions",
            DiscountOrder.EndsAt => "ends_at_ms",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };

    private static int Count(DbCommand command) => (int)(long)command.ExecuteScalar()!;

    private static Discount Read(DbDataReader row) => DiscountDocument.Read(row.GetFieldValue<byte[]>(0));

    private static string? CodeKey(string? code) => code?.ToUpperInvariant();
}
