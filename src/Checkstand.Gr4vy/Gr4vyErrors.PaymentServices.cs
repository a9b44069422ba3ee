using Checkstand.Core.Payments.Services;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

public static partial class Gr4vyErrors
{
    internal static Task WriteAsync(HttpContext context, PaymentServiceProblem problem) =>
        problem switch
        {
            PaymentServiceProblem.NotFound => WriteAsync(context, StatusCodes.Status404NotFound),
            PaymentServiceProblem.DefinitionUnknown => WriteAsync(
                context,
                [
                    new Violation(
                        ViolationLocation.Body,
                        "/payment_service_definition_id",
                        "There is no payment service definition with this id.",
                        "not_found"
                    ),
                ]
            ),
            PaymentServiceProblem.FieldUnknown unknown => WriteAsync(
                context,
                [
                    new Violation(
                        ViolationLocation.Body,
                        $"/fields/{unknown.Index}/key",
                        "The payment service definition has no such field.",
                        "not_found"
                    ),
                ]
            ),
            PaymentServiceProblem.TooMany many => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"The merchant account has {many.Most} payment services, the most that it may have."
            ),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No answer is defined for {problem.GetType().Name}."
            ),
        };
}
