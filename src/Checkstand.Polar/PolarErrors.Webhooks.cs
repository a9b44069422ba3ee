using System.Diagnostics;
using Checkstand.Core.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers a refusal of a webhook event.</summary>
    internal static Task WriteAsync(HttpContext context, WebhookProblem problem) =>
        problem switch
        {
            WebhookProblem.NotFound => WriteNotFoundAsync(context),
            // The vendor documents no other refusal, so these are of its kind and say more.
            WebhookProblem.Archived => WriteNotThereAsync(context, "The event is archived: its body is gone."),
            WebhookProblem.EndpointDisabled => WriteNotThereAsync(
                context,
                "The endpoint of the event is disabled or was deleted."
            ),
            _ => throw new UnreachableException($"No answer is defined for {problem}."),
        };

    private static Task WriteNotThereAsync(HttpContext context, string detail) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "ResourceNotFound", detail);
}
