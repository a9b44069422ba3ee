using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>What a checkout sells after a change: a product and the prices that are paid for it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Prices">Its prices.</param>
/// <param name="PriceId">The one that older clients show.</param>
/// <param name="IsOther">Whether product, prices or currency are others than before.</param>
internal sealed record ProductChoice(Product Product, PriceChoice Prices, Guid PriceId, bool IsOther)
{
    /// <summary>What is chosen when an update is laid over a checkout. What is refused leaves what was there.</summary>
    public static ProductChoice Of(
        CheckoutParts parts,
        CheckoutUpdate update,
        string defaultCurrency,
        List<FieldProblem> problems
    )
    {
        var checkout = parts.Checkout;
        var same = new ProductChoice(
            parts.Product,
            new PriceChoice(checkout.Currency, [.. parts.PaidPrices]),
            checkout.PriceId,
            IsOther: false
        );
        // To name what is chosen already is no switch: the named amount and the seats stay.
        if (update.ProductId is { } productId && productId != checkout.ProductId)
        {
            return OfProduct(parts, productId, update, defaultCurrency, problems) ?? same;
        }

        if (update.ProductId is null && update.PriceId is { } priceId && priceId != checkout.PriceId)
        {
            return OfPrice(parts, priceId, problems) ?? same;
        }

        if (update.Currency is null || update.Currency == checkout.Currency)
        {
            return same;
        }

        if (PriceChoice.Of(parts.AllPricesOf(parts.Product), update.Currency) is { } other)
        {
            return new ProductChoice(parts.Product, other, other.Default.Id, IsOther: true);
        }

        problems.Add(NotInCurrency("currency"));
        return same;
    }

    /// <summary>The refusal of a currency that a product has no prices in.</summary>
    public static FieldProblem NotInCurrency(params object[] path) =>
        new(path, "Product is not available in the specified currency.");

    private static ProductChoice? OfProduct(
        CheckoutParts parts,
        Guid id,
        CheckoutUpdate update,
        string defaultCurrency,
        List<FieldProblem> problems
    )
    {
        if (parts.Products.FirstOrDefault(product => product.Id == id) is not { } product)
        {
            problems.Add(FieldProblem.Of("product_id", "Product is not available in this checkout."));
            return null;
        }

        if (product.IsArchived)
        {
            problems.Add(FieldProblem.Of("product_id", "Product is archived."));
            return null;
        }

        var all = parts.AllPricesOf(product);
        var choice = update.Currency is { } asked
            ? PriceChoice.Of(all, asked)
            : PriceChoice.Of(all, parts.Checkout.Currency, defaultCurrency);
        if (choice is null)
        {
            problems.Add(NotInCurrency(update.Currency is null ? "product_id" : "currency"));
            return null;
        }

        return new ProductChoice(product, choice, choice.Default.Id, IsOther: true);
    }

    private static ProductChoice? OfPrice(CheckoutParts parts, Guid id, List<FieldProblem> problems)
    {
        foreach (var product in parts.Products)
        {
            var all = parts.AllPricesOf(product);
            if (all.FirstOrDefault(price => price.Id == id) is not { } price)
            {
                continue;
            }

            if (price.IsArchived || product.IsArchived)
            {
                problems.Add(
                    FieldProblem.Of(
                        "product_price_id",
                        price.IsArchived ? "Price is archived." : "Product is archived."
                    )
                );
                return null;
            }

            return new ProductChoice(product, PriceChoice.Of(all, price.Currency)!, price.Id, IsOther: true);
        }

        problems.Add(FieldProblem.Of("product_price_id", "Price is not available in this checkout."));
        return null;
    }
}
