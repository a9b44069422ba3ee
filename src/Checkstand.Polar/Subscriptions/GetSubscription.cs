namespace Checkstand.Polar.Subscriptions;

/// <summary><c>subscriptions:get</c>.</summary>
internal static class GetSubscription
{
    public static readonly Operation Operation = new()
    {
        Id = "subscriptions:get",
        Method = "GET",
        Path = "/v1/subscriptions/{id}",
        Scopes = ["subscriptions:read", "subscriptions:write"],
        Response = SubscriptionShapes.Subscription,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (await call.Services.Subscriptions.FindAsync(call.Organization, call.Id, call.Cancellation) is { } found)
        {
            await call.AnswerAsync(found, SubscriptionBody.Write);
        }
        else
        {
            await PolarErrors.WriteNotFoundAsync(call.Http);
        }
    }
}
