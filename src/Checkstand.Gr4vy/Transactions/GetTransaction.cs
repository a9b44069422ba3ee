using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}</c>: shows a transaction.</summary>
internal static class GetTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "get_transaction",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionShapes.Transaction,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    TransactionBody.ViewOf(call, payment),
                    TransactionBody.Write
                )
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
