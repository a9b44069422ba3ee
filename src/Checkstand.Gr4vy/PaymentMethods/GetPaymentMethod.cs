using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>GET /payment-methods/{payment_method_id}</c>: shows a stored payment method to its merchant.</summary>
internal static class GetPaymentMethod
{
    public static readonly Operation Operation = new()
    {
        Id = "get_payment_method",
        Method = HttpMethods.Get,
        Path = "/payment-methods/{payment_method_id}",
        Scope = "payment-methods.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.PaymentMethod,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.Services.PaymentMethods.GetAsync(
            call.Ids["payment_method_id"],
            call.Merchant,
            call.Cancellation
        );
        await (
            found.TryGet(out var method, out var refused)
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    await PaymentMethodBody.ViewOfAsync(call, method),
                    PaymentMethodBody.Write
                )
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
