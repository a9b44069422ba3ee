using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Puts a card on a session: the card goes into the vault, the session shows what may be shown of it.</summary>
    /// <param name="id">The session; knowing it is the permission.</param>
    /// <param name="card">Number, expiry and code as typed.</param>
    /// <param name="postalCode">Billing postal code typed beside it; null when none was.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    /// <returns>Null when the card is on the session; NotFound or Expired otherwise.</returns>
    public async Task<SessionProblem?> AttachCardAsync(
        SessionId id,
        CardData card,
        string? postalCode,
        CancellationToken cancellation
    )
    {
        // Refuse before anything is sealed: a card for a session that is gone must not touch the vault.
        var found = await GetAsync(id, cancellation);
        if (!found.TryGet(out var seen, out var refused))
        {
            return refused;
        }

        var sealedCard = vault.Seal(id, card);
        var display = CardDisplay.Of(card.Number, vault.Fingerprint(seen.MerchantAccountId, card.Number));
        return await AttachAsync(
            id,
            new SessionPaymentMethod.Card(display, postalCode),
            // A key rotation may have come in between; what is written is always under the active key.
            session => new SessionChange.SaveWithCard(session, vault.UnderActiveKey(id, sealedCard)),
            cancellation
        );
    }

    private Task<SessionProblem?> AttachAsync(
        SessionId id,
        SessionPaymentMethod method,
        Func<CheckoutSession, SessionChange> save,
        CancellationToken cancellation
    ) =>
        store.ChangeAsync(
            id,
            session =>
            {
                // When it is decided, as for an update.
                if (
                    !session
                        .WithPaymentMethod(method, LifeAfterFields, clock.GetUtcNow())
                        .TryGet(out var attached, out var refused)
                )
                {
                    return refused;
                }

                return save(attached);
            },
            cancellation
        );
}
