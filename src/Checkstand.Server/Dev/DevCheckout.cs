using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;

namespace Checkstand.Server.Dev;

/// <summary>A checkout that waits to be paid: what the sandbox's welcome leads to. A new one with each start, because they end.</summary>
internal static class DevCheckout
{
    /// <summary>Opens one of the organization's first product.</summary>
    /// <returns>Its client secret; null when its product can't be bought any more.</returns>
    public static async Task<string?> OpenAsync(
        DevOrganization organization,
        OpenCheckouts checkouts,
        CancellationToken cancellation
    )
    {
        var opened = await checkouts.CreateAsync(
            new OrganizationId(organization.Id),
            new CheckoutRequest { Selection = new CheckoutSelection.Product(organization.ProductId) },
            cancellation
        );
        return opened.TryGet(out var parts, out _) ? parts.Checkout.ClientSecret : null;
    }
}
