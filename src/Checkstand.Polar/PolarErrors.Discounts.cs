using Checkstand.Core;
using Checkstand.Core.Discounts;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers what can't be done with a discount.</summary>
    internal static Task WriteAsync(HttpContext context, DiscountProblem problem) =>
        problem switch
        {
            DiscountProblem.NotFound => WriteNotFoundAsync(context),
            DiscountProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            DiscountProblem.CodeTaken => WriteAsync(
                context,
                [FieldProblem.Of("code", "Discount with this code already exists.")]
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
