using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How a method of payment is used.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<Mode>))]
public readonly record struct Mode(string Value) : IOpenEnum<Mode>
{
    /// <summary><c>card</c></summary>
    public static Mode Card { get; } = new("card");

    /// <summary><c>redirect</c></summary>
    public static Mode Redirect { get; } = new("redirect");

    /// <summary><c>applepay</c></summary>
    public static Mode Applepay { get; } = new("applepay");

    /// <summary><c>googlepay</c></summary>
    public static Mode Googlepay { get; } = new("googlepay");

    /// <summary><c>checkout-session</c></summary>
    public static Mode CheckoutSession { get; } = new("checkout-session");

    /// <summary><c>click-to-pay</c></summary>
    public static Mode ClickToPay { get; } = new("click-to-pay");

    /// <summary><c>gift-card</c></summary>
    public static Mode GiftCard { get; } = new("gift-card");

    /// <summary><c>bank</c></summary>
    public static Mode Bank { get; } = new("bank");

    /// <summary><c>paze</c></summary>
    public static Mode Paze { get; } = new("paze");

    /// <inheritdoc/>
    public static Mode From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
