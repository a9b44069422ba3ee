using Checkstand.Core.Merchants;

namespace Checkstand.Core.PaymentMethods;

public sealed partial class StoredPaymentMethods
{
    /// <summary>A part of a merchant account's stored payment methods, newest first.</summary>
    public async ValueTask<Page<StoredPaymentMethod>> ListAsync(
        MerchantAccountId owner,
        PaymentMethodFilter filter,
        PageRequest page,
        CancellationToken cancellation
    ) => Page.Of(page, await store.ListAsync(owner, filter, page, cancellation), method => method.Id);
}
