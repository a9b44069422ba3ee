using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>PUT /payment-methods/{payment_method_id}</c>: changes expiry and scheme references of a stored card.</summary>
internal static class UpdatePaymentMethod
{
    public static readonly Operation Operation = new()
    {
        Id = "update_payment_method",
        Method = HttpMethods.Put,
        Path = "/payment-methods/{payment_method_id}",
        Scope = "payment-methods.write",
        Request = PaymentMethodShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.PaymentMethod,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var updated = await call.Services.PaymentMethods.UpdateAsync(
            call.Ids["payment_method_id"],
            call.Merchant,
            PaymentMethodBody.ReadPatch(call.Body!),
            call.Cancellation
        );
        await (
            updated.TryGet(out var method, out var refused)
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    await PaymentMethodBody.ViewOfAsync(call, method),
                    PaymentMethodBody.Write
                )
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
