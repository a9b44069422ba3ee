using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

public sealed partial class DiscountRecords
{
    /// <summary>Changes a discount. Checkouts that carry it are worked out anew when they change next.</summary>
    /// <returns>The discount afterwards, or NotFound, Invalid or CodeTaken.</returns>
    public async Task<Result<DiscountParts, DiscountProblem>> UpdateAsync(
        OrganizationId organization,
        Guid id,
        DiscountChange change,
        CancellationToken cancellation
    )
    {
        var unknown = await UnknownProductsAsync(organization, change.ProductIds ?? [], cancellation);
        var now = clock.NowInMilliseconds();
        var changed = await store.ChangeAsync(
            organization,
            id,
            found => found.Discount.With(change, found.Redemptions, unknown, now),
            cancellation
        );
        return changed.TryGet(out var kept, out var problem) ? await WithProductsAsync(kept, cancellation) : problem;
    }
}
