using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Checkstand.Polar;

/// <summary>The parameter <c>metadata[key]=value</c> of lists.</summary>
internal static class MetadataFilter
{
    private const string Start = "metadata[";

    // As many as metadata has keys, and each is a condition of the statement.
    private const int CountMax = 50;

    /// <summary>What must be there, by key: one of the values that the key is repeated with.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(HttpRequest request) =>
        Parameters(request)
            .Take(CountMax)
            .GroupBy(each => each.Key, each => each.Value, StringComparer.Ordinal)
            .ToDictionary(
                values => values.Key,
                values => (IReadOnlyList<string>)[.. values.Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal
            );

    // Read from the query itself: the framework's collection takes keys that differ in case for one.
    private static IEnumerable<(string Key, string Value)> Parameters(HttpRequest request)
    {
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            if (name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(']'))
            {
                yield return (name[Start.Length..^1], pair.DecodeValue().ToString());
            }
        }
    }
}
