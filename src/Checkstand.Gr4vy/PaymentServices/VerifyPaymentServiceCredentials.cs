using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>POST /payment-services/verify</c>: no credentials are kept in payment services, and it says so.</summary>
internal static class VerifyPaymentServiceCredentials
{
    private const string Reason = "No provider here can verify credentials: they are in the program's configuration.";

    public static readonly Operation Operation = new()
    {
        Id = "verify_payment_service_credentials",
        Method = HttpMethods.Post,
        Path = "/payment-services/verify",
        Scope = "payment-services.write",
        Request = PaymentServiceShapes.VerifyCredentials,
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = Reason,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.Services.Definitions.Find(call.Body!.Text("payment_service_definition_id")!) is null
            ? Gr4vyErrors.WriteAsync(call.Http, new PaymentServiceProblem.DefinitionUnknown())
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status400BadRequest, Reason);
}
