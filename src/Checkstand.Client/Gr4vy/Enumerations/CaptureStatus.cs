using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a capture has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CaptureStatus>))]
public readonly record struct CaptureStatus(string Value) : IOpenEnum<CaptureStatus>
{
    /// <summary>The money was taken.</summary>
    public static CaptureStatus Succeeded { get; } = new("succeeded");

    /// <summary>The outcome is not known yet.</summary>
    public static CaptureStatus Pending { get; } = new("pending");

    /// <summary>The payment service said no.</summary>
    public static CaptureStatus Declined { get; } = new("declined");

    /// <summary>Something went wrong.</summary>
    public static CaptureStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static CaptureStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
