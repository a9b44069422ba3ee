using Checkstand.Core.Buyers;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

public static partial class Gr4vyErrors
{
    internal static Task WriteAsync(HttpContext context, BuyerProblem problem) =>
        problem switch
        {
            BuyerProblem.NotFound => WriteAsync(context, StatusCodes.Status404NotFound),
            BuyerProblem.ExternalIdentifierTaken taken => WriteConflictAsync(
                context,
                "Another buyer has this external identifier.",
                taken.By.ToString()
            ),
            BuyerProblem.TooManyShippingDetails many => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"The buyer has {many.Most} shipping details, the most that it may have."
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
