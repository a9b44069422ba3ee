using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>POST /payment-service-definitions/{id}/sessions</c>: no provider here has sessions, and it says so.</summary>
internal static class CreatePaymentServiceDefinitionSession
{
    private const string Reason = "No payment service here offers sessions of its provider.";

    public static readonly Operation Operation = new()
    {
        Id = "create_payment_service_definition_session",
        Method = HttpMethods.Post,
        Path = "/payment-service-definitions/{payment_service_definition_id}/sessions",
        TextParameters = ["payment_service_definition_id"],
        Scope = "transactions.write",
        IsOfAccount = false,
        Request = PaymentServiceShapes.ProviderSession,
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = Reason,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.Services.Definitions.Find(call.PathText("payment_service_definition_id")) is null
            ? Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound)
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status400BadRequest, Reason);
}
