using Checkstand.Core.Webhooks;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>PATCH /v1/webhooks/endpoints/{id}</c>: changes what the body names; null changes nothing but a name.</summary>
internal static class UpdateWebhookEndpoint
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:update_webhook_endpoint",
        Method = HttpMethods.Patch,
        Path = PolarApi.Root + "/webhooks/endpoints/{id}",
        Scopes = ["webhooks:write"],
        Request = WebhookShapes.Update,
        Response = WebhookShapes.Endpoint,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var patch = new WebhookEndpointPatch
        {
            Url = body.Text("url"),
            NamesIt = body.Json("name").IsPresent,
            Name = body.Text("name"),
            Format = body.Text("format") is { } format ? WebhookEndpointBody.FormatOf(format) : null,
            Events = body.Has("events") ? body.Texts("events") : null,
            IsEnabled = body.Boolean("enabled"),
        };
        await WebhookEndpointBody.AnswerAsync(
            call,
            await call.Services.Webhooks.UpdateAsync(call.Organization, call.Id, patch, call.Cancellation),
            StatusCodes.Status200OK
        );
    }
}
