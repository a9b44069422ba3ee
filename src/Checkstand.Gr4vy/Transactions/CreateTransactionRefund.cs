using Checkstand.Core.Payments;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions/{transaction_id}/refunds</c>: gives captured money back, all or part of it.</summary>
internal static class CreateTransactionRefund
{
    public static readonly Operation Operation = new()
    {
        Id = "create_transaction_refund",
        Method = HttpMethods.Post,
        Path = "/transactions/{transaction_id}/refunds",
        Scope = "transactions.write",
        Request = RefundShapes.Create,
        IsRequestOptional = true,
        SuccessStatus = StatusCodes.Status201Created,
        Response = RefundShapes.Refund,
        Handle = HandleAsync,
    };

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body;
        List<Violation> violations = [];
        if (body?.Text("target_type") == "gift-card-redemption")
        {
            violations.Add(NoOtherTarget("/target_type"));
        }

        if (body?.Has("target_id") == true)
        {
            violations.Add(NoOtherTarget("/target_id"));
        }

        if (violations.Count > 0)
        {
            await Gr4vyErrors.WriteAsync(call.Http, violations);
            return;
        }

        var id = new OperationId(call.NewId);
        var refunded = await call.Services.Payments.RefundAsync(
            new PaymentId(call.Ids["transaction_id"]),
            call.Merchant,
            id,
            body?.Integer("amount"),
            body?.Text("reason"),
            body?.Text("external_identifier"),
            call.Cancellation
        );
        await (
            refunded.TryGet(out var payment, out var problem)
                ? call.AnswerAsync(
                    StatusCodes.Status201Created,
                    (payment, payment.Find(id)!),
                    static (writer, refund) => RefundBody.Write(writer, refund.payment, refund.Item2)
                )
                : Gr4vyErrors.WriteAsync(call.Http, problem)
        );
    }

    private static Violation NoOtherTarget(string pointer) =>
        new(
            ViolationLocation.Body,
            pointer,
            "Only the payment method can be refunded: there are no gift card redemptions.",
            "value_error"
        );
}
