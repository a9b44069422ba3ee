using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>Removes a buyer and its shipping details for good.</summary>
    /// <returns>Null when it is gone; NotFound otherwise.</returns>
    public async Task<BuyerProblem?> DeleteAsync(Guid id, MerchantAccountId caller, CancellationToken cancellation) =>
        await store.RemoveAsync(caller, id, cancellation) ? null : new BuyerProblem.NotFound();
}
