using Checkstand.Core;
using Checkstand.Core.PaymentMethods;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.PaymentMethods;

/// <summary><c>GET /payment-methods</c>: lists a merchant account's stored payment methods, newest first.</summary>
internal static class ListPaymentMethods
{
    public static readonly Operation Operation = new()
    {
        Id = "list_payment_methods",
        Method = HttpMethods.Get,
        Path = "/payment-methods",
        Scope = "payment-methods.read",
        Query = ListShapes.PaymentMethods,
        SuccessStatus = StatusCodes.Status200OK,
        Response = PaymentMethodShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var query = call.Query!;
        if (!PageBody.Read(call).TryGet(out var request, out var wrong))
        {
            await Gr4vyErrors.WriteAsync(call.Http, [wrong]);
            return;
        }

        // Every method is in the same status, so a filter by status takes all or none.
        var page =
            query.Texts("status") is { Count: > 0 } asked && !asked.Contains(PaymentMethodBody.Status)
                ? new Page<StoredPaymentMethod>([], null, null)
                : await call.Services.PaymentMethods.ListAsync(
                    call.Merchant,
                    await PaymentMethodBody.ReadFilterAsync(call, query.Text("external_identifier")),
                    request,
                    call.Cancellation
                );
        List<PaymentMethodBody.View> shown = [];
        foreach (var method in page.Items)
        {
            shown.Add(await PaymentMethodBody.ViewOfAsync(call, method));
        }

        await call.AnswerPageAsync(
            request,
            new Page<PaymentMethodBody.View>(shown, page.Next, page.Previous),
            PaymentMethodBody.Write
        );
    }
}
