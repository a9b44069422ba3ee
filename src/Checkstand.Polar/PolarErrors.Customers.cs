using Checkstand.Core;
using Checkstand.Core.Customers;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Polar;

public static partial class PolarErrors
{
    /// <summary>Answers what can't be done with a customer.</summary>
    internal static Task WriteAsync(HttpContext context, CustomerProblem problem) =>
        problem switch
        {
            CustomerProblem.NotFound => WriteNotFoundAsync(context),
            CustomerProblem.Invalid invalid => WriteAsync(context, invalid.Problems),
            CustomerProblem.EmailTaken => WriteAsync(
                context,
                [FieldProblem.Of("email", "A customer with this email address already exists.")]
            ),
            CustomerProblem.ExternalIdTaken => WriteAsync(
                context,
                [FieldProblem.Of("external_id", "A customer with this external ID already exists.")]
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
