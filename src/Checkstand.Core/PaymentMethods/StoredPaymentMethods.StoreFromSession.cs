using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>
    /// Stores the card that a browser put on a checkout session, without its code. The session stays as it is and can
    /// be paid with.
    /// </summary>
    /// <param name="id">As for <see cref="StoreCardAsync"/>.</param>
    /// <param name="session">The session.</param>
    /// <param name="owner">The merchant account, which must be the session's.</param>
    /// <param name="said">What the merchant says of it.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    /// <returns>The method, or SessionNotFound or SessionWithoutCard.</returns>
    public async Task<Result<StoredPaymentMethod, PaymentMethodProblem>> StoreFromSessionAsync(
        Guid id,
        SessionId session,
        MerchantAccountId owner,
        NewPaymentMethod said,
        CancellationToken cancellation
    )
    {
        var found = await sessions.FindAsync(session, cancellation);
        if (found is null || found.RefusalAt(clock.GetUtcNow(), owner) is not null)
        {
            return new PaymentMethodProblem.SessionNotFound();
        }

        // What a session holds of a stored method is at most the code that was typed for it.
        if (
            found.PaymentMethod is not SessionPaymentMethod.Card
            || await sessions.FindCardAsync(session, cancellation) is not { } sealedCard
        )
        {
            return new PaymentMethodProblem.SessionWithoutCard();
        }

        using var card = vault.Open(session, sealedCard);
        return await KeepAsync(id, owner, card, said, cancellation);
    }
}
