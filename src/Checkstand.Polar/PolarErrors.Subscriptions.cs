using System.Diagnostics;
using Checkstand.Core.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    internal static Task WriteAsync(HttpContext context, SubscriptionProblem problem) =>
        problem switch
        {
            SubscriptionProblem.NotFound => WriteNotFoundAsync(context),
            SubscriptionProblem.AlreadyCanceled => WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                "AlreadyCanceledSubscription",
                "This subscription is already canceled or will be at the end of the period."
            ),
            SubscriptionProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            _ => throw new UnreachableException($"No answer is defined for {problem}."),
        };
}
