namespace Checkstand.Core.PaymentMethods;

/// <summary>Why a verb on payment methods refuses, in order of precedence.</summary>
public abstract record PaymentMethodProblem
{
    private PaymentMethodProblem() { }

    /// <summary>There is no such payment method for this merchant account; a foreign one answers exactly so.</summary>
    public sealed record NotFound : PaymentMethodProblem;

    /// <summary>The session whose card is to be stored is unknown, foreign, or has ended.</summary>
    public sealed record SessionNotFound : PaymentMethodProblem;

    /// <summary>The session has no card of its own: nothing yet, a stored method, or another kind of payment.</summary>
    public sealed record SessionWithoutCard : PaymentMethodProblem;
}
