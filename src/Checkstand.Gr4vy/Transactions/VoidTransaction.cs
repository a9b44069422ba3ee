using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/void</c>: releases reserved money.</summary>
internal static class VoidTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "void_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/void",
        Scope = "transactions.write",
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionShapes.Transaction,
        Preferable = CaptureShapes.TransactionVoid,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var id = new OperationId(call.NewId);
        var released = await call.Services.Payments.VoidAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            id,
            call.Cancellation
        );
        if (!released.TryGet(out var payment, out var problem))
        {
            await Gr4vyErrors.WriteAsync(call.Http, problem);
            return;
        }

        var view = TransactionBody.ViewOf(call, payment);
        await (
            call.Prefers("transaction-void")
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    (view, payment.Find(id)!),
                    static (writer, answer) => OperationBody.WriteVoid(writer, answer.view, answer.Item2)
                )
                : call.AnswerAsync(StatusCodes.Status200OK, view, TransactionBody.Write)
        );
    }
}
