using System.Diagnostics;
using Checkstand.Core.PaymentMethods;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

public static partial class Gr4vyErrors
{
    internal static Task WriteAsync(HttpContext context, PaymentMethodProblem problem) =>
        problem switch
        {
            PaymentMethodProblem.NotFound => WriteAsync(context, StatusCodes.Status404NotFound),
            PaymentMethodProblem.SessionNotFound => WriteNotFoundAsync(
                context,
                At("/id", SessionNotFound, "not_found")
            ),
            PaymentMethodProblem.SessionWithoutCard => WriteAsync(
                context,
                [At("/id", "There is no card on this checkout session: put one on it first.", "missing")]
            ),
            _ => throw new UnreachableException($"No answer is defined for {problem.GetType().Name}."),
        };
}
