using Checkstand.Core.Merchants;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Removes a session and its card data for good.</summary>
    /// <returns>Null when it is gone; NotFound or Expired otherwise.</returns>
    public Task<SessionProblem?> DeleteAsync(SessionId id, MerchantAccountId caller, CancellationToken cancellation) =>
        store.ChangeAsync(
            id,
            session =>
                session.RefusalAt(clock.GetUtcNow(), caller) is { } refusal ? refusal : new SessionChange.Remove(),
            cancellation
        );
}
