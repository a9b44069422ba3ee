using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of gift card service.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<GiftCardServiceProvider>))]
public readonly record struct GiftCardServiceProvider(string Value) : IOpenEnum<GiftCardServiceProvider>
{
    /// <summary><c>mock-gift-card</c></summary>
    public static GiftCardServiceProvider MockGiftCard { get; } = new("mock-gift-card");

    /// <summary><c>qwikcilver-gift-card</c></summary>
    public static GiftCardServiceProvider QwikcilverGiftCard { get; } = new("qwikcilver-gift-card");

    /// <summary><c>valuelink-gift-card</c></summary>
    public static GiftCardServiceProvider ValuelinkGiftCard { get; } = new("valuelink-gift-card");

    /// <inheritdoc/>
    public static GiftCardServiceProvider From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
