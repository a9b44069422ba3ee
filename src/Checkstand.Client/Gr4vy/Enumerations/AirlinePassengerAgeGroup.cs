using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Age group of a passenger.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AirlinePassengerAgeGroup>))]
public readonly record struct AirlinePassengerAgeGroup(string Value) : IOpenEnum<AirlinePassengerAgeGroup>
{
    /// <summary><c>adult</c></summary>
    public static AirlinePassengerAgeGroup Adult { get; } = new("adult");

    /// <summary><c>infant</c></summary>
    public static AirlinePassengerAgeGroup Infant { get; } = new("infant");

    /// <inheritdoc/>
    public static AirlinePassengerAgeGroup From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
