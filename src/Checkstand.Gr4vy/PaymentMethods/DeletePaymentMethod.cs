using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>DELETE /payment-methods/{payment_method_id}</c>: removes a stored payment method and its card.</summary>
internal static class DeletePaymentMethod
{
    public static readonly Operation Operation = new()
    {
        Id = "delete_payment_method",
        Method = HttpMethods.Delete,
        Path = "/payment-methods/{payment_method_id}",
        Scope = "payment-methods.write",
        SuccessStatus = StatusCodes.Status204NoContent,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var refused = await call.Services.PaymentMethods.DeleteAsync(
            call.Ids["payment_method_id"],
            call.Merchant,
            call.Cancellation
        );
        await (refused is null ? call.AnswerEmptyAsync() : Gr4vyErrors.WriteAsync(call.Http, refused));
    }
}
