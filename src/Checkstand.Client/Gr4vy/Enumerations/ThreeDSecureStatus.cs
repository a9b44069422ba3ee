using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What 3-D Secure has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ThreeDSecureStatus>))]
public readonly record struct ThreeDSecureStatus(string Value) : IOpenEnum<ThreeDSecureStatus>
{
    /// <summary><c>setup_error</c></summary>
    public static ThreeDSecureStatus SetupError { get; } = new("setup_error");

    /// <summary><c>error</c></summary>
    public static ThreeDSecureStatus Error { get; } = new("error");

    /// <summary><c>declined</c></summary>
    public static ThreeDSecureStatus Declined { get; } = new("declined");

    /// <summary><c>cancelled</c></summary>
    public static ThreeDSecureStatus Cancelled { get; } = new("cancelled");

    /// <summary><c>complete</c></summary>
    public static ThreeDSecureStatus Complete { get; } = new("complete");

    /// <inheritdoc/>
    public static ThreeDSecureStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
