using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Checkouts;

/// <summary>What can be done with checkouts before they are confirmed.</summary>
public sealed partial class OpenCheckouts(
    ICheckoutStore store,
    IProductStore products,
    ProductCatalogue catalogue,
    ICustomFieldStore fields,
    IDiscountStore discounts,
    ICustomerStore customers,
    IOrderStore orders,
    OrganizationDirectory organizations,
    ITaxes taxes,
    CheckoutLocks locks,
    CheckoutFeed feed,
    CheckoutOptions options,
    TimeProvider clock
)
{
    /// <summary>A checkout of an organization; null when there is none.</summary>
    public async ValueTask<CheckoutParts?> GetAsync(
        OrganizationId organization,
        CheckoutId id,
        CancellationToken cancellation
    ) =>
        await store.FindAsync(id, cancellation) is { } found && found.Checkout.OrganizationId == organization
            ? await EndAsync(found, cancellation)
            : null;

    /// <summary>A checkout as the public may see it.</summary>
    /// <returns>The checkout; refusals: NotFound, Expired, OrganizationBlocked.</returns>
    public async ValueTask<Result<CheckoutParts, CheckoutProblem>> GetBySecretAsync(
        string clientSecret,
        CancellationToken cancellation
    )
    {
        if (await store.FindBySecretAsync(clientSecret, cancellation) is not { } seen)
        {
            return new CheckoutProblem.NotFound();
        }

        var found = await EndAsync(seen, cancellation);
        return found.Checkout.IsOverAt(clock.GetUtcNow()) ? new CheckoutProblem.Expired() : UnlessBlocked(found);
    }

    /// <summary>
    /// A checkout as its buyer may see it, also when its time is over: who has paid, or waits for the bank, must be able to
    /// learn how it stands.
    /// </summary>
    /// <returns>The checkout; refusals: NotFound, OrganizationBlocked.</returns>
    public async ValueTask<Result<CheckoutParts, CheckoutProblem>> FindBySecretAsync(
        string clientSecret,
        CancellationToken cancellation
    ) =>
        await store.FindBySecretAsync(clientSecret, cancellation) is { } seen
            ? UnlessBlocked(await EndAsync(seen, cancellation))
            : new CheckoutProblem.NotFound();

    /// <summary>A part of an organization's checkouts.</summary>
    public ValueTask<NumberedPage<CheckoutParts>> ListAsync(
        OrganizationId organization,
        CheckoutFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, filter, page, cancellation);

    private Result<CheckoutParts, CheckoutProblem> UnlessBlocked(CheckoutParts found) =>
        organizations.Find(found.Checkout.OrganizationId) is not { } organization
        || organization.Status == OrganizationStatus.Blocked
            ? new CheckoutProblem.OrganizationBlocked()
            : found;

    // The sweep comes every second; whoever looks at a checkout before it sees what the sweep will leave.
    private async ValueTask<CheckoutParts> EndAsync(CheckoutParts found, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return ReferenceEquals(found.Checkout.Expire(now), found.Checkout)
            ? found
            : await ExpireAsync(found.Checkout.Id, now, cancellation) ?? found;
    }
}
