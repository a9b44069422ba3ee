using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Whether a provider opened a session.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CreateSessionStatus>))]
public readonly record struct CreateSessionStatus(string Value) : IOpenEnum<CreateSessionStatus>
{
    /// <summary><c>succeeded</c></summary>
    public static CreateSessionStatus Succeeded { get; } = new("succeeded");

    /// <summary><c>failed</c></summary>
    public static CreateSessionStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static CreateSessionStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
