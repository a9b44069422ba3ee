using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Checkstand.Wire;
using Microsoft.AspNetCore.Http;

namespace Checkstand.Gr4vy;

public static partial class Gr4vyErrors
{
    private const string SessionNotFound = "There is no checkout session with this id, or it has expired.";

    /// <summary>The type of a detail about what there is none of.</summary>
    internal const string NotFound = "not_found";

    /// <summary>Answers about something that the body names: 404 when there is none, 400 when it does not fit.</summary>
    internal static Task WriteNamedAsync(HttpContext context, Violation refused) =>
        refused.Type == NotFound ? WriteNotFoundAsync(context, refused) : WriteAsync(context, [refused]);

    /// <summary>Answers 404 about something that the body names.</summary>
    private static Task WriteNotFoundAsync(HttpContext context, Violation unknown) =>
        WriteAsync(context, StatusCodes.Status404NotFound, MessageOf(StatusCodes.Status404NotFound), [unknown]);

    internal static Task WriteAsync(HttpContext context, PaymentProblem problem) =>
        problem switch
        {
            PaymentProblem.NotFound => WriteAsync(context, StatusCodes.Status404NotFound),
            PaymentProblem.Session { Problem: SessionProblem.NotFound or SessionProblem.Expired } => WriteNotFoundAsync(
                context,
                At("/payment_method/id", SessionNotFound, "not_found")
            ),
            PaymentProblem.Session session => WriteAsync(context, session.Problem),
            PaymentProblem.NoPaymentMethod => WriteAsync(
                context,
                [At("/payment_method", "There is no card to pay with: put one on the session first.", "missing")]
            ),
            PaymentProblem.PaymentMethodUnknown => WriteNotFoundAsync(
                context,
                At("/payment_method/id", "There is no stored payment method with this id.", "not_found")
            ),
            PaymentProblem.PaymentMethodChanged => WriteConflictAsync(
                context,
                "The payment method on the checkout session was changed meanwhile; send the request again.",
                resourceId: null
            ),
            PaymentProblem.AlreadyPaid paid => WriteConflictAsync(
                context,
                $"The checkout session was paid by transaction {paid.By}.",
                paid.By.ToString()
            ),
            PaymentProblem.InProgress running => WriteConflictAsync(
                context,
                $"Transaction {running.Payment} has an operation whose outcome is not known yet.",
                running.Payment.ToString()
            ),
            PaymentProblem.PaymentServiceUnknown => WriteAsync(
                context,
                [
                    At(
                        "/payment_service_id",
                        "The merchant account has no active payment service of this id.",
                        "not_found"
                    ),
                ]
            ),
            PaymentProblem.NoPaymentService => WriteAsync(
                context,
                [At("/currency", "No active payment service takes this currency and country.", "no_payment_service")]
            ),
            _ => WriteOfOperationAsync(context, problem),
        };

    // What a capture, void, refund or cancellation is refused for.
    private static Task WriteOfOperationAsync(HttpContext context, PaymentProblem problem) =>
        problem switch
        {
            PaymentProblem.WrongStatus wrong => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"A transaction in status {Transactions.TransactionWords.Of(wrong.Status)} can't be {PastOf(wrong.Verb)}."
            ),
            PaymentProblem.NotWaiting other => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"A transaction in status {Transactions.TransactionWords.Of(other.Status)} can't be canceled."
            ),
            PaymentProblem.NothingLeft nothing => WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"Nothing of the transaction is left to be {PastOf(nothing.Verb)}."
            ),
            PaymentProblem.NothingToCapture => WriteAsync(
                context,
                [At("/amount", "Input should be greater than 0 when the intent is to capture.", "greater_than")]
            ),
            PaymentProblem.AmountOutOfRange range => WriteAsync(
                context,
                [
                    At(
                        "/amount",
                        $"Input should be greater than or equal to 1 and less than or equal to {range.MinorUnitsMax}.",
                        "less_than_equal"
                    ),
                ]
            ),
            _ => throw new UnreachableException($"No answer is defined for {problem.GetType().Name}."),
        };

    private static Violation At(string pointer, string message, string type) =>
        new(ViolationLocation.Body, pointer, message, type);

    private static string PastOf(OperationKind verb) =>
        verb switch
        {
            OperationKind.Capture => "captured",
            OperationKind.Void => "voided",
            OperationKind.Refund => "refunded",
            _ => throw new UnreachableException($"{verb} is not asked for on its own."),
        };
}
