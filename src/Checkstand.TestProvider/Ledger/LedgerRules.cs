using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.TestProvider.Ledger;

/// <summary>
/// What becomes of an operation on an authorization, and of the authorization. Pure: the writer may ask twice. Nothing
/// is ever captured beyond what was authorized, or given back beyond what was captured.
/// </summary>
internal static class LedgerRules
{
    private static readonly PaymentErrorCode IncorrectCurrency = new("incorrect_currency");

    /// <summary>The operation as it ends, and the authorization after it; null where that stays as it is.</summary>
    public static (BookEntry Operation, BookEntry? Payment) CarryOut(BookEntry operation, BookEntry? payment)
    {
        if (
            payment is null
            || payment.AccountId != operation.AccountId
            || payment.Kind != OperationKind.Authorize
            || payment.Outcome == Outcome.NeverSeen
        )
        {
            return (operation with { Outcome = Outcome.Error, Error = PaymentErrorCode.ServiceError }, null);
        }

        return operation.Kind switch
        {
            OperationKind.Capture => Capture(operation, payment),
            OperationKind.Void => Void(operation, payment),
            OperationKind.Refund => Refund(operation, payment),
            _ => throw new UnreachableException($"{operation.Kind} is not about a payment."),
        };
    }

    /// <summary>A challenge as its buyer decided it; null when there was nothing to decide any more.</summary>
    public static BookEntry? Decide(BookEntry challenge, bool isApproved, DateTimeOffset now)
    {
        if (challenge.Outcome != Outcome.RequiresAction)
        {
            return null;
        }

        return isApproved
            ? Charge(challenge, now)
            : challenge with
            {
                Outcome = Outcome.Declined,
                Error = PaymentErrorCode.FailedBuyerApproval,
            };
    }

    /// <summary>An authorization whose money is reserved, or taken, from an instant on.</summary>
    public static BookEntry Charge(BookEntry authorization, DateTimeOffset at) =>
        authorization with
        {
            Outcome = Outcome.Charged,
            MovedAt = at,
            Captured = authorization.IsFinal ? authorization.Amount.MinorUnits : 0,
        };

    private static (BookEntry, BookEntry?) Capture(BookEntry operation, BookEntry payment)
    {
        if (payment.OutcomeAt(operation.CreatedAt) != Outcome.Charged || payment.IsReleased)
        {
            return Refuse(operation, PaymentErrorCode.OtherDecline);
        }

        if (Misfit(operation, payment, payment.Amount.MinorUnits - payment.Captured) is { } error)
        {
            return Refuse(operation, error);
        }

        return (
            Done(operation),
            payment with
            {
                Captured = payment.Captured + operation.Amount.MinorUnits,
                IsReleased = operation.IsFinal,
            }
        );
    }

    private static (BookEntry, BookEntry?) Void(BookEntry operation, BookEntry payment)
    {
        switch (payment.OutcomeAt(operation.CreatedAt))
        {
            case Outcome.Charged when payment is { Captured: 0, IsReleased: false }:
                return (
                    Done(operation) with
                    {
                        Amount = payment.Amount,
                    },
                    payment with
                    {
                        Outcome = Outcome.NotCharged,
                        IsReleased = true,
                    }
                );
            case Outcome.Pending:
                return GiveUp(operation, payment, PaymentErrorCode.OtherDecline);
            case Outcome.RequiresAction:
                return GiveUp(operation, payment, PaymentErrorCode.IncompleteBuyerApproval);
            default:
                return Refuse(operation, PaymentErrorCode.OtherDecline);
        }
    }

    private static (BookEntry, BookEntry?) Refund(BookEntry operation, BookEntry payment)
    {
        var left = payment.OutcomeAt(operation.CreatedAt) == Outcome.Charged ? payment.Captured - payment.Refunded : 0;
        if (Misfit(operation, payment, left) is { } error)
        {
            return Refuse(operation, error);
        }

        return (Done(operation), payment with { Refunded = payment.Refunded + operation.Amount.MinorUnits });
    }

    private static PaymentErrorCode? Misfit(BookEntry operation, BookEntry payment, long minorUnitsMax)
    {
        if (operation.Amount.Currency != payment.Amount.Currency)
        {
            return IncorrectCurrency;
        }

        return operation.Amount.MinorUnits <= 0 || operation.Amount.MinorUnits > minorUnitsMax
            ? PaymentErrorCode.InvalidAmount
            : null;
    }

    private static BookEntry Done(BookEntry operation) =>
        operation with
        {
            Outcome = Outcome.Charged,
            MovedAt = operation.CreatedAt,
        };

    private static (BookEntry, BookEntry?) Refuse(BookEntry operation, PaymentErrorCode error) =>
        (operation with { Outcome = Outcome.Declined, Error = error }, null);

    // Nothing was reserved, so giving up moves nothing.
    private static (BookEntry, BookEntry?) GiveUp(BookEntry operation, BookEntry payment, PaymentErrorCode error) =>
        (
            Done(operation) with
            {
                MovedAt = null,
            },
            payment with
            {
                Outcome = Outcome.NotCharged,
                Error = error,
                FinalAt = null,
                MovedAt = null,
                Captured = 0,
            }
        );
}
