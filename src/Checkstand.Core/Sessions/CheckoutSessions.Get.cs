using Checkstand.Core.Merchants;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>The session, for its own merchant account.</summary>
    /// <returns>The session, or NotFound, Expired, or PaymentMethodGone.</returns>
    public async ValueTask<Result<CheckoutSession, SessionProblem>> GetAsync(
        SessionId id,
        MerchantAccountId caller,
        CancellationToken cancellation
    )
    {
        var session = await store.FindAsync(id, cancellation);
        if (session is null)
        {
            return new SessionProblem.NotFound();
        }

        if (session.RefusalAt(clock.GetUtcNow(), caller) is { } refusal)
        {
            return refusal;
        }

        return
            session.PaymentMethod is SessionPaymentMethod.Stored stored
            && await methods.FindAsync(stored.Id, cancellation) is null
            ? new SessionProblem.PaymentMethodGone()
            : session;
    }

    /// <summary>The session, for whoever holds its id: the browser routes.</summary>
    /// <returns>The session, or NotFound or Expired.</returns>
    public async ValueTask<Result<CheckoutSession, SessionProblem>> GetAsync(
        SessionId id,
        CancellationToken cancellation
    )
    {
        var session = await store.FindAsync(id, cancellation);
        if (session is null)
        {
            return new SessionProblem.NotFound();
        }

        return session.RefusalAt(clock.GetUtcNow()) is { } refusal ? refusal : session;
    }
}
