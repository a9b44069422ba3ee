using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The tables <c>checkout_links</c> and <c>checkout_link_products</c>, by which links are searched.</summary>
public static class CheckoutLinkTable
{
    private const string InsertSql = """
        INSERT INTO checkout_links (id, organization_id, created_at_ms, client_secret, label, success_url,
                                    allow_discount_codes, document)
        VALUES (@id, @organization_id, @created_at_ms, @client_secret, @label, @success_url,
                @allow_discount_codes, @document)
        """;

    private const string UpdateSql = """
        UPDATE checkout_links
        SET label = @label, success_url = @success_url, allow_discount_codes = @allow_discount_codes,
            document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM checkout_links
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string FindBySecretSql = """
        SELECT document
        FROM checkout_links
        WHERE client_secret = @client_secret
        """;

    private const string DeleteSql = """
        DELETE FROM checkout_links
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string AddProductSql = """
        INSERT INTO checkout_link_products (checkout_link_id, product_id)
        VALUES (@checkout_link_id, @product_id)
        ON CONFLICT DO NOTHING
        """;

    private const string DeleteProductsSql = """
        DELETE FROM checkout_link_products
        WHERE checkout_link_id = @checkout_link_id
        """;

    /// <summary>Adds a link whose id and secret are free.</summary>
    public static void Insert(PreparedStatements statements, CheckoutLink link)
    {
        statements.Execute(
            InsertSql,
            ("@id", link.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", link.OrganizationId.ToBytes()),
            ("@created_at_ms", link.CreatedAt.ToUnixTimeMilliseconds()),
            ("@client_secret", link.ClientSecret),
            ("@label", link.Label),
            ("@success_url", link.SuccessUrl),
            ("@allow_discount_codes", link.AllowDiscountCodes ? 1L : 0L),
            ("@document", CheckoutLinkDocument.Write(link))
        );
        AddProducts(statements, link);
    }

    /// <summary>Writes a link's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, CheckoutLink link)
    {
        statements.Execute(
            UpdateSql,
            ("@label", link.Label),
            ("@success_url", link.SuccessUrl),
            ("@allow_discount_codes", link.AllowDiscountCodes ? 1L : 0L),
            ("@document", CheckoutLinkDocument.Write(link)),
            ("@id", link.Id.ToByteArray(bigEndian: true))
        );
        DeleteProducts(statements, link.Id);
        AddProducts(statements, link);
    }

    /// <summary>A link of an organization; null when there is none.</summary>
    public static CheckoutLink? Find(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        using var row = statements
            .With(FindSql, ("@id", id.ToByteArray(bigEndian: true)), ("@organization_id", organization.ToBytes()))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The link with a secret; null when there is none.</summary>
    public static CheckoutLink? FindBySecret(PreparedStatements statements, string clientSecret)
    {
        using var row = statements.With(FindBySecretSql, ("@client_secret", clientSecret)).ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>Removes a link.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Delete(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        var isDeleted =
            statements.Execute(
                DeleteSql,
                ("@id", id.ToByteArray(bigEndian: true)),
                ("@organization_id", organization.ToBytes())
            ) > 0;
        if (isDeleted)
        {
            DeleteProducts(statements, id);
        }

        return isDeleted;
    }

    /// <summary>A part of an organization's links.</summary>
    public static NumberedPage<CheckoutLink> List(
        PreparedStatements statements,
        OrganizationId organization,
        IReadOnlyList<Guid> productIds,
        IReadOnlyList<Sorting<CheckoutLinkOrder>> sorting,
        PageNumber page
    )
    {
        var query = new ListQuery("checkout_links")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndOneOf(
                "product_id",
                "product_id",
                [.. productIds.Select(id => (object)id.ToByteArray(bigEndian: true))],
                static isOneOf => $"id IN (SELECT checkout_link_id FROM checkout_link_products WHERE {isOneOf})"
            );
        foreach (var (by, isDescending) in sorting)
        {
            query.OrderBy(
                ColumnOf(by),
                isDescending,
                isNullable: by is CheckoutLinkOrder.Label or CheckoutLinkOrder.SuccessUrl
            );
        }

        return query.Read(statements, "document", page, Read);
    }

    private static string ColumnOf(CheckoutLinkOrder by) =>
        by switch
        {
            CheckoutLinkOrder.CreatedAt => "created_at_ms",
            CheckoutLinkOrder.Label => "label",
            CheckoutLinkOrder.SuccessUrl => "success_url",
            CheckoutLinkOrder.AllowDiscountCodes => "allow_discount_codes",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };

    private static void AddProducts(PreparedStatements statements, CheckoutLink link)
    {
        foreach (var id in link.ProductIds)
        {
            statements.Execute(
                AddProductSql,
                ("@checkout_link_id", link.Id.ToByteArray(bigEndian: true)),
                ("@product_id", id.ToByteArray(bigEndian: true))
            );
        }
    }

    private static void DeleteProducts(PreparedStatements statements, Guid id) =>
        statements.Execute(DeleteProductsSql, ("@checkout_link_id", id.ToByteArray(bigEndian: true)));

    private static CheckoutLink Read(DbDataReader row) => CheckoutLinkDocument.Read(row.GetFieldValue<byte[]>(0));
}
