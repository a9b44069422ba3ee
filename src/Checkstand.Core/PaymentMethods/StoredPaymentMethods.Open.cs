using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>
    /// Takes a stored card out of the vault for a payment: its number, and its expiry as last updated. The caller
    /// disposes it as soon as it has been used.
    /// </summary>
    /// <param name="id">The method.</param>
    /// <param name="caller">The merchant account.</param>
    /// <param name="code">The code that was typed for this payment, which becomes the card's; null when none was.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The card, or NotFound.</returns>
    public async ValueTask<Result<CardData, PaymentMethodProblem>> OpenAsync(
        Guid id,
        MerchantAccountId caller,
        SecurityCode? code,
        CancellationToken cancellation
    )
    {
        var found = await GetAsync(id, caller, cancellation);
        if (!found.TryGet(out var method, out var refused))
        {
            return refused;
        }

        if (await store.FindCardAsync(id, cancellation) is not { } sealedCard)
        {
            // Deleted since the look.
            return new PaymentMethodProblem.NotFound();
        }

        var card = vault.Open(CardOwner.PaymentMethod(id), sealedCard);
        return new CardData(card.Number, method.CardExpiry, code);
    }
}
