using Checkstand.Core.Merchants;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>Removes a stored payment method and its card for good.</summary>
    /// <returns>Null when it is gone; NotFound otherwise.</returns>
    public Task<PaymentMethodProblem?> DeleteAsync(Guid id, MerchantAccountId caller, CancellationToken cancellation) =>
        store.ChangeAsync(
            id,
            method => method.RefusalFor(caller) is { } refusal ? refusal : new PaymentMethodChange.Remove(),
            cancellation
        );
}
