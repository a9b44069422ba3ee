using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Storage;

/// <summary>
/// A sorted, numbered page of one table: conditions, order and what is skipped. It is put together of fixed fragments of
/// SQL; values travel as parameters only.
/// </summary>
/// <param name="table">The table.</param>
internal sealed class ListQuery(string table)
{
    private readonly StringBuilder conditions = new();
    private readonly List<(string Name, object? Value)> parameters = [];
    private readonly List<(string Column, string Criterion)> order = [];

    /// <summary>Adds a condition that names its parameters.</summary>
    public ListQuery And(string condition, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        conditions.Append(conditions.Length == 0 ? "WHERE " : " AND ").Append(condition);
        parameters.AddRange(values);
        return this;
    }

    /// <summary>Wants a column of 0 and 1 to be this; null for both.</summary>
    public ListQuery AndIs(string column, bool? wanted) =>
        wanted is { } said ? And($"{column} = @{column}", ($"@{column}", said ? 1L : 0L)) : this;

    /// <summary>Wants a column to be one of these; none for any.</summary>
    public ListQuery AndOneOf(string column, IReadOnlyList<object> wanted) => AndOneOf(column, column, wanted);

    /// <summary>Wants a column to be one of these ids; none for any.</summary>
    public ListQuery AndOneOf(string column, IReadOnlyList<Guid> wanted) =>
        AndOneOf(column, [.. wanted.Select(id => (object)id.ToByteArray(bigEndian: true))]);

    /// <summary>Wants an expression to be one of these; none for any.</summary>
    /// <param name="name">Names the parameters.</param>
    /// <param name="expression">The expression, over the columns of the table.</param>
    /// <param name="wanted">The values.</param>
    /// <param name="within">Makes the condition of it, where it is about another table's rows; null for itself.</param>
    public ListQuery AndOneOf(
        string name,
        string expression,
        IReadOnlyList<object> wanted,
        Func<string, string>? within = null
    )
    {
        if (wanted.Count == 0)
        {
            return this;
        }

        // Filled up to a power of two with the first, so that the lengths of lists do not make a statement each.
        var count = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)wanted.Count);
        var names = Enumerable.Range(0, count).Select(at => $"@{name}{at}").ToList();
        var isOneOf = $"{expression} IN ({string.Join(", ", names)})";
        And(within is null ? isOneOf : within(isOneOf));
        parameters.AddRange(names.Select((each, at) => (each, (object?)wanted[at < wanted.Count ? at : 0])));
        return this;
    }

    /// <summary>Wants a column of texts in capitals to contain a text in any case; null for any.</summary>
    public ListQuery AndContains(string column, string? part) =>
        Pattern(part) is { } pattern ? And($"{column} LIKE @{column} ESCAPE '\\'", ($"@{column}", pattern)) : this;

    /// <summary>The pattern of LIKE, with <c>\</c> as its escape, that finds a part of a text in capitals; null for any.</summary>
    public static string? Pattern(string? part) =>
        part is null
            ? null
            : $"%{part
                .ToUpperInvariant()
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <summary>Wants a column that <see cref="MetadataText"/> wrote to have each of these keys with one of its values.</summary>
    public ListQuery AndMetadata(string column, IReadOnlyDictionary<string, IReadOnlyList<string>> wanted)
    {
        var at = 0;
        foreach (var (key, values) in wanted)
        {
            var entries = values
                .Select(value => (Name: $"@{column}{at++}", Value: (object?)Entry(key, value)))
                .ToArray();
            // What is there can be taken out. LIKE would take capitals for small letters.
            var any = entries.Select(entry => $"replace({column}, {entry.Name}, '') <> {column}");
            And($"({string.Join(" OR ", any)})", entries);
        }

        return this;
    }

    /// <summary>Wants a column of instants to compare with one; null for any.</summary>
    /// <param name="column">The column, milliseconds.</param>
    /// <param name="comparison">The operator.</param>
    /// <param name="bound">The instant.</param>
    public ListQuery AndInstant(string column, string comparison, DateTimeOffset? bound)
    {
        var name = $"@{column}_{(comparison[0] == '<' ? "until" : "from")}";
        return bound is { } instant
            ? And($"{column} {comparison} {name}", (name, instant.ToUnixTimeMilliseconds()))
            : this;
    }

    /// <summary>Sorts by a column, after those that were named before.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isDescending">Greatest first.</param>
    /// <param name="isNullable">Whether it can be null, which is greater than everything, as in PostgreSQL.</param>
    public ListQuery OrderBy(string column, bool isDescending, bool isNullable = false)
    {
        var nulls = isDescending ? " NULLS FIRST" : " NULLS LAST";
        // A column that was named before is decided already.
        if (order.All(by => by.Column != column))
        {
            order.Add((column, $"{column}{(isDescending ? " DESC" : "")}{(isNullable ? nulls : "")}"));
        }

        return this;
    }

    /// <summary>Reads the page; the id decides where all else is equal.</summary>
    /// <param name="statements">The connection.</param>
    /// <param name="columns">What is read of each row.</param>
    /// <param name="page">Which page.</param>
    /// <param name="read">Makes an item of a row.</param>
    public NumberedPage<T> Read<T>(
        PreparedStatements statements,
        string columns,
        PageNumber page,
        Func<DbDataReader, T> read
    )
    {
        var items = ReadItems(statements, columns, page, read);
        return new NumberedPage<T>(items, page.TotalIfLast(items.Count) ?? Count(statements));
    }

    private long Count(PreparedStatements statements)
    {
        using var counting = statements.Once(
            $"""
            SELECT COUNT(*)
            FROM {table}
            {conditions}
            """,
            [.. parameters]
        );
        return Convert.ToInt64(counting.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private List<T> ReadItems<T>(
        PreparedStatements statements,
        string columns,
        PageNumber page,
        Func<DbDataReader, T> read
    )
    {
        using var reading = statements.Once(
            $"""
            SELECT {columns}
            FROM {table}
            {conditions}
            ORDER BY {string.Join(", ", order.Select(by => by.Criterion).Append("id"))}
            LIMIT @size OFFSET @skipped
            """,
            [.. parameters, ("@size", (long)page.Size), ("@skipped", page.Skipped)]
        );
        using var rows = reading.ExecuteReader();
        var items = new List<T>();
        while (rows.Read())
        {
            items.Add(read(rows));
        }

        return items;
    }

    /// <summary>A JSON object of texts, numbers and booleans as a column that <see cref="AndMetadata"/> looks into.</summary>
    public static string MetadataText(JsonText metadata)
    {
        if (!metadata.HasValue)
        {
            return "";
        }

        using var parsed = JsonDocument.Parse(metadata.Utf8);
        return string.Concat(
            parsed
                .RootElement.EnumerateObject()
                .Select(entry =>
                    Entry(
                        entry.Name,
                        entry.Value.ValueKind == JsonValueKind.String
                            ? entry.Value.GetString()!
                            : entry.Value.GetRawText()
                    )
                )
        );
    }

    // Between line breaks, which no part can have in it, because JSON escapes them.
    private static string Entry(string key, string value) =>
        $"\n\"{JsonEncodedText.Encode(key)}\":\"{JsonEncodedText.Encode(value)}\"\n";
}
