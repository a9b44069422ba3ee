using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

public sealed partial class OpenCheckouts
{
    /// <summary>Changes a checkout, as its organization says.</summary>
    /// <returns>The checkout afterwards; refusals: NotFound, Locked, and those of <see cref="Checkout.Update"/>.</returns>
    public async Task<Result<CheckoutParts, CheckoutProblem>> UpdateAsync(
        OrganizationId organization,
        CheckoutId id,
        CheckoutUpdate update,
        CancellationToken cancellation
    ) =>
        await GetAsync(organization, id, cancellation) is null
            ? new CheckoutProblem.NotFound()
            : await UpdateAsync(id, update, cancellation);

    /// <summary>Changes a checkout, as its buyer says.</summary>
    /// <returns>
    /// The checkout afterwards; refusals: NotFound, Expired, OrganizationBlocked, Locked, and those of
    /// <see cref="Checkout.Update"/>.
    /// </returns>
    public async Task<Result<CheckoutParts, CheckoutProblem>> UpdateBySecretAsync(
        string clientSecret,
        CheckoutUpdate update,
        CancellationToken cancellation
    ) =>
        (await GetBySecretAsync(clientSecret, cancellation)).TryGet(out var found, out var refused)
            ? await UpdateAsync(found.Checkout.Id, update with { IsByBuyer = true }, cancellation)
            : refused;

    /// <summary>
    /// Reads what the rules of an update need to know, so that the update itself is pure. The caller holds the lock of the
    /// checkout from before this until the update is stored.
    /// </summary>
    /// <returns>The update, to be asked under the store's lock.</returns>
    public async ValueTask<Func<CheckoutParts, Result<Checkout, CheckoutProblem>>> PlanAsync(
        CheckoutParts parts,
        CheckoutUpdate update,
        CancellationToken cancellation
    )
    {
        var organizationId = parts.Checkout.OrganizationId;
        var organization = organizations.Find(organizationId)!;
        var product = Target(parts, update);
        var discount = await FindDiscountAsync(organizationId, update, cancellation);
        var facts = new CheckoutFacts
        {
            Organization = organization,
            Taxes = taxes,
            Now = clock.NowInMilliseconds(),
            Discount = discount,
            Fields =
                product.Id == parts.Checkout.ProductId ? parts.Fields
                : product.Fields is [] ? []
                : await fields.FindAllAsync(
                    organizationId,
                    [.. product.Fields.Select(field => field.FieldId)],
                    cancellation
                ),
        };
        var isHistoryAsked =
            (product.IsRecurring && !organization.AllowMultipleSubscriptions)
            || discount?.Discount.RedemptionsMaxPerCustomer is not null;
        if (isHistoryAsked)
        {
            var buyer = parts.Checkout.Buyer;
            facts = facts with
            {
                History = await store.HistoryAsync(
                    organizationId,
                    buyer.CustomerId,
                    update.Email.Over(buyer.Email),
                    discount?.Discount.Id,
                    cancellation
                ),
            };
        }

        return found => Checkout.Update(found, update, facts);
    }

    private async Task<Result<CheckoutParts, CheckoutProblem>> UpdateAsync(
        CheckoutId id,
        CheckoutUpdate update,
        CancellationToken cancellation
    )
    {
        using var hold = locks.TryTake(id);
        if (hold is null)
        {
            return new CheckoutProblem.Locked();
        }

        if (await store.FindAsync(id, cancellation) is not { } found)
        {
            return new CheckoutProblem.NotFound();
        }

        var plan = await PlanAsync(found, update, cancellation);
        var result = await store.ChangeAsync(id, plan, cancellation);
        if (result.TryGet(out var changed, out _))
        {
            feed.Publish(id, new CheckoutNews.Updated(changed.Checkout.Status));
        }

        return result;
    }

    private static Product Target(CheckoutParts parts, CheckoutUpdate update) =>
        update.ProductId is { } id ? parts.Products.FirstOrDefault(product => product.Id == id) ?? parts.Product
        : update.PriceId is { } priceId
            ? parts.Products.FirstOrDefault(product => parts.AllPricesOf(product).Any(price => price.Id == priceId))
                ?? parts.Product
        : parts.Product;

    private async ValueTask<RedeemedDiscount?> FindDiscountAsync(
        OrganizationId organization,
        CheckoutUpdate update,
        CancellationToken cancellation
    ) =>
        update.DiscountId.Value is { } id ? await discounts.FindAsync(organization, id, cancellation)
        : update.DiscountCode.Value is { } code ? await discounts.FindByCodeAsync(organization, code, cancellation)
        : null;
}
