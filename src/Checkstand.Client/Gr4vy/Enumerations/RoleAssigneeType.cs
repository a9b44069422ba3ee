using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Who may have a role.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<RoleAssigneeType>))]
public readonly record struct RoleAssigneeType(string Value) : IOpenEnum<RoleAssigneeType>
{
    /// <summary><c>user</c></summary>
    public static RoleAssigneeType User { get; } = new("user");

    /// <summary><c>api-key-pair</c></summary>
    public static RoleAssigneeType ApiKeyPair { get; } = new("api-key-pair");

    /// <inheritdoc/>
    public static RoleAssigneeType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
