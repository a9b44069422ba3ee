using Checkstand.Core.Merchants;

namespace Checkstand.Core.Buyers;

public sealed partial class BuyerRecords
{
    /// <summary>Makes a buyer.</summary>
    /// <param name="id">Its id. When the account has a buyer of this id already, that one is the answer, unchanged.</param>
    /// <param name="owner">The merchant account.</param>
    /// <param name="said">What it says.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The buyer, or ExternalIdentifierTaken.</returns>
    public Task<Result<Buyer, BuyerProblem>> CreateAsync(
        Guid id,
        MerchantAccountId owner,
        BuyerContent said,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        var buyer = new Buyer
        {
            Id = id,
            MerchantAccountId = owner,
            Content = said.Over(default),
            CreatedAt = now,
            UpdatedAt = now,
        };
        return store.AddAsync(buyer, cancellation);
    }
}
