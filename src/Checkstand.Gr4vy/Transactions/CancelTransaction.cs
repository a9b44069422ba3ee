using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/cancel</c>: gives up a payment that waits for its buyer.</summary>
internal static class CancelTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "cancel_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/cancel",
        Scope = "transactions.write",
        SuccessStatus = StatusCodes.Status200OK,
        Response = CaptureShapes.TransactionCancel,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var canceled = await call.Services.Payments.CancelAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            call.Cancellation
        );
        await (
            canceled.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    TransactionBody.ViewOf(call, payment),
                    OperationBody.WriteCancel
                )
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
