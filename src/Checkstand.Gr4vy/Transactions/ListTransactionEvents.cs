using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/events</c>: tells what happened to a transaction, newest first.</summary>
internal static class ListTransactionEvents
{
    public static readonly Operation Operation = new()
    {
        Id = "list_transaction_events",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/events",
        Scope = "transactions.read",
        Query = ListShapes.TransactionEvents,
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionHistoryShapes.Events,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call, limitDefault: 100).TryGet(out var request, out var wrong))
        {
            await Gr4vyErrors.WriteAsync(call.Http, [wrong]);
            return;
        }

        var found = await call.FindPaymentAsync();
        await (
            found.TryGet(out var payment, out var problem)
                ? call.AnswerPageAsync(request, TransactionEvent.PageOf(payment, request), TransactionEvent.Write)
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }
}
