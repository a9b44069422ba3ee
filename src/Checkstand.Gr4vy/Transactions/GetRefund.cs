using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /refunds/{refund_id}</c>: shows a refund, whichever transaction it is of.</summary>
internal static class GetRefund
{
    public static readonly Operation Operation = new()
    {
        Id = "get_refund",
        Method = HttpMethods.Get,
        Path = "/refunds/{refund_id}",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = RefundShapes.Refund,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var id = new OperationId(call.Ids["refund_id"]);
        var found = await call.Services.Payments.GetByOperationAsync(id, call.Merchant, call.Cancellation);
        if (!found.TryGet(out var payment, out var problem))
        {
            await Gr4vyErrors.WriteAsync(call.Http, problem);
            return;
        }

        var refund = payment.Find(id);
        await (
            refund is { Kind: OperationKind.Refund }
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    (payment, refund),
                    static (writer, answer) => RefundBody.Write(writer, answer.payment, answer.refund)
                )
                : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound)
        );
    }
}
