using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;

namespace Checkstand.Storage;

/// <summary>The table <c>custom_fields</c>.</summary>
public static class CustomFieldTable
{
    private const string InsertSql = """
        INSERT INTO custom_fields (id, organization_id, created_at_ms, slug, name, kind, search_text, document)
        VALUES (@id, @organization_id, @created_at_ms, @slug, @name, @kind, @search_text, @document)
        """;

    private const string UpdateSql = """
        UPDATE custom_fields
        SET slug = @slug, name = @name, search_text = @search_text, document = @document
        WHERE id = @id
        """;

    private const string DeleteSql = """
        DELETE FROM custom_fields
        WHERE id = @id AND organization_id = @organization_id
        """;

    private const string FindSql = """
        SELECT document
        FROM custom_fields
        WHERE id = @id
        """;

    private const string HolderSql = """
        SELECT id
        FROM custom_fields
        WHERE organization_id = @organization_id AND slug = @slug
        """;

    /// <summary>Adds a custom field whose id and slug are free.</summary>
    public static void Insert(PreparedStatements statements, CustomField field) =>
        statements.Execute(
            InsertSql,
            ("@id", field.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", field.OrganizationId.ToBytes()),
            ("@created_at_ms", field.CreatedAt.ToUnixTimeMilliseconds()),
            ("@slug", field.Slug),
            ("@name", field.Name),
            ("@kind", KindOf(field.Kind)),
            ("@search_text", SearchText(field)),
            ("@document", CatalogueDocument.Write(field))
        );

    /// <summary>Writes a custom field's new state over its old one. Its kind stays.</summary>
    public static void Update(PreparedStatements statements, CustomField field) =>
        statements.Execute(
            UpdateSql,
            ("@slug", field.Slug),
            ("@name", field.Name),
            ("@search_text", SearchText(field)),
            ("@document", CatalogueDocument.Write(field)),
            ("@id", field.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>Removes a custom field.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Delete(PreparedStatements statements, OrganizationId organization, Guid id) =>
        statements.Execute(
            DeleteSql,
            ("@id", id.ToByteArray(bigEndian: true)),
            ("@organization_id", organization.ToBytes())
        ) > 0;

    /// <summary>A custom field of any organization; null when there is none.</summary>
    public static CustomField? Find(PreparedStatements statements, Guid id)
    {
        using var row = statements.With(FindSql, ("@id", id.ToByteArray(bigEndian: true))).ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>A custom field of an organization; null when there is none.</summary>
    public static CustomField? Find(PreparedStatements statements, OrganizationId organization, Guid id) =>
        Find(statements, id) is { } field && field.OrganizationId == organization ? field : null;

    /// <summary>The custom field of an organization that has a slug; null when there is none.</summary>
    public static Guid? Holder(PreparedStatements statements, OrganizationId organization, string slug) =>
        statements.With(HolderSql, ("@organization_id", organization.ToBytes()), ("@slug", slug)).ExecuteScalar()
            is byte[] id
            ? new Guid(id, bigEndian: true)
            : null;

    /// <summary>A part of an organization's custom fields.</summary>
    public static NumberedPage<CustomField> List(
        PreparedStatements statements,
        OrganizationId organization,
        CustomFieldFilter filter,
        PageNumber page
    )
    {
        var query = new ListQuery("custom_fields")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndContains("search_text", filter.Query)
            .AndOneOf("kind", [.. filter.Kinds]);
        foreach (var (by, isDescending) in filter.Sorting)
        {
            query.OrderBy(ColumnOf(by), isDescending);
        }

        return query.Read(statements, "document", page, Read);
    }

    private static string ColumnOf(CustomFieldOrder by) =>
        by switch
        {
            CustomFieldOrder.CreatedAt => "created_at_ms",
            CustomFieldOrder.Slug => "slug",
            CustomFieldOrder.Name => "name",
            CustomFieldOrder.Kind => "kind",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };

    private static string KindOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text => "text",
            FieldKind.Number => "number",
            FieldKind.Instant => "date",
            FieldKind.Checkbox => "checkbox",
            FieldKind.Choice => "select",
            _ => throw new System.Diagnostics.UnreachableException($"No name is defined for {kind.GetType().Name}."),
        };

    private static string SearchText(CustomField field) => $"{field.Name}\n{field.Slug}".ToUpperInvariant();

    private static CustomField Read(DbDataReader row) => CatalogueDocument.ReadField(row.GetFieldValue<byte[]>(0));
}
