using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>A buyer, for its own merchant account.</summary>
    /// <returns>The buyer, or NotFound.</returns>
    public async ValueTask<Result<Buyer, BuyerProblem>> GetAsync(
        Guid id,
        MerchantAccountId caller,
        CancellationToken cancellation
    ) => await store.FindAsync(caller, id, cancellation) is { } buyer ? buyer : new BuyerProblem.NotFound();
}
