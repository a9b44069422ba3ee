using System.Text;
using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>
    /// Takes a stored card out of the vault for a payment: its number, and its expiry as last updated. There is no code
    /// with it. The caller disposes it as soon as it has been used.
    /// </summary>
    /// <returns>The card, or NotFound.</returns>
    public async ValueTask<Result<CardData, PaymentMethodProblem>> OpenAsync(
        Guid id,
        MerchantAccountId caller,
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
        return new CardData(card.Number, new CardExpiry(Encoding.ASCII.GetBytes(method.Expiry)), code: null);
    }
}
