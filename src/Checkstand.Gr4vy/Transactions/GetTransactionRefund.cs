using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/refunds/{refund_id}</c>: shows a refund.</summary>
internal static class GetTransactionRefund
{
    public static readonly Operation Operation = new()
    {
        Id = "get_transaction_refund",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/refunds/{refund_id}",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = RefundShapes.Refund,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        if (!found.TryGet(out var payment, out var problem))
        {
            await Gr4vyErrors.WriteAsync(call.Http, problem);
            return;
        }

        var operation = payment.Find(new OperationId(call.Ids["refund_id"]));
        await (
            operation is { Kind: OperationKind.Refund }
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    (payment, operation),
                    static (writer, answer) => RefundBody.Write(writer, answer.payment, answer.operation)
                )
                : Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound)
        );
    }
}
