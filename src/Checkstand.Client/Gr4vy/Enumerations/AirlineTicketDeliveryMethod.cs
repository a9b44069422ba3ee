using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>How a ticket is delivered.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<AirlineTicketDeliveryMethod>))]
public readonly record struct AirlineTicketDeliveryMethod(string Value) : IOpenEnum<AirlineTicketDeliveryMethod>
{
    /// <summary><c>electronic</c></summary>
    public static AirlineTicketDeliveryMethod Electronic { get; } = new("electronic");

    /// <summary><c>other</c></summary>
    public static AirlineTicketDeliveryMethod Other { get; } = new("other");

    /// <inheritdoc/>
    public static AirlineTicketDeliveryMethod From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
