using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>One way, or there and back.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AirlineLegRouteType>))]
public readonly record struct AirlineLegRouteType(string Value) : IOpenEnum<AirlineLegRouteType>
{
    /// <summary><c>round_trip</c></summary>
    public static AirlineLegRouteType RoundTrip { get; } = new("round_trip");

    /// <summary><c>one_way</c></summary>
    public static AirlineLegRouteType OneWay { get; } = new("one_way");

    /// <inheritdoc/>
    public static AirlineLegRouteType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
