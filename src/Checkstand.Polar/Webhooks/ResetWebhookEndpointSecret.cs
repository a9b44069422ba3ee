using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>PATCH /v1/webhooks/endpoints/{id}/secret</c>: gives a webhook endpoint another secret.</summary>
internal static class ResetWebhookEndpointSecret
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:reset_webhook_endpoint_secret",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/webhooks/endpoints/{id}/secret",
        Scopes = ["webhooks:write"],
        Response = WebhookShapes.Endpoint,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await WebhookEndpointBody.AnswerAsync(
            call,
            await call.Services.Webhooks.ResetSecretAsync(call.Organization, call.Id, call.Cancellation),
            StatusCodes.Status200OK
        );
}
