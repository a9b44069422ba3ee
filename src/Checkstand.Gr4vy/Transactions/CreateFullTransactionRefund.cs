using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/refunds/all</c>: gives back whatever is left.</summary>
internal static class CreateFullTransactionRefund
{
    public static readonly Operation Operation = new()
    {
        Id = "create_full_transaction_refund",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/refunds/all",
        Scope = "transactions.write",
        Request = RefundShapes.CreateAll,
        IsRequestOptional = true,
        SuccessStatus = StatusCodes.Status201Created,
        Response = RefundShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var id = new OperationId(call.NewId);
        var refunded = await call.Services.Payments.RefundAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            id,
            minorUnits: null,
            call.Body?.Text("reason"),
            call.Body?.Text("external_identifier"),
            call.Cancellation
        );
        await (
            refunded.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(
                    StatusCodes.Status201Created,
                    (payment, payment.Find(id)!),
                    static (writer, refund) => RefundBody.WriteList(writer, refund.payment, [refund.Item2])
                )
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
