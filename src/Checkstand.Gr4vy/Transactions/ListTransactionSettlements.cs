using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/settlements</c>: lists settlements: no payment service here reports any.</summary>
internal static class ListTransactionSettlements
{
    public static readonly Operation Operation = new()
    {
        Id = "list_transaction_settlements",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/settlements",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionHistoryShapes.Settlements,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(StatusCodes.Status200OK, payment, EmptyList.Write)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
