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

    /// <summary>
    /// As above, under an id that was reserved for the request. A session that has it already is the answer: the request
    /// was begun before and not answered.
    /// </summary>
    public async Task<CheckoutSession> CreateAsync(
        SessionId reserved,
        MerchantAccountId owner,
        SessionPatch said,
        CancellationToken cancellation
    )
    {
        if (await store.FindAsync(reserved, cancellation) is { } begun && begun.MerchantAccountId == owner)
        {
            return begun;
        }

        var session = CheckoutSession.Create(owner, said, clock.GetUtcNow(), reserved);
        await store.AddAsync(session, cancellation);
        return session;
    }
}
