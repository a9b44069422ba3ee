namespace Checkstand.Core.Sessions;

/// <summary>
/// Why a session verb refuses, in order of precedence: an unknown or foreign session is said before an expired one,
/// and both before anything about the payment method.
/// </summary>
public abstract record SessionProblem
{
    private SessionProblem() { }

    /// <summary>There is no such session for this merchant account; a foreign session answers exactly so.</summary>
    public sealed record NotFound : SessionProblem;

    /// <summary>The session's time is over. Dialects answer as for <see cref="NotFound"/>.</summary>
    /// <param name="ExpiredAt">When it ended.</param>
    public sealed record Expired(DateTimeOffset ExpiredAt) : SessionProblem;

    /// <summary>The stored payment method that the request names does not exist.</summary>
    public sealed record PaymentMethodUnknown : SessionProblem;

    /// <summary>The stored payment method on the session was deleted since it was put there.</summary>
    public sealed record PaymentMethodGone : SessionProblem;
}
