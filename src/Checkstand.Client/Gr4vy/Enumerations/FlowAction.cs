using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>What a routing rule does.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<FlowAction>))]
public readonly record struct FlowAction(string Value) : IOpenEnum<FlowAction>
{
    /// <summary><c>select-payment-options</c></summary>
    public static FlowAction SelectPaymentOptions { get; } = new("select-payment-options");

    /// <summary><c>route-transaction</c></summary>
    public static FlowAction RouteTransaction { get; } = new("route-transaction");

    /// <summary><c>decline-early</c></summary>
    public static FlowAction DeclineEarly { get; } = new("decline-early");

    /// <summary><c>skip-3ds</c></summary>
    public static FlowAction Skip3ds { get; } = new("skip-3ds");

    /// <inheritdoc/>
    public static FlowAction From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
