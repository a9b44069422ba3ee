using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What was sent to a payment service.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<InstrumentType>))]
public readonly record struct InstrumentType(string Value) : IOpenEnum<InstrumentType>
{
    /// <summary><c>pan</c></summary>
    public static InstrumentType Pan { get; } = new("pan");

    /// <summary><c>card_token</c></summary>
    public static InstrumentType CardToken { get; } = new("card_token");

    /// <summary><c>redirect</c></summary>
    public static InstrumentType Redirect { get; } = new("redirect");

    /// <summary><c>redirect_token</c></summary>
    public static InstrumentType RedirectToken { get; } = new("redirect_token");

    /// <summary><c>googlepay</c></summary>
    public static InstrumentType Googlepay { get; } = new("googlepay");

    /// <summary><c>applepay</c></summary>
    public static InstrumentType Applepay { get; } = new("applepay");

    /// <summary><c>network_token</c></summary>
    public static InstrumentType NetworkToken { get; } = new("network_token");

    /// <summary><c>plaid</c></summary>
    public static InstrumentType Plaid { get; } = new("plaid");

    /// <summary><c>bank</c></summary>
    public static InstrumentType Bank { get; } = new("bank");

    /// <inheritdoc/>
    public static InstrumentType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
