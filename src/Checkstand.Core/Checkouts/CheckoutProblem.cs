using Checkstand.Core.Payments;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// Why something can't be done with a checkout (contract polar section 3.2). A closed set, in the order in which they
/// win.
/// </summary>
public abstract record CheckoutProblem
{
    private CheckoutProblem() { }

    /// <summary>There is none of that id or secret, or it belongs to somebody else.</summary>
    public sealed record NotFound : CheckoutProblem;

    /// <summary>Its time is over; for the public only.</summary>
    public sealed record Expired : CheckoutProblem;

    /// <summary>Its organization is blocked; for the public only.</summary>
    public sealed record OrganizationBlocked : CheckoutProblem;

    /// <summary>Somebody else is changing or confirming it at this moment.</summary>
    public sealed record Locked : CheckoutProblem;

    /// <summary>It is not open any more.</summary>
    public sealed record NotOpen(CheckoutId Id, CheckoutStatus Status) : CheckoutProblem;

    /// <summary>What was said breaks rules; all of it.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : CheckoutProblem;

    /// <summary>The customer that it is linked to was deleted.</summary>
    public sealed record CustomerDeleted : CheckoutProblem;

    /// <summary>The external id belongs to a customer with another email address.</summary>
    public sealed record ExternalIdMismatch : CheckoutProblem;

    /// <summary>
    /// The customer has an active subscription and the organization allows one only, or the subscription to upgrade is
    /// upgraded already.
    /// </summary>
    public sealed record AlreadySubscribed : CheckoutProblem;

    /// <summary>The customer has had a trial and the organization allows one only.</summary>
    public sealed record TrialAlreadyRedeemed : CheckoutProblem;

    /// <summary>The customer has redeemed the discount as often as one may.</summary>
    public sealed record DiscountLimitReached : CheckoutProblem;

    /// <summary>The organization may not take payments yet.</summary>
    public sealed record PaymentNotReady : CheckoutProblem;

    /// <summary>The provider refused; the checkout is open again.</summary>
    /// <param name="Error">Why; null when the provider gave no reason.</param>
    public sealed record PaymentFailed(PaymentErrorCode? Error) : CheckoutProblem;
}
