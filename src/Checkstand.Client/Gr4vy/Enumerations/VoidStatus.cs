using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What giving up an authorization has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<VoidStatus>))]
public readonly record struct VoidStatus(string Value) : IOpenEnum<VoidStatus>
{
    /// <summary>The authorization is gone.</summary>
    public static VoidStatus Succeeded { get; } = new("succeeded");

    /// <summary>The outcome is not known yet.</summary>
    public static VoidStatus Pending { get; } = new("pending");

    /// <summary>The payment service said no.</summary>
    public static VoidStatus Declined { get; } = new("declined");

    /// <summary>Something went wrong.</summary>
    public static VoidStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public static VoidStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
