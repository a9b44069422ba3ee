using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a refund has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<RefundStatus>))]
public readonly record struct RefundStatus(string Value) : IOpenEnum<RefundStatus>
{
    /// <summary>The outcome is not known yet.</summary>
    public static RefundStatus Processing { get; } = new("processing");

    /// <summary>The money is on its way back.</summary>
    public static RefundStatus Succeeded { get; } = new("succeeded");

    /// <summary>Something went wrong.</summary>
    public static RefundStatus Failed { get; } = new("failed");

    /// <summary>The payment service said no.</summary>
    public static RefundStatus Declined { get; } = new("declined");

    /// <summary>It was taken back.</summary>
    public static RefundStatus Voided { get; } = new("voided");

    /// <inheritdoc/>
    public static RefundStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
