using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of card.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CardType>))]
public readonly record struct CardType(string Value) : IOpenEnum<CardType>
{
    /// <summary>A credit card.</summary>
    public static CardType Credit { get; } = new("credit");

    /// <summary>A debit card.</summary>
    public static CardType Debit { get; } = new("debit");

    /// <summary>A prepaid card.</summary>
    public static CardType Prepaid { get; } = new("prepaid");

    /// <inheritdoc/>
    public static CardType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
