using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

/// <summary>The filter <c>metadata[key]=value</c> of lists.</summary>
internal static class MetadataFilter
{
    private const string Prefix = "metadata[";

    /// <summary>What must be there, by key; of a key that comes twice the last counts.</summary>
    public static IReadOnlyDictionary<string, string> Read(HttpRequest request) =>
        request
            .Query.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal) && pair.Key.EndsWith(']'))
            .Where(pair => pair.Key.Length > Prefix.Length + 1 && !string.IsNullOrEmpty(pair.Value[^1]))
            .ToDictionary(pair => pair.Key[Prefix.Length..^1], pair => pair.Value[^1]!, StringComparer.Ordinal);
}
