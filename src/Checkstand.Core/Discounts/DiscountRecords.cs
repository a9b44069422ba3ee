using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.Discounts;

/// <summary>What can be done with the discounts of an organization.</summary>
public sealed partial class DiscountRecords(IDiscountStore store, IProductStore products, TimeProvider clock)
{
    /// <summary>A discount of an organization.</summary>
    /// <returns>The discount, or NotFound.</returns>
    public async ValueTask<Result<DiscountParts, DiscountProblem>> GetAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) =>
        await store.FindAsync(organization, id, cancellation) is { } found
            ? await WithProductsAsync(found, cancellation)
            : new DiscountProblem.NotFound();

    /// <summary>A part of an organization's discounts.</summary>
    public async ValueTask<NumberedPage<DiscountParts>> ListAsync(
        OrganizationId organization,
        DiscountFilter filter,
        PageNumber page,
        CancellationToken cancellation
    )
    {
        var found = await store.ListAsync(organization, filter, page, cancellation);
        var parts = new List<DiscountParts>(found.Items.Count);
        foreach (var discount in found.Items)
        {
            parts.Add(await WithProductsAsync(discount, cancellation));
        }

        return new NumberedPage<DiscountParts>(parts, found.TotalCount);
    }

    /// <summary>A discount as it was at some time, with what answers show beside it as it is now.</summary>
    public async ValueTask<DiscountParts> WithPartsAsync(Discount discount, CancellationToken cancellation)
    {
        var found = await store.FindAsync(discount.OrganizationId, discount.Id, cancellation);
        return await WithProductsAsync(new RedeemedDiscount(discount, found?.Redemptions ?? 0), cancellation);
    }

    private async ValueTask<DiscountParts> WithProductsAsync(RedeemedDiscount found, CancellationToken cancellation)
    {
        var named = new List<Product>(found.Discount.ProductIds.Count);
        foreach (var id in found.Discount.ProductIds)
        {
            if (await products.FindAsync(found.Discount.OrganizationId, id, cancellation) is { } product)
            {
                named.Add(product);
            }
        }

        return new DiscountParts(found.Discount, found.Redemptions, named);
    }

    private async ValueTask<IReadOnlyList<FieldProblem>> UnknownProductsAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellation
    )
    {
        var problems = new List<FieldProblem>();
        for (var i = 0; i < ids.Count; i++)
        {
            if (await products.FindAsync(organization, ids[i], cancellation) is null)
            {
                problems.Add(new FieldProblem(["products", i], "Product not found."));
            }
        }

        return problems;
    }
}

/// <summary>A discount with what answers show beside it.</summary>
/// <param name="Discount">The discount.</param>
/// <param name="Redemptions">How often it was redeemed.</param>
/// <param name="Products">The products that it is for, in its order; empty for all.</param>
public sealed record DiscountParts(Discount Discount, int Redemptions, IReadOnlyList<Product> Products);
