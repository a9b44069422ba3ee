namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Puts a finished Click to Pay checkout on a session, in place of any card.</summary>
    /// <returns>Null when it is on the session; NotFound or Expired otherwise.</returns>
    public Task<SessionProblem?> AttachClickToPayAsync(
        SessionId id,
        SessionPaymentMethod.ClickToPay method,
        CancellationToken cancellation
    ) => AttachAsync(id, method, session => new SessionChange.SaveWithoutCard(session), cancellation);
}
