using Checkstand.Core.Webhooks;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>GET /v1/webhooks/deliveries</c>: every try to deliver an event, newest first.</summary>
internal static class ListWebhookDeliveries
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:list_webhook_deliveries",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/webhooks/deliveries",
        Scopes = ["webhooks:read", "webhooks:write"],
        Query = WebhookShapes.DeliveryQuery,
        Response = Paging.ListOf("WebhookDelivery", WebhookShapes.Delivery),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        var filter = new DeliveryFilter
        {
            EndpointIds = [.. query.Texts("endpoint_id").Select(text => Guid.ParseExact(text, "D"))],
            EventNames = query.Texts("event_type"),
            From = query.Instant("start_timestamp"),
            To = query.Instant("end_timestamp"),
            Succeeded = query.Boolean("succeeded"),
            HttpCodeClass = query.Text("http_code_class") is { } hundreds ? hundreds[0] - '0' : null,
            Query = query.Text("query"),
        };
        await call.AnswerPageAsync(
            await call.Services.Webhooks.ListDeliveriesAsync(
                call.Organization,
                filter,
                Paging.Read(query),
                call.Cancellation
            ),
            WebhookDeliveryBody.Write
        );
    }
}
