using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>The parameter <c>metadata[key]=value</c> of lists.</summary>
internal static class MetadataFilter
{
    private const string Start = "metadata[";

    // As many as metadata has keys, and each key is a condition of the statement.
    private const int CountMax = 50;

    /// <summary>What must be there, by key; of a key that is repeated the last value.</summary>
    public static IReadOnlyDictionary<string, string> Read(HttpRequest request) =>
        request
            .Query.Where(pair => pair.Key.StartsWith(Start, StringComparison.Ordinal) && pair.Key.EndsWith(']'))
            .Take(CountMax)
            .ToDictionary(pair => pair.Key[Start.Length..^1], pair => pair.Value[^1] ?? "", StringComparer.Ordinal);
}
