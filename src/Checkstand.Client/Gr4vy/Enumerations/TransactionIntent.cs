using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a payment is to do.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<TransactionIntent>))]
public readonly record struct TransactionIntent(string Value) : IOpenEnum<TransactionIntent>
{
    /// <summary>Reserve the money.</summary>
    public static TransactionIntent Authorize { get; } = new("authorize");

    /// <summary>Take the money at once.</summary>
    public static TransactionIntent Capture { get; } = new("capture");

    /// <inheritdoc/>
    public static TransactionIntent From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
