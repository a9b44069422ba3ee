using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Where an approval page opens.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ApprovalTarget>))]
public readonly record struct ApprovalTarget(string Value) : IOpenEnum<ApprovalTarget>
{
    /// <summary>In a window of its own.</summary>
    public static ApprovalTarget NewWindow { get; } = new("new_window");

    /// <summary>Anywhere.</summary>
    public static ApprovalTarget Any { get; } = new("any");

    /// <inheritdoc/>
    public static ApprovalTarget From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
