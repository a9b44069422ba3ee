using Checkstand.Core.CheckoutLinks;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers what can't be done with a checkout link.</summary>
    internal static Task WriteAsync(HttpContext context, CheckoutLinkProblem problem) =>
        problem switch
        {
            CheckoutLinkProblem.NotFound => WriteNotFoundAsync(context),
            CheckoutLinkProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            CheckoutLinkProblem.EmbedHostNotAllowed => WriteAsync(
                context,
                StatusCodes.Status403Forbidden,
                "EmbedHostNotAllowed",
                "This page is not allowed to embed checkouts of the organization."
            ),
            CheckoutLinkProblem.Refused refused => WriteAsync(context, refused.Problem),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
