using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a cancellation has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CancelStatus>))]
public readonly record struct CancelStatus(string Value) : IOpenEnum<CancelStatus>
{
    /// <summary>It is cancelled.</summary>
    public static CancelStatus Succeeded { get; } = new("succeeded");

    /// <summary>The outcome is not known yet.</summary>
    public static CancelStatus Pending { get; } = new("pending");

    /// <summary>Something went wrong.</summary>
    public static CancelStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static CancelStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
