using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/cancel</c>: gives up a payment that waits for its buyer. No payment service here supports it.</summary>
internal static class CancelTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "cancel_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/cancel",
        Scope = "transactions.write",
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = "No payment service here takes part in cancellations; void the transaction instead.",
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
