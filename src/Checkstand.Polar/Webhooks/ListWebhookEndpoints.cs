using Checkstand.Core;
using Checkstand.Core.Webhooks;
using Checkstand.Polar.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>GET /v1/webhooks/endpoints</c>: webhook endpoints, newest first.</summary>
internal static class ListWebhookEndpoints
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:list_webhook_endpoints",
        Method = HttpMethods.Get,
        Path = PolarApi.Root + "/webhooks/endpoints",
        Scopes = ["webhooks:read", "webhooks:write"],
        Query = WebhookShapes.EndpointQuery,
        Response = Paging.ListOf("WebhookEndpoint", WebhookShapes.Endpoint),
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var webhooks = call.Services.Webhooks;
        var page = OwnOrganization.IsLeftOut(call)
            ? new NumberedPage<WebhookEndpoint>([], 0)
            : await webhooks.ListAsync(call.Organization, Paging.Read(call.Query!), call.Cancellation);
        await call.AnswerPageAsync(
            page,
            (writer, endpoint) => WebhookEndpointBody.Write(writer, (endpoint, webhooks.SecretOf(endpoint)))
        );
    }
}
