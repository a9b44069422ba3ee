using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How 3-D Secure was done.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ThreeDSecureMethod>))]
public readonly record struct ThreeDSecureMethod(string Value) : IOpenEnum<ThreeDSecureMethod>
{
    /// <summary>The buyer was asked.</summary>
    public static ThreeDSecureMethod Challenge { get; } = new("challenge");

    /// <summary>The buyer was not asked.</summary>
    public static ThreeDSecureMethod Frictionless { get; } = new("frictionless");

    /// <inheritdoc/>
    public static ThreeDSecureMethod From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
