using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>The table <c>meters</c>.</summary>
public static class MeterTable
{
    private const string InsertSql = """
        INSERT INTO meters (id, organization_id, created_at_ms, name, search_text, is_archived, metadata, document)
        VALUES (@id, @organization_id, @created_at_ms, @name, @search_text, @is_archived, @metadata, @document)
        """;

    private const string UpdateSql = """
        UPDATE meters
        SET name = @name, search_text = @search_text, is_archived = @is_archived, metadata = @metadata,
            document = @document
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT document
        FROM meters
        WHERE id = @id
        """;

    /// <summary>Adds a meter whose id is free.</summary>
    public static void Insert(PreparedStatements statements, Meter meter) =>
        statements.Execute(
            InsertSql,
            ("@id", meter.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", meter.OrganizationId.ToBytes()),
            ("@created_at_ms", meter.CreatedAt.ToUnixTimeMilliseconds()),
            ("@name", meter.Name),
            ("@search_text", meter.Name.ToUpperInvariant()),
            ("@is_archived", meter.ArchivedAt is null ? 0L : 1L),
            ("@metadata", ListQuery.MetadataText(meter.Metadata)),
            ("@document", CatalogueDocument.Write(meter))
        );

    /// <summary>Writes a meter's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, Meter meter) =>
        statements.Execute(
            UpdateSql,
            ("@name", meter.Name),
            ("@search_text", meter.Name.ToUpperInvariant()),
            ("@is_archived", meter.ArchivedAt is null ? 0L : 1L),
            ("@metadata", ListQuery.MetadataText(meter.Metadata)),
            ("@document", CatalogueDocument.Write(meter)),
            ("@id", meter.Id.ToByteArray(bigEndian: true))
        );

    /// <summary>A meter of an organization; null when there is none.</summary>
    public static Meter? Find(PreparedStatements statements, OrganizationId organization, Guid id)
    {
        using var row = statements.With(FindSql, ("@id", id.ToByteArray(bigEndian: true))).ExecuteReader();
        return row.Read() && Read(row) is { } meter && meter.OrganizationId == organization ? meter : null;
    }

    /// <summary>A part of an organization's meters.</summary>
    public static NumberedPage<Meter> List(
        PreparedStatements statements,
        OrganizationId organization,
        MeterFilter filter,
        PageNumber page
    )
    {
        var query = new ListQuery("meters")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndContains("search_text", filter.Query)
            .AndIs("is_archived", filter.IsArchived)
            .AndMetadata("metadata", filter.Metadata);
        foreach (var (by, isDescending) in filter.Sorting)
        {
            query.OrderBy(by == MeterOrder.Name ? "name" : "created_at_ms", isDescending);
        }

        return query.Read(statements, "document", page, Read);
    }

    private static Meter Read(DbDataReader row) => CatalogueDocument.ReadMeter(row.GetFieldValue<byte[]>(0));
}
