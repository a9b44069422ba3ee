using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Direction of a list.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<OrderBy>))]
public readonly record struct OrderBy(string Value) : IOpenEnum<OrderBy>
{
    /// <summary>Lowest or oldest first.</summary>
    public static OrderBy Asc { get; } = new("asc");

    /// <summary>Highest or newest first.</summary>
    public static OrderBy Desc { get; } = new("desc");

    /// <inheritdoc/>
    public static OrderBy From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
