using Checkstand.Core.Payments.Services;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>GET /payment-services/{payment_service_id}</c>: shows a payment service.</summary>
internal static class GetPaymentService
{
    public static readonly Operation Operation = new()
    {
        Id = "get_payment_service",
        Method = HttpMethods.Get,
        Path = "/payment-services/{payment_service_id}",
        Scope = "payment-services.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentServiceShapes.Service,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) =>
        call.Services.PaymentServices.FindInUse(call.Merchant, call.Ids["payment_service_id"]) is { } service
            ? call.AnswerAsync(StatusCodes.Status200OK, service, PaymentServiceBody.Write)
            : Gr4vyErrors.WriteAsync(call.Http, new PaymentServiceProblem.NotFound());
}
