using Checkstand.Gr4vy.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>GET /transactions/{transaction_id}/refund-settlements/{settlement_id}</c>: there are none to show.</summary>
internal static class GetTransactionRefundSettlement
{
    public static readonly Operation Operation = new()
    {
        Id = "get_transaction_refund_settlement",
        Method = HttpMethods.Get,
        Path = "/transactions/{transaction_id}/refund-settlements/{settlement_id}",
        Scope = "transactions.read",
        SuccessStatus = StatusCodes.Status200OK,
        MissingBecause = "No payment service here reports settlements.",
        Handle = HandleAsync,
    };

    private static Task HandleAsync(Call call) => Gr4vyErrors.WriteAsync(call.Http, StatusCodes.Status404NotFound);
}
