using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Storage;

/// <summary>
/// Sorted, numbered lists of checkouts. An organization may have millions, so the lists that everybody asks for (all of
/// them, or those in a status, the newest first) walk an index in the order that is wanted and are counted from
/// <c>checkout_counts</c>. Lists by product, and those sorted otherwise, look at all of an organization's entries of that
/// index, a tenth of a second for a million, and at the rows of one page. A search for a part of an email address looks at
/// all of an organization's rows, 0.2 seconds for 300,000 (decision 0021).
/// </summary>
public static class CheckoutList
{
    private const string Owner = "organization_id = @organization_id";

    // A customer has few checkouts and an organization many; the plus keeps the database from walking the organization's.
    private const string OwnerAside = "+organization_id = @organization_id";

    private const string CountKeptSql = """
        SELECT COALESCE(SUM(count), 0)
        FROM checkout_counts
        WHERE organization_id = @organization_id
        """;

    /// <summary>A part of an organization's checkouts.</summary>
    public static NumberedPage<CheckoutParts> Read(
        PreparedStatements statements,
        OrganizationId organization,
        CheckoutFilter filter,
        PageNumber page
    )
    {
        List<(string Name, object? Value)> parameters = [("@organization_id", organization.ToBytes())];
        var statuses = filter.Statuses.Distinct().Select(CheckoutTable.WordOf).ToList();
        parameters.AddRange(statuses.Select((status, at) => ($"@status{at}", (object?)status)));
        var narrow = Narrow(filter, parameters);
        var owner = filter.CustomerIds.Count + filter.ExternalCustomerIds.Count > 0 ? OwnerAside : Owner;
        var checkouts = ReadPage(statements, statuses.Count, owner, narrow, filter, page, parameters);
        var products = new Dictionary<Guid, Product>();
        return new NumberedPage<CheckoutParts>(
            [.. checkouts.Select(checkout => CheckoutTable.WithParts(statements, checkout, products))],
            page.TotalIfLast(checkouts.Count) ?? Count(statements, statuses.Count, owner, narrow, [.. parameters])
        );
    }

    private static List<Checkout> ReadPage(
        PreparedStatements statements,
        int statuses,
        string owner,
        string narrow,
        CheckoutFilter filter,
        PageNumber page,
        IReadOnlyList<(string Name, object? Value)> parameters
    )
    {
        using var rows = statements
            .With(
                $"""
                SELECT document
                FROM (
                    SELECT rowid AS place, created_at_ms, expires_at_ms, status, id
                    FROM checkouts
                    WHERE {owner}{OfStatus(statuses)}{narrow}
                    ORDER BY {Order(filter.Sorting)}
                    LIMIT @size OFFSET @skipped
                ) AS page
                JOIN checkouts ON checkouts.rowid = page.place
                ORDER BY {Order(filter.Sorting, "page.")}
                """,
                [.. parameters, ("@size", (long)page.Size), ("@skipped", page.Skipped)]
            )
            .ExecuteReader();
        var checkouts = new List<Checkout>(page.Size);
        while (rows.Read())
        {
            checkouts.Add(CheckoutTable.Read(rows));
        }

        return checkouts;
    }

    private static long Count(
        PreparedStatements statements,
        int statuses,
        string owner,
        string narrow,
        (string Name, object? Value)[] parameters
    )
    {
        var sql =
            narrow.Length == 0
                ? CountKeptSql + OfStatus(statuses)
                : $"""
                    SELECT COUNT(*)
                    FROM checkouts
                    WHERE {owner}{OfStatus(statuses)}{narrow}
                    """;
        return (long)statements.With(sql, parameters).ExecuteScalar()!;
    }

    private static string OfStatus(int statuses) => statuses == 0 ? "" : $" AND {OneOf("status", statuses)}";

    private static string Narrow(CheckoutFilter filter, List<(string Name, object? Value)> parameters)
    {
        var sql = new System.Text.StringBuilder();
        AndOneOf("product_id", filter.ProductIds.Select(id => (object)id.ToByteArray(bigEndian: true)));
        AndOneOf("customer_id", filter.CustomerIds.Select(id => (object)id.ToByteArray(bigEndian: true)));
        var externals = Add("external_customer_id", filter.ExternalCustomerIds);
        if (externals > 0)
        {
            // A customer may have been given its external id after the checkout.
            var wanted = Names("external_customer_id", externals);
            sql.Append(" AND (external_customer_id IN (")
                .Append(wanted)
                .Append(") OR customer_id IN (SELECT customers.id FROM customers WHERE customers.organization_id = ")
                .Append("@organization_id AND customers.external_id IN (")
                .Append(wanted)
                .Append(") AND customers.deleted_at_ms IS NULL))");
        }

        if (ListQuery.Pattern(filter.Query) is { } pattern)
        {
            sql.Append(" AND email_key LIKE @query ESCAPE '\\'");
            parameters.Add(("@query", pattern.ToLowerInvariant()));
        }

        return sql.ToString();

        void AndOneOf(string column, IEnumerable<object> wanted)
        {
            var count = Add(column, wanted);
            if (count > 0)
            {
                sql.Append(" AND ").Append(OneOf(column, count));
            }
        }

        // Filled up to a power of two with the first, so that the lengths of lists do not make a statement each.
        int Add(string column, IEnumerable<object> wanted)
        {
            var values = wanted.Distinct().ToList();
            if (values.Count == 0)
            {
                return 0;
            }

            var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
            for (var at = 0; at < count; at++)
            {
                parameters.Add(($"@{column}{at}", values[at < values.Count ? at : 0]));
            }

            return count;
        }
    }

    private static string OneOf(string column, int count) => $"{column} IN ({Names(column, count)})";

    private static string Names(string column, int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(at => $"@{column}{at}"));

    // The id decides where all else is equal, in the direction of the last criterion: so an index can be walked.
    private static string Order(IReadOnlyList<Sorting<CheckoutOrder>> sorting, string table = "")
    {
        var criteria = sorting.DistinctBy(each => each.By).ToList();
        var last = criteria is [.., var (by, isDescending)] ? (By: by, IsDescending: isDescending) : default;
        var direction = last.IsDescending ? " DESC" : " ASC";
        List<string> terms =
        [
            .. criteria.Select(each => table + ColumnOf(each.By) + (each.IsDescending ? " DESC" : " ASC")),
        ];
        if (last.By == CheckoutOrder.Status && criteria.All(each => each.By != CheckoutOrder.CreatedAt))
        {
            terms.Add($"{table}created_at_ms{direction}");
        }

        return string.Join(", ", [.. terms, $"{table}id{direction}"]);
    }

    private static string ColumnOf(CheckoutOrder by) =>
        by switch
        {
            CheckoutOrder.CreatedAt => "created_at_ms",
            CheckoutOrder.ExpiresAt => "expires_at_ms",
            CheckoutOrder.Status => "status",
            _ => throw new System.Diagnostics.UnreachableException($"No column is defined for {by}."),
        };
}
