using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>A part of a merchant account's buyers, newest first.</summary>
    public ValueTask<Page<Buyer>> ListAsync(
        MerchantAccountId caller,
        BuyerFilter filter,
        PageRequest request,
        CancellationToken cancellation
    ) => store.ListAsync(caller, filter, request, cancellation);
}
