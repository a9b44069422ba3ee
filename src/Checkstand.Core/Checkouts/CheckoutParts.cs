using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>A checkout with the things that it names, as one look at the store finds them.</summary>
/// <param name="Checkout">The checkout.</param>
/// <param name="Products">Its products, in its order.</param>
/// <param name="Discount">Its discount; null when it has none or it was removed.</param>
/// <param name="Fields">The custom fields of the chosen product, in its order.</param>
public sealed record CheckoutParts(
    Checkout Checkout,
    IReadOnlyList<Product> Products,
    Discount? Discount,
    IReadOnlyList<CustomField> Fields
)
{
    /// <summary>The payment that is under way while the checkout is confirmed; null otherwise.</summary>
    public Payment? Payment { get; init; }

    /// <summary>The chosen product.</summary>
    public Product Product => Products.First(product => product.Id == Checkout.ProductId);

    /// <summary>
    /// The prices that are paid, one or more, archived ones too. Some checkouts of one price were kept with prices of their
    /// own in its place, and after a change with no price at all: what they show as the price is what is paid.
    /// </summary>
    public IEnumerable<Price> PaidPrices =>
        Checkout
            .AdHocPrices.GetValueOrDefault(Checkout.ProductId, [])
            .Concat(Product.Prices)
            .Where(price => price.Id == Checkout.PriceId || Checkout.PriceIds.Contains(price.Id));

    /// <summary>All prices that one of the products can have here, in every currency, archived ones too.</summary>
    public IReadOnlyList<Price> AllPricesOf(Product product) =>
        Checkout.AdHocPrices.GetValueOrDefault(product.Id) ?? product.Prices;
}
