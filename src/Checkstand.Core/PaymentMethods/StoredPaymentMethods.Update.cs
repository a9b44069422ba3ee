using Checkstand.Core.Merchants;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>Changes what a merchant may change of a stored payment method.</summary>
    /// <returns>The method afterwards, or NotFound.</returns>
    public async Task<Result<StoredPaymentMethod, PaymentMethodProblem>> UpdateAsync(
        Guid id,
        MerchantAccountId caller,
        PaymentMethodPatch said,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        StoredPaymentMethod? updated = null;
        var problem = await store.ChangeAsync(
            id,
            method =>
            {
                if (method.RefusalFor(caller) is { } refusal)
                {
                    return refusal;
                }

                updated = method.Update(said, now);
                return new PaymentMethodChange.Save(updated);
            },
            cancellation
        );
        return problem is null ? updated! : problem;
    }
}
