using Checkstand.Core.Webhooks;
using Checkstand.Wire.Shapes;
using static Checkstand.Polar.Shapes.Forms;

namespace Checkstand.Polar.Shapes;

/// <summary>Webhook endpoints, events and deliveries in requests and answers.</summary>
internal static class WebhookShapes
{
    private static readonly TextShape Format = OneOf("WebhookFormat", "raw", "discord", "slack");

    private static readonly TextShape EventType = OneOf("WebhookEventType", [.. EventNames.All]);

    // Each of them once; what is repeated counts once, so more of them is a mistake.
    private static readonly ArrayShape Events = new(EventType, CountMax: 2 * EventNames.All.Count);

    public static readonly ObjectShape Create = Object(
        "WebhookEndpointCreate",
        Must("url", Url),
        Maybe("name", AnyText),
        Must("format", Format),
        Must("events", Events),
        OwnOrganization.Body
    );

    public static readonly ObjectShape Update = Object(
        "WebhookEndpointUpdate",
        Maybe("url", Url),
        Maybe("name", AnyText),
        Maybe("format", Format),
        Maybe("events", Events),
        Maybe("enabled", Forms.Boolean)
    );

    public static readonly ObjectShape Endpoint = Object(
        "WebhookEndpoint",
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("id", Uuid4),
        Must("url", AnyText),
        Maybe("name", AnyText),
        Must("format", Format),
        Must("secret", AnyText),
        Must("organization_id", Uuid4),
        Must("events", Events),
        Must("enabled", Forms.Boolean)
    );

    private static readonly ObjectShape Event = Object(
        "WebhookEvent",
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("id", Uuid4),
        Maybe("last_http_code", IntegerShape.Any),
        Maybe("succeeded", Forms.Boolean),
        Must("skipped", Forms.Boolean),
        MustOrNull("payload", AnyText),
        Must("type", EventType),
        Must("is_archived", Forms.Boolean)
    );

    public static readonly ObjectShape Delivery = Object(
        "WebhookDelivery",
        Must("created_at", Forms.DateTime),
        MustOrNull("modified_at", Forms.DateTime),
        Must("id", Uuid4),
        Must("succeeded", Forms.Boolean),
        MustOrNull("http_code", IntegerShape.Any),
        MustOrNull("response", AnyText),
        Must("webhook_event", Event)
    );

    public static readonly ObjectShape EndpointQuery = Object(
        "WebhookEndpointListQuery",
        [OwnOrganization.Query, .. Paging.Parameters]
    );

    public static readonly ObjectShape DeliveryQuery = Object(
        "WebhookDeliveryListQuery",
        [
            Maybe("endpoint_id", new ArrayShape(Uuid4)),
            Maybe("start_timestamp", Forms.DateTime),
            Maybe("end_timestamp", Forms.DateTime),
            Maybe("succeeded", Forms.Boolean),
            Maybe("query", AnyText),
            Maybe("http_code_class", Choice("2xx", "3xx", "4xx", "5xx")),
            Maybe("event_type", new ArrayShape(EventType)),
            .. Paging.Parameters,
        ]
    );

    private static TextShape Choice(params string[] values) => new() { Values = values };
}
