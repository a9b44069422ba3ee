using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;

namespace Checkstand.Core.Payments;

/// <summary>
/// Why a payment verb refuses, in order of precedence: what does not exist is said before what is in the way, and that
/// before amounts. When a verb refuses, nothing was stored and no provider was called.
/// </summary>
public abstract record PaymentProblem
{
    private PaymentProblem() { }

    /// <summary>There is no such payment, refund or capture for this merchant account.</summary>
    public sealed record NotFound : PaymentProblem;

    /// <summary>The checkout session can't be used.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Session(SessionProblem Problem) : PaymentProblem;

    /// <summary>The session has no card to pay with.</summary>
    public sealed record NoPaymentMethod : PaymentProblem;

    /// <summary>The stored payment method that the request names does not exist.</summary>
    public sealed record PaymentMethodUnknown : PaymentProblem;

    /// <summary>The session has another payment method than the one whose buyer was looked up for it.</summary>
    public sealed record PaymentMethodChanged : PaymentProblem;

    /// <summary>The session was paid: once approved, it pays no second time (docs/decisions/0013).</summary>
    /// <param name="By">The payment.</param>
    public sealed record AlreadyPaid(PaymentId By) : PaymentProblem;

    /// <summary>An operation on it is open; its outcome must be known first.</summary>
    /// <param name="Payment">The payment that is in the way.</param>
    public sealed record InProgress(PaymentId Payment) : PaymentProblem;

    /// <summary>The one payment service that may be used is not an active one of the merchant account.</summary>
    public sealed record PaymentServiceUnknown : PaymentProblem;

    /// <summary>No active payment service of the merchant account takes this currency and country.</summary>
    public sealed record NoPaymentService : PaymentProblem;

    /// <summary>A payment in this status can't be captured, voided or refunded.</summary>
    /// <param name="Status">Where it stands.</param>
    /// <param name="Verb">What was asked for.</param>
    public sealed record WrongStatus(PaymentStatus Status, OperationKind Verb) : PaymentProblem;

    /// <summary>Only a payment that waits for its buyer can be cancelled; this one does not.</summary>
    /// <param name="Status">Where it stands.</param>
    public sealed record NotWaiting(PaymentStatus Status) : PaymentProblem;

    /// <summary>All of it was captured or given up, or all was refunded: whatever the amount, there is none to take or give.</summary>
    /// <param name="Verb">What was asked for.</param>
    public sealed record NothingLeft(OperationKind Verb) : PaymentProblem;

    /// <summary>An order to take nothing at once (contract gr4vy section 6.2); nothing can be reserved, to check a card.</summary>
    public sealed record NothingToCapture : PaymentProblem;

    /// <summary>More than is left, or nothing, while something is left.</summary>
    /// <param name="MinorUnitsMax">What is left, 1 or more.</param>
    public sealed record AmountOutOfRange(long MinorUnitsMax) : PaymentProblem;
}
