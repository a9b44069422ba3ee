using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a redemption has come to.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<GiftCardRedemptionStatus>))]
public readonly record struct GiftCardRedemptionStatus(string Value) : IOpenEnum<GiftCardRedemptionStatus>
{
    /// <summary><c>created</c></summary>
    public static GiftCardRedemptionStatus Created { get; } = new("created");

    /// <summary><c>succeeded</c></summary>
    public static GiftCardRedemptionStatus Succeeded { get; } = new("succeeded");

    /// <summary><c>failed</c></summary>
    public static GiftCardRedemptionStatus Failed { get; } = new("failed");

    /// <summary><c>skipped</c></summary>
    public static GiftCardRedemptionStatus Skipped { get; } = new("skipped");

    /// <inheritdoc/>
    public static GiftCardRedemptionStatus From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
