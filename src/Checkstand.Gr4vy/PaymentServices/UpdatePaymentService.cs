using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>PUT /payment-services/{payment_service_id}</c>: merges what the merchant says into a payment service.</summary>
internal static class UpdatePaymentService
{
    public static readonly Operation Operation = new()
    {
        Id = "update_payment_service",
        Method = HttpMethods.Put,
        Path = "/payment-services/{payment_service_id}",
        Scope = "payment-services.write",
        Request = PaymentServiceShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentServiceShapes.Service,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var updated = await call.Services.PaymentServices.UpdateAsync(
            call.Merchant,
            call.Ids["payment_service_id"],
            PaymentServiceBody.Read(call.Body!),
            call.Cancellation
        );
        await (
            updated.TryGet(out var service, out var refused)
                ? call.AnswerAsync(StatusCodes.Status200OK, service, PaymentServiceBody.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
