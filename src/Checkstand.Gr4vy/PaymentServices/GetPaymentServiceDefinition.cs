using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>GET /payment-service-definitions/{payment_service_definition_id}</c>: shows a kind of payment service.</summary>
internal static class GetPaymentServiceDefinition
{
    public static readonly Operation Operation = new()
    {
        Id = "get_payment_service_definition",
        Method = HttpMethods.Get,
        Path = "/payment-service-definitions/{payment_service_definition_id}",
        TextParameters = ["payment_service_definition_id"],
        Scope = "payment-service-definitions.read",
        IsOfAccount = false,
        SuccessStatus = StatusCodes.Status200OK,
        Response = DefinitionShapes.Definition,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.Services.Definitions.Find(call.PathText("payment_service_definition_id")) is { } definition
            ? call.AnswerAsync(StatusCodes.Status200OK, definition, DefinitionBody.Write)
            : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);
}
