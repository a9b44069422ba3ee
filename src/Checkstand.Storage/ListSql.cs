using System.Text;
using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Storage;

/// <summary>
/// What the sorted lists of the catalogue and of customers have in common. Everything that becomes SQL text here is a
/// constant of the caller; what a client said only ever travels in parameters.
/// </summary>
internal static class ListSql
{
    /// <summary>
    /// Keeps the rows whose column <c>metadata</c> has every pair of the parameter <c>@metadata</c> (see
    /// <see cref="Wanted"/>), whatever kind of scalar it is there.
    /// </summary>
    public const string HasMetadata = """
        (@metadata IS NULL OR NOT EXISTS (
            SELECT 1
            FROM json_each(@metadata) AS wanted
            WHERE NOT EXISTS (
                SELECT 1
                FROM json_each(metadata) AS had
                WHERE had.key = wanted.key
                    AND wanted.value = CASE had.type
                        WHEN 'true' THEN 'true'
                        WHEN 'false' THEN 'false'
                        ELSE CAST(had.value AS TEXT)
                    END
            )
        ))
        """;

    /// <summary>
    /// The terms of ORDER BY, the id last. A criterion that comes twice counts once, so that the number of texts, and of
    /// statements that are kept prepared, is bounded. Nulls are the greatest, as in PostgreSQL.
    /// </summary>
    /// <param name="sorting">What was asked for.</param>
    /// <param name="column">The column of a criterion, and whether it can be null.</param>
    public static string OrderBy<T>(IReadOnlyList<Sorting<T>> sorting, Func<T, (string Name, bool IsNullable)> column)
        where T : struct, Enum
    {
        var terms = new StringBuilder();
        foreach (var criterion in sorting.DistinctBy(each => each.By))
        {
            var (name, isNullable) = column(criterion.By);
            terms.Append(name).Append(criterion.IsDescending ? " DESC" : " ASC");
            if (isNullable)
            {
                terms.Append(criterion.IsDescending ? " NULLS FIRST" : " NULLS LAST");
            }

            terms.Append(", ");
        }

        return terms.Append("id").ToString();
    }

    /// <summary>What is searched in: in capitals on both sides, because databases differ in what they take for the same letter.</summary>
    public static string SearchText(params ReadOnlySpan<string?> parts) => string.Join('\n', parts).ToUpperInvariant();

    /// <summary>The pattern of LIKE (with <c>\</c> as its escape) that finds a part of <see cref="SearchText"/>; null for any.</summary>
    public static string? Pattern(string? query) =>
        query is null
            ? null
            : $"%{query
                .ToUpperInvariant()
                .Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal)}%";

    /// <summary>The parameter of <see cref="HasMetadata"/>; null for any.</summary>
    public static string? Wanted(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return null;
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in metadata)
            {
                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>What stands in the column <c>metadata</c>.</summary>
    public static string Kept(JsonText metadata) => metadata.IsPresent ? metadata.ToString() : "{}";
}
