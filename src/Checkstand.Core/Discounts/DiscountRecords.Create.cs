using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

public sealed partial class DiscountRecords
{
    /// <summary>Makes a discount.</summary>
    /// <returns>The discount, or Invalid or CodeTaken.</returns>
    public async Task<Result<DiscountParts, DiscountProblem>> CreateAsync(
        OrganizationId organization,
        DiscountDraft draft,
        CancellationToken cancellation
    )
    {
        var unknown = await UnknownProductsAsync(organization, draft.ProductIds, cancellation);
        if (!Discount.Of(organization, draft, unknown, clock.NowInMilliseconds()).TryGet(out var made, out var invalid))
        {
            return invalid;
        }

        var added = await store.AddAsync(made, cancellation);
        return added.TryGet(out var kept, out var problem)
            ? await WithProductsAsync(new RedeemedDiscount(kept, Redemptions: 0), cancellation)
            : problem;
    }
}
