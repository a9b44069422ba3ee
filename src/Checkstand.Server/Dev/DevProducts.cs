using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Server.Dev;

/// <summary>
/// The sandbox's sample products: one of each kind for the organization that sells, and one for the other. Made on the
/// first start; one that is there already stays as it is.
/// </summary>
internal static class DevProducts
{
    /// <summary>Sees to it that the products of the credentials exist.</summary>
    public static async Task EnsureAsync(
        DevOrganization seller,
        DevProductIds ids,
        DevOrganization other,
        ProductCatalogue products,
        CancellationToken cancellation
    )
    {
        await EnsureAsync(seller.ProductId, seller, Draft("Handbook", Fixed(1000)));
        await EnsureAsync(ids.Custom, seller, Draft("Tip jar", new PriceAmounts.Custom(100, 100_000, 500)));
        await EnsureAsync(ids.Free, seller, Draft("Sampler", Fixed(0)));
        await EnsureAsync(
            ids.Recurring,
            seller,
            Draft("Membership", Fixed(1500)) with
            {
                Recurs = new CalendarSpan(CalendarUnit.Month, 1),
            }
        );
        await EnsureAsync(other.ProductId, other, Draft("Raincoat", Fixed(2500)));

        async Task EnsureAsync(Guid id, DevOrganization owner, ProductDraft draft)
        {
            var organization = new OrganizationId(owner.Id);
            var found = await products.GetAsync(organization, id, cancellation);
            if (found.TryGet(out _, out _))
            {
                return;
            }

            var made = await products.CreateAsync(id, organization, draft, cancellation);
            if (!made.TryGet(out _, out var problem))
            {
                throw new InvalidOperationException($"The sandbox could not make its product: {problem}.");
            }
        }
    }

    private static PriceAmounts.Fixed Fixed(long minorUnits) => new(minorUnits);

    private static ProductDraft Draft(string name, PriceAmounts amounts) =>
        new() { Name = name, Prices = [new PriceDraft.Made("usd", TaxBehavior: null, amounts)] };
}

/// <summary>The sample products of the organization that sells, beside the one at a fixed price.</summary>
/// <param name="Custom">The buyer names the amount: 1.00 to 1000.00 USD, 5.00 proposed.</param>
/// <param name="Free">It costs nothing.</param>
/// <param name="Recurring">It is paid each month.</param>
internal sealed record DevProductIds(Guid Custom, Guid Free, Guid Recurring)
{
    /// <summary>Fresh ids.</summary>
    public static DevProductIds New() => new(RandomId.New(), RandomId.New(), RandomId.New());
}
