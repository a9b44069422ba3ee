using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>Merges what the merchant says into a buyer.</summary>
    /// <returns>The buyer afterwards, or NotFound or ExternalIdentifierTaken.</returns>
    public Task<Result<Buyer, BuyerProblem>> UpdateAsync(
        Guid id,
        MerchantAccountId caller,
        BuyerContent said,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return store.ChangeAsync(caller, id, buyer => buyer.With(said, now), cancellation);
    }
}
