using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/refunds</c>: lists the refunds of a transaction.</summary>
internal static class ListTransactionRefunds
{
    public static readonly Operation Operation = new()
    {
        Id = "list_transaction_refunds",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/refunds",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = RefundShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(StatusCodes.Status200OK, payment, RefundBody.WriteAll)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
