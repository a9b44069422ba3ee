using Checkstand.Core.Merchants;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Merges what the merchant says into its session.</summary>
    /// <returns>The session afterwards, or NotFound or Expired.</returns>
    public async Task<Result<CheckoutSession, SessionProblem>> UpdateAsync(
        SessionId id,
        MerchantAccountId caller,
        SessionPatch said,
        CancellationToken cancellation
    )
    {
        CheckoutSession? updated = null;
        var problem = await store.ChangeAsync(
            id,
            session =>
            {
                // When it is decided, not when it was asked: the sweep of the session may have come before.
                if (!session.Update(caller, said, clock.GetUtcNow()).TryGet(out updated, out var refused))
                {
                    return refused;
                }

                return new SessionChange.Save(updated);
            },
            cancellation
        );
        return problem is null ? updated! : problem;
    }
}
