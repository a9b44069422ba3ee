using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>The tables <c>products</c>, with the columns that are searched by beside the document, and <c>product_prices</c>.</summary>
public static class ProductTable
{
    private const string InsertSql = """
        INSERT INTO products (id, organization_id, created_at_ms, name, search_text, visibility, is_archived, is_recurring,
                              price_kind, price_minor_units, metadata, document)
        VALUES (@id, @organization_id, @created_at_ms, @name, @search_text, @visibility, @is_archived, @is_recurring,
                @price_kind, @price_minor_units, @metadata, @document)
        """;

    private const string UpdateSql = """
        UPDATE products
        SET name = @name, search_text = @search_text, visibility = @visibility, is_archived = @is_archived,
            is_recurring = @is_recurring, price_kind = @price_kind, price_minor_units = @price_minor_units,
            metadata = @metadata, document = @document
        WHERE id = @id
        """;

    private const string AddPriceSql = """
        INSERT INTO product_prices (id, product_id)
        VALUES (@id, @product_id)
        ON CONFLICT DO NOTHING
        """;

    private const string FindSql = """
        SELECT document
        FROM products
        WHERE id = @id
        """;

    private const string FindByPriceSql = """
        SELECT document
        FROM products
        WHERE id = (SELECT product_id FROM product_prices WHERE id = @price_id)
        """;

    /// <summary>Adds a product whose id is free.</summary>
    public static void Insert(PreparedStatements statements, Product product)
    {
        var (kind, minorUnits) = FirstPrice(product);
        statements.Execute(
            InsertSql,
            ("@id", product.Id.ToByteArray(bigEndian: true)),
            ("@organization_id", product.OrganizationId.ToBytes()),
            ("@created_at_ms", product.CreatedAt.ToUnixTimeMilliseconds()),
            ("@name", product.Name),
            ("@search_text", product.Name.ToUpperInvariant()),
            ("@visibility", product.Visibility.ToString()),
            ("@is_archived", product.IsArchived ? 1L : 0L),
            ("@is_recurring", product.IsRecurring ? 1L : 0L),
            ("@price_kind", kind),
            ("@price_minor_units", minorUnits),
            ("@metadata", ListQuery.MetadataText(product.Metadata)),
            ("@document", CatalogueDocument.Write(product))
        );
        AddPrices(statements, product);
    }

    /// <summary>Writes a product's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, Product product)
    {
        statements.NoteChangedProduct();
        var (kind, minorUnits) = FirstPrice(product);
        statements.Execute(
            UpdateSql,
            ("@name", product.Name),
            ("@search_text", product.Name.ToUpperInvariant()),
            ("@visibility", product.Visibility.ToString()),
            ("@is_archived", product.IsArchived ? 1L : 0L),
            ("@is_recurring", product.IsRecurring ? 1L : 0L),
            ("@price_kind", kind),
            ("@price_minor_units", minorUnits),
            ("@metadata", ListQuery.MetadataText(product.Metadata)),
            ("@document", CatalogueDocument.Write(product)),
            ("@id", product.Id.ToByteArray(bigEndian: true))
        );
        AddPrices(statements, product);
    }

    /// <summary>A product of any organization; null when there is none.</summary>
    public static Product? Find(PreparedStatements statements, Guid id)
    {
        var known = statements.KnownProducts;
        if (known?.Find(id) is { } found)
        {
            return found;
        }

        var generation = known?.Generation ?? 0;
        using var row = statements.With(FindSql, ("@id", id.ToByteArray(bigEndian: true))).ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var product = Read(row);
        known?.Keep(product, generation);
        return product;
    }

    /// <summary>A product of an organization; null when there is none.</summary>
    public static Product? Find(PreparedStatements statements, OrganizationId organization, Guid id) =>
        Find(statements, id) is { } product && product.OrganizationId == organization ? product : null;

    /// <summary>The product of an organization that has a price; null when there is none.</summary>
    public static Product? FindByPrice(PreparedStatements statements, OrganizationId organization, Guid priceId)
    {
        using var row = statements
            .With(FindByPriceSql, ("@price_id", priceId.ToByteArray(bigEndian: true)))
            .ExecuteReader();
        return row.Read() && Read(row) is { } product && product.OrganizationId == organization ? product : null;
    }

    /// <summary>A part of an organization's products.</summary>
    public static NumberedPage<Product> List(
        PreparedStatements statements,
        OrganizationId organization,
        ProductFilter filter,
        PageNumber page
    )
    {
        var query = new ListQuery("products")
            .And("organization_id = @organization_id", ("@organization_id", organization.ToBytes()))
            .AndOneOf("id", [.. filter.Ids.Select(id => id.ToByteArray(bigEndian: true))])
            .AndContains("search_text", filter.Query)
            .AndIs("is_archived", filter.IsArchived)
            .AndIs("is_recurring", filter.IsRecurring)
            .AndOneOf("visibility", [.. filter.Visibilities.Select(visibility => visibility.ToString())])
            .AndMetadata("metadata", filter.Metadata);
        foreach (var (by, isDescending) in filter.Sorting)
        {
            query.OrderBy(ColumnOf(by), isDescending);
        }

        return query.Read(statements, "document", page, Read);
    }

    private static void AddPrices(PreparedStatements statements, Product product)
    {
        foreach (var price in product.Prices)
        {
            statements.Execute(
                AddPriceSql,
                ("@id", price.Id.ToByteArray(bigEndian: true)),
                ("@product_id", product.Id.ToByteArray(bigEndian: true))
            );
        }
    }

    private static string ColumnOf(ProductOrder by) =>
        by switch
        {
            ProductOrder.CreatedAt => "created_at_ms",
            ProductOrder.Name => "name",
            ProductOrder.PriceKind => "price_kind",
            ProductOrder.PriceAmount => "price_minor_units",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };

    // What lists are sorted by: the first price that can be bought at; what it costs at least.
    private static (string Kind, long MinorUnits) FirstPrice(Product product) =>
        product.Prices.FirstOrDefault(price => !price.IsArchived) switch
        {
            Price.Fixed price => ("fixed", price.MinorUnits),
            Price.Custom price => ("custom", price.MinorUnitsMin),
            Price.SeatBased price => ("seat_based", price.Tiers[0].MinorUnitsPerSeat),
            Price.Metered => ("metered_unit", 0),
            _ => ("", 0),
        };

    private static Product Read(DbDataReader row) => CatalogueDocument.ReadProduct(row.GetFieldValue<byte[]>(0));
}
