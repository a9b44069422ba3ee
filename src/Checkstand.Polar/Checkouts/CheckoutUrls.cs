using Checkstand.Core.Checkouts;

namespace Checkstand.Polar.Checkouts;

/// <summary>Where the pages of a checkout are (contract section 4).</summary>
internal static class CheckoutUrls
{
    /// <summary>The hosted page.</summary>
    public static string Page(Checkout checkout, string baseUrl) => $"{baseUrl}/checkout/{checkout.ClientSecret}";

    /// <summary>Where the buyer goes afterwards: what the seller said, with the checkout's id in it, or a page of ours.</summary>
    public static string Success(Checkout checkout, string baseUrl) =>
        checkout.SuccessUrl is { } said
            ? said.Replace(Urls.CheckoutIdPlaceholder, checkout.Id.ToString(), StringComparison.Ordinal)
            : $"{Page(checkout, baseUrl)}/confirmation";
}
