using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentServices;

/// <summary><c>GET /payment-services</c>: a merchant account's payment services, newest first.</summary>
internal static class ListPaymentServices
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_services",
        Method = HttpMethods.Get,
        Path = "/payment-services",
        Scope = "payment-services.read",
        Query = PaymentServiceShapes.ListQuery,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentServiceShapes.Services,
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var violation))
        {
            return Gr4vyErrors.WriteAsync(call.Http, [violation]);
        }

        var isDeleted = call.Query!.Boolean("deleted") ?? false;
        var isOfMethod = (call.Query!.Text("method") ?? Methods.Card) == Methods.Card;
        var page = call.Services.PaymentServices.List(
            call.Merchant,
            service => isOfMethod && service.IsDeleted == isDeleted,
            request
        );
        return call.AnswerPageAsync(request, page, PaymentServiceBody.Write);
    }
}
