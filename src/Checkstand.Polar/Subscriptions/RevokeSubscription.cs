namespace Checkstand.Polar.Subscriptions;

/// <summary><c>subscriptions:revoke</c>: ends a subscription at once.</summary>
internal static class RevokeSubscription
{
    public static readonly Operation Operation = new()
    {
        Id = "subscriptions:revoke",
        Method = "DELETE",
        Path = "/v1/subscriptions/{id}",
        Scopes = ["subscriptions:write"],
        Response = SubscriptionShapes.Subscription,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var revoked = await call.Services.Subscriptions.RevokeAsync(
            call.Organization,
            call.Id,
            reason: null,
            comment: null,
            call.Cancellation
        );
        if (revoked.TryGet(out var ended, out var problem))
        {
            await call.AnswerAsync(ended, SubscriptionBody.Write);
        }
        else
        {
            await PolarErrors.WriteAsync(call.Http, problem);
        }
    }
}
