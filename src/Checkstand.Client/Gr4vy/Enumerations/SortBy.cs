using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a buyer's cards are sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SortBy>))]
public readonly record struct SortBy(string Value) : IOpenEnum<SortBy>
{
    /// <summary><c>last_used_at</c></summary>
    public static SortBy LastUsedAt { get; } = new("last_used_at");

    /// <summary><c>usage_count</c></summary>
    public static SortBy UsageCount { get; } = new("usage_count");

    /// <summary><c>cit_last_used_at</c></summary>
    public static SortBy CitLastUsedAt { get; } = new("cit_last_used_at");

    /// <summary><c>cit_usage_count</c></summary>
    public static SortBy CitUsageCount { get; } = new("cit_usage_count");

    /// <inheritdoc/>
    public static SortBy From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
