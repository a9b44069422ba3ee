using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>GET /payment-methods/{payment_method_id}/network-tokens</c>: lists a method's network tokens: none is ever made.</summary>
internal static class ListPaymentMethodNetworkTokens
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_method_network_tokens",
        Method = HttpMethods.Get,
        Path = "/payment-methods/{payment_method_id}/network-tokens",
        Scope = "payment-methods.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.NetworkTokens,
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
