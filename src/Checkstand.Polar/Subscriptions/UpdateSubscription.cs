using Checkstand.Core;
using Checkstand.Core.Subscriptions;
using Checkstand.Wire;

namespace Checkstand.Polar.Subscriptions;

/// <summary><c>subscriptions:update</c>: cancel, take that back, or end at once.</summary>
internal static class UpdateSubscription
{
    public static readonly Operation Operation = new()
    {
        Id = "subscriptions:update",
        Method = "PATCH",
        Path = "/v1/subscriptions/{id}",
        Scopes = ["subscriptions:write"],
        Request = SubscriptionShapes.Update,
        Response = SubscriptionShapes.Subscription,
        Missing =
            "Takes `cancel_at_period_end` and `revoke`. Another product, discount, trial end, billing period or number of seats, pausing and pending updates answer 422.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var subscriptions = call.Services.Subscriptions;
        var reason = body.Text("customer_cancellation_reason");
        var comment = body.Text("customer_cancellation_comment");
        Task<Result<SubscriptionParts, SubscriptionProblem>>? changing = (
            body.Boolean("revoke"),
            body.Boolean("cancel_at_period_end")
        ) switch
        {
            (true, _) => subscriptions.RevokeAsync(call.Organization, call.Id, reason, comment, call.Cancellation),
            (_, true) => subscriptions.CancelAsync(call.Organization, call.Id, reason, comment, call.Cancellation),
            (_, false) => subscriptions.UncancelAsync(call.Organization, call.Id, call.Cancellation),
            _ => null,
        };
        if (changing is null)
        {
            await PolarErrors.WriteAsync(
                call.Http,
                [
                    FieldProblem.Of(
                        "cancel_at_period_end",
                        "This server changes a subscription by cancel_at_period_end or revoke only.",
                        "missing"
                    ),
                ]
            );
            return;
        }

        if ((await changing).TryGet(out var changed, out var problem))
        {
            await call.AnswerAsync(changed, SubscriptionBody.Write);
        }
        else
        {
            await PolarErrors.WriteAsync(call.Http, problem);
        }
    }
}
