using System.Diagnostics;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Vault;
using Checkstand.Gr4vy.Shapes;
using Checkstand.Wire;
using Checkstand.Wire.Shapes;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy.Transactions;

/// <summary><c>POST /transactions</c>: pays with a session, a card or a stored method. Whatever the outcome, the transaction says it.</summary>
internal static class CreateTransaction
{
    public static readonly Operation Operation = new()
    {
        Id = "create_transaction",
        Method = HttpMethods.Post,
        Path = "/transactions",
        Scope = "transactions.write",
        Request = TransactionCreateShapes.Create,
        SuccessStatus = StatusCodes.Status201Created,
        Response = TransactionShapes.Transaction,
        Handle = HandleAsync,
    };

    // What would change how much is charged, or who bears the risk, is refused rather than ignored.
    private static readonly (string Name, Func<CheckedObject, bool> IsAsked, string Why)[] NotTaken =
    [
        (
            "gift_cards",
            body => body.Has("gift_cards") && !body["gift_cards"].Span.SequenceEqual("[]"u8),
            "Gift cards are not taken here: the whole amount is paid with the payment method."
        ),
        (
            "three_d_secure_data",
            body => body.Has("three_d_secure_data"),
            "Results of a 3-D Secure check made elsewhere are not passed on to payment services."
        ),
        (
            "account_funding_transaction",
            body => body.Boolean("account_funding_transaction") == true,
            "No payment service here is told that a payment funds an account."
        ),
        (
            "installment_count",
            body => body.Integer("installment_count") > 1,
            "No payment service here takes an amount in parts."
        ),
    ];

    private static List<Violation> Refusals(CheckedObject body, DateTimeOffset now)
    {
        var notTaken = NotTaken.Where(field => field.IsAsked(body));
        List<Violation> refusals = [.. notTaken.Select(field => Refusal(field.Name, field.Why, "not_supported"))];
        if (body.Instant("approval_expires_at") <= now)
        {
            refusals.Add(Refusal("approval_expires_at", "Input should be in the future.", "greater_than"));
        }

        if (!body.Has("payment_method"))
        {
            refusals.Add(Refusal("payment_method", "Field required: there is no other way to pay.", "missing"));
        }

        return refusals;
    }

    private static Violation Refusal(string name, string why, string type) =>
        new(ViolationLocation.Body, $"/{name}", why, type);

    private static async Task HandleAsync(Call call)
    {
        var body = call.Body!;
        if (Refusals(body, call.Services.Clock.GetUtcNow()) is { Count: > 0 } refused)
        {
            body.Wipe();
            await Gr4vyErrors.WriteAsync(call.Http, refused);
            return;
        }

        using var method = TransactionMethod.Read(body);
        if (method.Card is not null || method.Code is not null)
        {
            // What was taken out is wiped with the method; what is still needed of the body has no card data.
            body.Wipe("payment_method");
        }

        if (call.Idempotent is not null && await ResumeAsync(call, method) is { } begun)
        {
            await call.AnswerAsync(
                StatusCodes.Status201Created,
                TransactionBody.ViewOf(call, begun),
                TransactionBody.Write
            );
            return;
        }

        await method.FindStoredAsync(call);
        var found = await TransactionBuyer.FindAsync(call, body, method);
        if (!found.TryGet(out var buyer, out var refusal))
        {
            await Gr4vyErrors.WriteNamedAsync(call.Http, refusal);
            return;
        }

        var paid = await PayAsync(call, body, method, buyer);
        if (!paid.TryGet(out var payment, out var problem))
        {
            await Gr4vyErrors.WriteAsync(call.Http, problem);
            return;
        }

        await call.AnswerAsync(
            StatusCodes.Status201Created,
            TransactionBody.ViewOf(call, payment),
            TransactionBody.Write
        );
    }

    private static Task<Payment?> ResumeAsync(Call call, TransactionMethod method) =>
        call.Services.Payments.ResumeAsync(new PaymentId(call.NewId), call.Merchant, method.Card, call.Cancellation);

    private static Task<Result<Payment, PaymentProblem>> PayAsync(
        Call call,
        CheckedObject body,
        TransactionMethod method,
        TransactionBuyer buyer
    )
    {
        var id = new PaymentId(call.NewId);
        return method switch
        {
            { Session: { } session } => call.Services.Payments.PayAsync(
                id,
                session,
                call.Merchant,
                found =>
                    method.IsStillOn(found)
                        ? TransactionOrder.Read(body, method, buyer, found)
                        : new PaymentProblem.PaymentMethodChanged(),
                call.Cancellation
            ),
            { Card: { } card } => call.Services.Payments.PayAsync(
                id,
                call.Merchant,
                card,
                storedMethodId: null,
                TransactionOrder.Read(body, method, buyer, session: null),
                call.Cancellation
            ),
            { StoredId: { } stored } => PayStoredAsync(
                call,
                id,
                stored,
                method.Code,
                TransactionOrder.Read(body, method, buyer, session: null)
            ),
            _ => throw new UnreachableException("A payment method is a session, a card or a stored one."),
        };
    }

    private static async Task<Result<Payment, PaymentProblem>> PayStoredAsync(
        Call call,
        PaymentId id,
        Guid stored,
        SecurityCode? code,
        PaymentOrder order
    )
    {
        var found = await call.Services.PaymentMethods.OpenAsync(stored, call.Merchant, code, call.Cancellation);
        if (!found.TryGet(out var card, out _))
        {
            return new PaymentProblem.PaymentMethodUnknown();
        }

        using (card)
        {
            return await call.Services.Payments.PayAsync(id, call.Merchant, card, stored, order, call.Cancellation);
        }
    }
}
