using System.Data.Common;
using System.Globalization;
using Checkstand.Core;

namespace Checkstand.Storage;

/// <summary>
/// One page of a list and its length, as SQL that is put together from constants of the code. Values only ever travel
/// as parameters.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="columns">The columns that are read.</param>
internal sealed class NumberedList(string table, string columns)
{
    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <summary>Keeps rows of which a condition holds; its parameters are named <c>@0</c>, <c>@1</c>... in it.</summary>
    public NumberedList Where(string condition, params ReadOnlySpan<object?> values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            condition = condition.Replace($"@{i}", Add(values[i]), StringComparison.Ordinal);
        }

        conditions.Add(condition);
        return this;
    }

    /// <summary>Keeps rows whose column has one of the values; all rows when there are none.</summary>
    public NumberedList In<T>(string column, IReadOnlyList<T> values, Func<T, object> parameter)
    {
        if (values.Count == 0)
        {
            return this;
        }

        // Filled up to a power of two with the last value, so that few different statements are ever prepared.
        var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count);
        var names = Enumerable.Range(0, count).Select(i => Add(parameter(values[Math.Min(i, values.Count - 1)])));
        conditions.Add($"{column} IN ({string.Join(", ", names)})");
        return this;
    }

    /// <summary>Keeps rows whose column has one of the ids.</summary>
    public NumberedList In(string column, IReadOnlyList<Guid> ids) =>
        In(column, ids, static id => id.ToByteArray(bigEndian: true));

    /// <summary>Keeps rows whose column <c>metadata</c> has these texts, numbers or booleans, by key.</summary>
    public NumberedList HasMetadata(IReadOnlyDictionary<string, string> wanted)
    {
        foreach (var (key, value) in wanted)
        {
            Where(
                """
                EXISTS (
                    SELECT 1
                    FROM json_each(metadata) AS said
                    WHERE said.key = @0
                        AND CASE said.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(said.value AS TEXT) END
                            = @1
                )
                """,
                key,
                value
            );
        }

        return this;
    }

    /// <summary>Reads the page.</summary>
    /// <param name="statements">The connection.</param>
    /// <param name="criteria">By what the list is sorted: expressions over the table's columns. Rows that are equal in all come by id.</param>
    /// <param name="page">Which page.</param>
    /// <param name="read">Reads a row.</param>
    public NumberedPage<T> Read<T>(
        PreparedStatements statements,
        IEnumerable<(string Expression, bool IsDescending)> criteria,
        PageNumber page,
        Func<DbDataReader, T> read
    )
    {
        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        var total = Convert.ToInt64(
            statements.With($"SELECT COUNT(*) FROM {table} {where}", [.. parameters]).ExecuteScalar(),
            CultureInfo.InvariantCulture
        );
        if (page.Skipped >= total)
        {
            return new NumberedPage<T>([], total);
        }

        var order = string.Join(
            ", ",
            criteria.Select(by => by.IsDescending ? $"{by.Expression} DESC" : by.Expression).Append("id")
        );
        var sql = $"SELECT {columns} FROM {table} {where} ORDER BY {order} LIMIT @max OFFSET @skipped";
        using var rows = statements
            .With(sql, [.. parameters, ("@max", (long)page.Size), ("@skipped", page.Skipped)])
            .ExecuteReader();
        var items = new List<T>();
        while (rows.Read())
        {
            items.Add(read(rows));
        }

        return new NumberedPage<T>(items, total);
    }

    private string Add(object? value)
    {
        var name = $"@p{parameters.Count}";
        parameters.Add((name, value));
        return name;
    }
}
