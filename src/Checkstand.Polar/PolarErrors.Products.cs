using Checkstand.Core.CustomFields;
using Checkstand.Core.Products;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers what can't be done with a product.</summary>
    internal static Task WriteAsync(HttpContext context, ProductProblem problem) =>
        problem switch
        {
            ProductProblem.NotFound => WriteNotFoundAsync(context),
            ProductProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };

    /// <summary>Answers what can't be done with a custom field.</summary>
    internal static Task WriteAsync(HttpContext context, CustomFieldProblem problem) =>
        problem switch
        {
            CustomFieldProblem.NotFound => WriteNotFoundAsync(context),
            CustomFieldProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            CustomFieldProblem.SlugTaken => WriteAsync(
                context,
                [Core.FieldProblem.Of("slug", "Custom field with this slug already exists.")]
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
