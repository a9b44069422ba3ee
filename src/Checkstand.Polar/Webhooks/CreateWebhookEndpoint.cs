using Checkstand.Core.Webhooks;
using Checkstand.Polar.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>POST /v1/webhooks/endpoints</c>: makes a webhook endpoint, with a secret of its own.</summary>
internal static class CreateWebhookEndpoint
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:create_webhook_endpoint",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/webhooks/endpoints",
        Scopes = ["webhooks:write"],
        Request = WebhookShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = WebhookShapes.Endpoint,
        Missing =
            "All 41 names are taken in `events`; those of what does not exist here (seats, members, benefits, refunds, renewals) never happen.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (OwnOrganization.Refuse(call) is { } stranger)
        {
            await PolarErrors.WriteAsync(call.Http, [stranger]);
            return;
        }

        var body = call.Body!;
        var made = await call.Services.Webhooks.CreateAsync(
            call.Organization,
            new NewWebhookEndpoint(
                body.Text("url")!,
                body.Text("name"),
                WebhookEndpointBody.FormatOf(body.Text("format")!),
                body.Texts("events")
            ),
            call.Cancellation
        );
        await WebhookEndpointBody.AnswerAsync(call, made, StatusCodes.Status201Created);
    }
}
