using Checkstand.Core.Merchants;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Opens a session for a merchant account. Durable when the task completes.</summary>
    public async Task<CheckoutSession> CreateAsync(
        MerchantAccountId owner,
        SessionPatch said,
        CancellationToken cancellation
    )
    {
        var session = CheckoutSession.Create(owner, said, clock.GetUtcNow());
        await store.AddAsync(session, cancellation);
        return session;
    }
}
