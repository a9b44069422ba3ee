using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>State of a network token.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<NetworkTokenStatus>))]
public readonly record struct NetworkTokenStatus(string Value) : IOpenEnum<NetworkTokenStatus>
{
    /// <summary><c>active</c></summary>
    public static NetworkTokenStatus Active { get; } = new("active");

    /// <summary><c>inactive</c></summary>
    public static NetworkTokenStatus Inactive { get; } = new("inactive");

    /// <summary><c>suspended</c></summary>
    public static NetworkTokenStatus Suspended { get; } = new("suspended");

    /// <summary><c>deleted</c></summary>
    public static NetworkTokenStatus Deleted { get; } = new("deleted");

    /// <inheritdoc/>
    public static NetworkTokenStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
