using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar.Webhooks;

/// <summary>
/// <c>POST /v1/webhooks/events/{id}/redeliver</c>: sends an event again, with its id and body. 404 says
/// why when it can't be: the body is gone after 90 days, the endpoint is disabled or removed.
/// </summary>
internal static class RedeliverWebhookEvent
{
    public static readonly Operation Operation = new()
    {
        Id = "webhooks:redeliver_webhook_event",
        Method = HttpMethods.Post,
        Path = PolarApi.Root + "/webhooks/events/{id}/redeliver",
        Scopes = ["webhooks:write"],
        SuccessStatus = StatusCodes.Status202Accepted,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var asked = await call.Services.Webhooks.RedeliverAsync(call.Organization, call.Id, call.Cancellation);
        await (
            asked.TryGet(out _, out var problem)
                ? call.AnswerAsync(
                    0,
                    static (writer, _) =>
                    {
                        writer.WriteStartObject();
                        writer.WriteEndObject();
                    },
                    StatusCodes.Status202Accepted
                )
                : PolarErrors.WriteAsync(call.Http, problem)
        );
    }
}
