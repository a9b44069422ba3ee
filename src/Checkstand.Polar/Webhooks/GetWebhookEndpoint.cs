using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>GET /v1/webhooks/endpoints/{id}</c>: a webhook endpoint.</summary>
internal static class GetWebhookEndpoint
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:get_webhook_endpoint",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/webhooks/endpoints/{id}",
        Scopes = ["webhooks:read", "webhooks:write"],
        Response = WebhookShapes.Endpoint,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await WebhookEndpointBody.AnswerAsync(
            call,
            await call.Services.Webhooks.GetAsync(call.Organization, call.Id, call.Cancellation),
            StatusCodes.Status200OK
        );
}
