using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Where refunded money goes.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<RefundTargetType>))]
public readonly record struct RefundTargetType(string Value) : IOpenEnum<RefundTargetType>
{
    /// <summary>To what was paid with.</summary>
    public static RefundTargetType PaymentMethod { get; } = new("payment-method");

    /// <summary>To a gift card.</summary>
    public static RefundTargetType GiftCardRedemption { get; } = new("gift-card-redemption");

    /// <inheritdoc/>
    public static RefundTargetType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
