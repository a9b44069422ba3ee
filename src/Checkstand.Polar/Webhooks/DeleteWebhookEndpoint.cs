using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary><c>DELETE /v1/webhooks/endpoints/{id}</c>: removes a webhook endpoint; what waits for it is skipped.</summary>
internal static class DeleteWebhookEndpoint
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:delete_webhook_endpoint",
        Method = HttpMethods.Delete,
        Path = PolarApi.Root + "/webhooks/endpoints/{id}",
        Scopes = ["webhooks:write"],
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call) =>
        await (
            await call.Services.Webhooks.DeleteAsync(call.Organization, call.Id, call.Cancellation)
                ? call.AnswerEmptyAsync()
                : PolarErrors.WriteNotFoundAsync(call.Http)
        );
}
