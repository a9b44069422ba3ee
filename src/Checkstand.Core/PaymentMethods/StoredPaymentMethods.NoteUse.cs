using Checkstand.Core.Merchants;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>Counts a payment that was made with a stored method.</summary>
    /// <param name="id">The method.</param>
    /// <param name="caller">The merchant account of the payment.</param>
    /// <param name="isCustomerInitiated">Whether the buyer made the payment himself.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    /// <returns>Null when it is counted; NotFound when the method is gone, which takes nothing from the payment.</returns>
    public Task<PaymentMethodProblem?> NoteUseAsync(
        Guid id,
        MerchantAccountId caller,
        bool isCustomerInitiated,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return store.ChangeAsync(
            id,
            method =>
                method.RefusalFor(caller) is { } refusal
                    ? refusal
                    : new PaymentMethodChange.Save(method.Used(isCustomerInitiated, now)),
            cancellation
        );
    }
}
