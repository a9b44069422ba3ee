using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

/// <summary>The verbs on stored payment methods, one file each. This file holds what they share.</summary>
public sealed partial class StoredPaymentMethods(
    IPaymentMethodStore store,
    ISessionStore sessions,
    CardVault vault,
    TimeProvider clock
)
{
    // Each call stores a method of its own, also for a card that is there already, as the vendor does: the fingerprint
    // tells merchants which are the same card, and a deletion must not take away what somebody else stored.
    private Task<StoredPaymentMethod> KeepAsync(
        Guid id,
        MerchantAccountId owner,
        CardData card,
        NewPaymentMethod said,
        CancellationToken cancellation
    )
    {
        var sealedCard = vault.Seal(CardOwner.PaymentMethod(id), card);
        return store.AddAsync(
            StoredPaymentMethod.Of(id, owner, card, vault.Fingerprint(owner, card.Number), said, clock.GetUtcNow()),
            // A key rotation may have come in between; what is written is always under the active key.
            () => vault.UnderActiveKey(CardOwner.PaymentMethod(id), sealedCard),
            cancellation
        );
    }
}
