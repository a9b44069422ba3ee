using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>DELETE /payment-services/{payment_service_id}</c>: takes a payment service out of use for good.</summary>
internal static class DeletePaymentService
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_payment_service",
        Method = HttpMethods.Delete,
        Path = "/payment-services/{payment_service_id}",
        Scope = "payment-services.write",
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var refused = await call.Services.PaymentServices.DeleteAsync(
            call.Merchant,
            call.Ids["payment_service_id"],
            call.Cancellation
        );
        await (refused is null ? call.AnswerEmptyAsync() : Gr4vyErrors.WriteAsync(call.Http, refused));
    }
}
