using Checkstand.Core.Merchants;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>A stored payment method, for its own merchant account.</summary>
    /// <returns>The method, or NotFound.</returns>
    public async ValueTask<Result<StoredPaymentMethod, PaymentMethodProblem>> GetAsync(
        Guid id,
        MerchantAccountId caller,
        CancellationToken cancellation
    )
    {
        var method = await store.FindAsync(id, cancellation);
        if (method is null)
        {
            return new PaymentMethodProblem.NotFound();
        }

        return method.RefusalFor(caller) is { } refusal ? refusal : method;
    }
}
