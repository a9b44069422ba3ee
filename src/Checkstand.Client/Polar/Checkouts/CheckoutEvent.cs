using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>Something that happened to a checkout, told as it happened. Source: contract section 1.4.</summary>
public sealed class CheckoutEvent : PolarObject
{
    /// <summary>The event's own id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>What happened.</summary>
    public CheckoutEventKey Key { get; set; }

    /// <summary>What belongs to it.</summary>
    public CheckoutEventPayload Payload { get; set; } = new();

    /// <summary>Whether it is no event but the server's wish that the client comes again.</summary>
    [JsonIgnore]
    internal bool IsReconnect =>
        AdditionalProperties is { } more && more.TryGetValue("type", out var type) && type.ValueEquals("reconnect");
}

/// <summary>What belongs to an event of a checkout.</summary>
public sealed class CheckoutEventPayload : PolarObject
{
    /// <summary>Where the checkout is; null with events that are not about that.</summary>
    public CheckoutStatus? Status { get; set; }
}
