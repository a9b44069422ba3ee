using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/capture</c>: takes reserved money, all or part of it.</summary>
internal static class CaptureTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "capture_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/capture",
        Scope = "transactions.write",
        Request = CaptureShapes.CaptureCreate,
        IsRequestOptional = true,
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionShapes.Transaction,
        Preferable = CaptureShapes.TransactionCapture,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (call.Body?.Boolean("reauthorize_if_authorization_expired") == true)
        {
            await Gr4vyErrors.WriteMeaningAsync(
                call.Http,
                "/reauthorize_if_authorization_expired",
                "No payment service here authorizes anew what has expired.",
                "not_supported"
            );
            return;
        }

        var id = new OperationId(call.NewId);
        var captured = await call.Services.Payments.CaptureAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            id,
            call.Body?.Integer("amount"),
            call.Body?.Boolean("final") ?? true,
            call.Body?.Text("external_identifier"),
            call.Cancellation
        );
        if (!captured.TryGet(out var payment, out var problem))
        {
            await Gr4vyErrors.WriteAsync(call.Http, problem);
            return;
        }

        var view = TransactionBody.ViewOf(call, payment);
        await (
            call.Prefers("transaction-capture")
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    (view, payment.Find(id)!),
                    static (writer, answer) => OperationBody.WriteCapture(writer, answer.view, answer.Item2)
                )
                : call.AnswerAsync(StatusCodes.Status200OK, view, TransactionBody.Write)
        );
    }
}
