using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/captures</c>: lists the captures of a transaction.</summary>
internal static class ListTransactionCaptures
{
    public static readonly Operation Operation = new()
    {
        Id = "list_transaction_captures",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/captures",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        Response = CaptureShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(StatusCodes.Status200OK, payment, CaptureBody.WriteAll)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
