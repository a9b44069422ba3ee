using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.CheckoutLinks;

/// <summary>What can be done with the checkout links of an organization.</summary>
public sealed partial class CheckoutLinkRecords(
    ICheckoutLinkStore store,
    IProductStore products,
    IDiscountStore discounts,
    ICustomFieldStore fields,
    OrganizationDirectory organizations,
    OpenCheckouts checkouts,
    TimeProvider clock
)
{
    /// <summary>A link of an organization.</summary>
    /// <returns>The link, or NotFound.</returns>
    public async ValueTask<Result<CheckoutLinkParts, CheckoutLinkProblem>> GetAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) =>
        await store.FindAsync(organization, id, cancellation) is { } found
            ? await WithPartsAsync(found, cancellation)
            : new CheckoutLinkProblem.NotFound();

    /// <summary>A part of an organization's links.</summary>
    /// <param name="organization">Whose links.</param>
    /// <param name="productIds">With one of these products; empty for any.</param>
    /// <param name="sorting">In this order; then by id.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<NumberedPage<CheckoutLinkParts>> ListAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> productIds,
        IReadOnlyList<Sorting<CheckoutLinkOrder>> sorting,
        PageNumber page,
        CancellationToken cancellation
    )
    {
        var found = await store.ListAsync(organization, productIds, sorting, page, cancellation);
        var parts = new List<CheckoutLinkParts>(found.Items.Count);
        foreach (var link in found.Items)
        {
            parts.Add(await WithPartsAsync(link, cancellation));
        }

        return new NumberedPage<CheckoutLinkParts>(parts, found.TotalCount);
    }

    /// <summary>Makes a link.</summary>
    /// <returns>The link, or Invalid.</returns>
    public async Task<Result<CheckoutLinkParts, CheckoutLinkProblem>> CreateAsync(
        OrganizationId organization,
        CheckoutLinkDraft draft,
        CancellationToken cancellation
    )
    {
        List<FieldProblem> problems = [];
        var sold = await FindProductsAsync(organization, draft.Selection, problems, cancellation);
        await CheckDiscountAsync(organization, draft.DiscountId, sold, problems, cancellation);
        if (
            !CheckoutLink
                .Of(organization, draft, sold, problems, clock.NowInMilliseconds())
                .TryGet(out var made, out var problem)
        )
        {
            return problem;
        }

        await store.AddAsync(made, cancellation);
        return await WithPartsAsync(made, cancellation);
    }

    /// <summary>Changes a link. Checkouts that were opened by it stay as they are.</summary>
    /// <returns>The link afterwards, or NotFound or Invalid.</returns>
    public async Task<Result<CheckoutLinkParts, CheckoutLinkProblem>> UpdateAsync(
        OrganizationId organization,
        Guid id,
        CheckoutLinkChange change,
        CancellationToken cancellation
    )
    {
        if (await store.FindAsync(organization, id, cancellation) is not { } before)
        {
            return new CheckoutLinkProblem.NotFound();
        }

        List<FieldProblem> problems = [];
        var sold = change.ProductIds is { } ids
            ? await FindProductsAsync(organization, new CheckoutSelection.Products(ids), problems, cancellation)
            : null;
        if (change.DiscountId.Value is { } discount)
        {
            var suited = sold ?? await ProductsOfAsync(before, cancellation);
            await CheckDiscountAsync(organization, discount, suited, problems, cancellation);
        }

        var now = clock.NowInMilliseconds();
        var changed = await store.ChangeAsync(
            organization,
            id,
            link => link.With(change, sold, problems, now),
            cancellation
        );
        return changed.TryGet(out var after, out var problem) ? await WithPartsAsync(after, cancellation) : problem;
    }

    /// <summary>Deletes a link: it leads nowhere any more.</summary>
    /// <returns>False when there is none.</returns>
    public Task<bool> DeleteAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.RemoveAsync(organization, id, cancellation);

    private async ValueTask<CheckoutLinkParts> WithPartsAsync(CheckoutLink link, CancellationToken cancellation) =>
        new(
            link,
            await ProductsOfAsync(link, cancellation),
            link.DiscountId is { } id ? await discounts.FindAsync(link.OrganizationId, id, cancellation) : null
        );

    private async ValueTask<IReadOnlyList<Product>> ProductsOfAsync(CheckoutLink link, CancellationToken cancellation)
    {
        var found = new List<Product>(link.ProductIds.Count);
        foreach (var id in link.ProductIds)
        {
            if (await products.FindAsync(link.OrganizationId, id, cancellation) is { } product)
            {
                found.Add(product);
            }
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<Product>> FindProductsAsync(
        OrganizationId organization,
        CheckoutSelection selection,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        List<Product> found = [];
        switch (selection)
        {
            case CheckoutSelection.Products { Ids: var ids }:
                for (var at = 0; at < ids.Count; at++)
                {
                    Add(await products.FindAsync(organization, ids[at], cancellation), "Product", "products", at);
                }

                break;
            case CheckoutSelection.Product { Id: var id }:
                Add(await products.FindAsync(organization, id, cancellation), "Product", "product_id");
                break;
            case CheckoutSelection.Price { Id: var id }:
                var product = await products.FindByPriceAsync(organization, id, cancellation);
                if (product?.Prices.First(price => price.Id == id).IsArchived == true)
                {
                    problems.Add(FieldProblem.Of("product_price_id", "Price is archived."));
                }
                else
                {
                    Add(product, "Price", "product_price_id");
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException($"No products are found by {selection}.");
        }

        return [.. found.DistinctBy(product => product.Id)];

        void Add(Product? product, string what, params IReadOnlyList<object> path)
        {
            if (product is null)
            {
                problems.Add(new FieldProblem(path, $"{what} does not exist."));
            }
            else if (!product.IsSold)
            {
                problems.Add(
                    new FieldProblem(path, product.IsArchived ? "Product is archived." : "Product is a draft.")
                );
            }
            else
            {
                found.Add(product);
            }
        }
    }

    // A link may carry a discount that can't be redeemed yet, or any more: whoever follows it gets none then.
    private async ValueTask CheckDiscountAsync(
        OrganizationId organization,
        Guid? id,
        IReadOnlyList<Product> sold,
        List<FieldProblem> problems,
        CancellationToken cancellation
    )
    {
        if (
            id is { } named
            && (
                await discounts.FindAsync(organization, named, cancellation) is not { Discount: var discount }
                || (discount.ProductIds.Count > 0 && sold.Any(product => !discount.ProductIds.Contains(product.Id)))
            )
        )
        {
            problems.Add(
                FieldProblem.Of("discount_id", "Discount does not exist or is not applicable to this product.")
            );
        }
    }
}

/// <summary>A checkout link with the things that it names.</summary>
/// <param name="Link">The link.</param>
/// <param name="Products">Its products, in its order.</param>
/// <param name="Discount">Its discount; null when it has none or it was deleted.</param>
public sealed record CheckoutLinkParts(CheckoutLink Link, IReadOnlyList<Product> Products, RedeemedDiscount? Discount);
