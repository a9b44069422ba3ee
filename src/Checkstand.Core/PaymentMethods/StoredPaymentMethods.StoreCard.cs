using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>Stores a card for later payments; its security code is dropped. Durable when the task completes.</summary>
    /// <param name="id">
    /// Its id, from <see cref="TimeOrderedId"/>. When a method of this id is there, a request is being repeated: nothing
    /// is stored, and that method is the answer.
    /// </param>
    /// <param name="owner">The merchant account.</param>
    /// <param name="card">The card; the caller disposes it.</param>
    /// <param name="said">What the merchant says of it.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    public Task<StoredPaymentMethod> StoreCardAsync(
        Guid id,
        MerchantAccountId owner,
        CardData card,
        NewPaymentMethod said,
        CancellationToken cancellation
    ) => KeepAsync(id, owner, card, said, cancellation);
}
