using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/sync</c>: asks the payment service anew. No payment service here supports it.</summary>
internal static class SyncTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "sync_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/sync",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = "Open transactions are looked up by this server itself, on a schedule.",
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out _, out var problem)
                ? Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status400BadRequest, Operation.MissingBecause!)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
