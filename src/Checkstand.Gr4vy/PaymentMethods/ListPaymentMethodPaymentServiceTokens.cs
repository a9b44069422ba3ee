using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>GET /payment-methods/{payment_method_id}/payment-service-tokens</c>: lists a method's tokens of payment services: none is ever made.</summary>
internal static class ListPaymentMethodPaymentServiceTokens
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_method_payment_service_tokens",
        Method = HttpMethods.Get,
        Path = "/payment-methods/{payment_method_id}/payment-service-tokens",
        Scope = "payment-methods.read",
        Query = ListShapes.PaymentServiceTokens,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.PaymentServiceTokens,
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
                ? call.AnswerAsync(StatusCodes.Status200OK, method, EmptyList.Write)
                : Gr4vyErrors.WriteAsync(call.Http, refused)
        );
    }
}
