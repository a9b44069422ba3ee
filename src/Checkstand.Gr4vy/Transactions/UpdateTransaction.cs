using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>PUT /transactions/{transaction_id}</c>: changes the merchant's own words about a transaction.</summary>
internal static class UpdateTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "update_transaction",
        Method = HttpMethods.Put,
        Path = "/transactions/{transaction_id}",
        Scope = "transactions.write",
        Request = TransactionCreateShapes.Update,
        SuccessStatus = StatusCodes.Status200OK,
        Response = TransactionShapes.Transaction,
        Handle = HandleAsync,
    };

    // Where the money stands is for the provider to say, so these can't be set from outside.
    private static readonly string[] NotSettable =
    [
        "status",
        "amount",
        "authorized_amount",
        "captured_amount",
        "payment_service_transaction_id",
    ];

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        var refused = NotSettable.Where(body.Has).Select(NotSettableHere).ToList();
        if (refused.Count > 0)
        {
            await Gr4vyErrors.WriteAsync(call.Http, refused);
            return;
        }

        var updated = await call.Services.Payments.UpdateAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            order => TransactionOrder.Update(order, body),
            call.Cancellation
        );
        await (
            updated.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(
                    StatusCodes.Status200OK,
                    TransactionBody.ViewOf(call, payment),
                    TransactionBody.Write
                )
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }

    private static Violation NotSettableHere(string name) =>
        new(
            ViolationLocation.Body,
            $"/{name}",
            "Only the payment service changes this; capture, void or refund the transaction instead.",
            "read_only"
        );
}
