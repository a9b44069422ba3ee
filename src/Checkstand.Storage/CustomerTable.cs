using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The table <c>customers</c>: the columns that are searched by, and the document with what was said.</summary>
public static class CustomerTable
{
    private const string InsertSql = """
        INSERT INTO customers (id, organization_id, created_at_ms, email_key, external_id, name, search_text, metadata,
                               deleted_at_ms, document)
        VALUES (@id, @organization_id, @created_at_ms, @email_key, @external_id, @name, @search_text, @metadata,
                @deleted_at_ms, @document)
        """;

    private const string UpdateSql = """
        UPDATE customers
        SET email_key = @email_key, external_id = @external_id, name = @name, search_text = @search_text,
            metadata = @metadata, deleted_at_ms = @deleted_at_ms, document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM customers
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string FindByEmailSql = """
        SELECT document
        FROM customers
        WHERE organization_id = @organization_id AND email_key = @email_key AND deleted_at_ms IS NULL
        """;

    private const string FindByExternalIdSql = """
        SELECT document
        FROM customers
        WHERE organization_id = @organization_id AND external_id = @external_id AND deleted_at_ms IS NULL
        """;

    /// <summary>A customer of an organization, a deleted one too; null when there is none.</summary>
    public static Customer? Find(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        using var row = statements
            .With(FindSql, ("@id", id.ToByteArray(bigEndian: true)), ("@organization_id", organization.ToBytes()))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The customer that was not deleted and has an email address, in any case; null when there is none.</summary>
    public static Customer? FindByEmail(PreparedStatements statements, OrganizationId organization, string email)
    {
        using var row = statements
            .With(FindByEmailSql, ("@organization_id", organization.ToBytes()), ("@email_key", EmailKey(email)))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The customer that was not deleted and has an external id; null when there is none.</summary>
    public static Customer? FindByExternalId(
        PreparedStatements statements,
        OrganizationId organization,
        string externalId
    )
    {
        using var row = statements
            .With(FindByExternalIdSql, ("@organization_id", organization.ToBytes()), ("@external_id", externalId))
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>Adds a customer whose id, email address and external id are free.</summary>
    public static void Insert(PreparedStatements statements, Customer customer) =>
        statements.Execute(
            InsertSql,
            ("@id", customer.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", customer.OrganizationId.ToBytes()),
            ("@created_at_ms", customer.CreatedAt.ToUnixTimeMilliseconds()),
            ("@email_key", EmailKey(customer.Email)),
            ("@external_id", customer.ExternalId),
            ("@name", customer.Name),
            ("@search_text", SearchText(customer)),
            ("@metadata", ListQuery.MetadataText(customer.Metadata)),
            ("@deleted_at_ms", customer.DeletedAt?.ToUnixTimeMilliseconds()),
            ("@document", CustomerDocument.Write(customer))
        );

    /// <summary>Writes a customer's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, Customer customer) =>
        statements.Execute(
            UpdateSql,
            ("@email_key", EmailKey(customer.Email)),
            ("@external_id", customer.ExternalId),
            ("@name", customer.Name),
            ("@search_text", SearchText(customer)),
            ("@metadata", ListQuery.MetadataText(customer.Metadata)),
            ("@deleted_at_ms", customer.DeletedAt?.ToUnixTimeMilliseconds()),
            ("@document", CustomerDocument.Write(customer)),
            ("@id", customer.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>A part of an organization's customers that were not deleted.</summary>
    public static NumberedPage<Customer> List(
        PreparedStatements statements,
        OrganizationId organization,
        CustomerFilter filter,
        PageNumber page
    )
    {
        var query = new ListQuery("customers")
            .And(
                "organization_id = @organization_id AND deleted_at_ms IS NULL",
                ("@organization_id", organization.ToBytes())
            )
            .AndContains("search_text", filter.Query)
            .AndMetadata("metadata", filter.Metadata);
        if (filter.Email is { } email)
        {
            query.And("email_key = @email_key", ("@email_key", EmailKey(email)));
        }

        foreach (var (by, isDescending) in filter.Sorting)
        {
            query.OrderBy(ColumnOf(by), isDescending, isNullable: by == CustomerOrder.Name);
        }

        return query.Read(statements, "document", page, Read);
    }

    private static string ColumnOf(CustomerOrder by) =>
        by switch
        {
            CustomerOrder.CreatedAt => "created_at_ms",
            CustomerOrder.Email => "email_key",
            CustomerOrder.Name => "name",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };

    private static Customer Read(DbDataReader row) => CustomerDocument.Read(row.GetFieldValue<byte[]>(0));

    private static string EmailKey(string email) => email.ToLowerInvariant();

    // In capitals on both sides, because databases differ in what they take for the same letter.
    private static string SearchText(Customer customer) =>
        $"{customer.Email}\n{customer.Name}\n{customer.BillingName}\n{customer.ExternalId}".ToUpperInvariant();
}
