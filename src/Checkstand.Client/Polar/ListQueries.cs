namespace Checkstand.Client.Polar;

internal static class ListQueries
{
    /// <summary>What the metadata of each item must have, as <c>metadata[name]=value</c>.</summary>
    public static ApiRequest Metadata(this ApiRequest request, IReadOnlyDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(metadata));
            request.Query($"metadata[{name}]", value);
        }

        return request;
    }
}
