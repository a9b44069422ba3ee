using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    /// <summary>Puts a stored payment method on a session, in place of any card.</summary>
    /// <param name="id">The session; knowing it is the permission.</param>
    /// <param name="methodId">The method, of the session's own merchant account.</param>
    /// <param name="code">The security code typed beside it, sealed for this session only; null when none was.</param>
    /// <param name="postalCode">Billing postal code typed beside it; null when none was.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    /// <returns>Null when it is on the session; NotFound, Expired or PaymentMethodUnknown otherwise.</returns>
    public async Task<SessionProblem?> AttachStoredMethodAsync(
        SessionId id,
        Guid methodId,
        SecurityCode? code,
        string? postalCode,
        CancellationToken cancellation
    )
    {
        // A session that is gone is said first, and nothing is sealed for it.
        var found = await GetAsync(id, cancellation);
        if (!found.TryGet(out var seen, out var refused))
        {
            return refused;
        }

        var method = await methods.FindAsync(methodId, cancellation);
        if (method is null || method.RefusalFor(seen.MerchantAccountId) is not null)
        {
            return new SessionProblem.PaymentMethodUnknown();
        }

        var attached = new SessionPaymentMethod.Stored(methodId, method.Card, code is not null, postalCode);
        if (code is null)
        {
            return await AttachAsync(id, attached, session => new SessionChange.SaveWithoutCard(session), cancellation);
        }

        var sealedCode = vault.SealCode(id, code);
        return await AttachAsync(
            id,
            attached,
            // A key rotation may have come in between; what is written is always under the active key.
            session => new SessionChange.SaveWithCard(session, vault.UnderActiveKey(id, sealedCode)),
            cancellation
        );
    }
}
