using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions</c>: lists a merchant account's transactions, newest first.</summary>
internal static class ListTransactions
{
    public static readonly Operation Operation = new()
    {
        Id = "list_transactions",
        Method = HttpMethods.Get,
        Path = "/transactions",
        Scope = "transactions.read",
        Query = ListShapes.Transactions,
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionShapes.List,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        if (!PageBody.Read(call).TryGet(out var request, out var wrong))
        {
            await Gr4vyErrors.WriteAsync(call.Http, [wrong]);
            return;
        }

        var page = TransactionFilter.Read(call.Query!) is { } filter
            ? await call.Services.Payments.ListAsync(call.Merchant, filter, request, call.Cancellation)
            : new Page<Payment>([], null, null);
        await call.AnswerPageAsync(
            request,
            page,
            (writer, payment) => TransactionBody.WriteSummary(writer, TransactionBody.ViewOf(call, payment))
        );
    }
}
