using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

public sealed partial class DiscountRecords
{
    /// <summary>Deletes a discount: nobody can redeem it any more, and its code is free.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> DeleteAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.RemoveAsync(organization, id, clock.NowInMilliseconds(), cancellation);
}
