using Checkstand.Core.Discounts;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>Which discount a checkout carries (contract polar sections 2.3 and 3.4).</summary>
internal static class DiscountChoice
{
    /// <summary>The discount after an update; null for none.</summary>
    public static Discount? Of(
        CheckoutParts parts,
        CheckoutUpdate update,
        ProductChoice choice,
        CheckoutFacts facts,
        List<FieldProblem> problems
    )
    {
        if (update.DiscountId.IsSaid)
        {
            return update.DiscountId.Value is null ? null : Named("discount_id", choice, facts, problems);
        }

        // A code that may not be typed is not an error: it is not read.
        if (update.DiscountCode.IsSaid && parts.Checkout.AllowDiscountCodes)
        {
            return update.DiscountCode.Value is null ? null : Named("discount_code", choice, facts, problems);
        }

        return choice.IsOther && parts.Discount is { } kept && !Suits(kept, choice.Product, choice.Prices)
            ? null
            : parts.Discount;
    }

    /// <summary>The discount of a new checkout; null for none.</summary>
    public static Discount? Of(
        CheckoutRequest request,
        ProductChoice choice,
        CheckoutFacts facts,
        List<FieldProblem> problems
    ) => request.DiscountId is null ? null : Named("discount_id", choice, facts, problems);

    private static Discount? Named(string field, ProductChoice choice, CheckoutFacts facts, List<FieldProblem> problems)
    {
        if (Refusal(facts.Discount, choice.Product, choice.Prices, facts.Now) is { } refusal)
        {
            problems.Add(FieldProblem.Of(field, refusal));
            return null;
        }

        return facts.Discount!.Discount;
    }

    private static string? Refusal(RedeemedDiscount? found, Product product, PriceChoice prices, DateTimeOffset now)
    {
        if (prices.Prices.All(price => price.IsFree))
        {
            return "Discounts are not applicable to this product.";
        }

        return
            found is { Discount: var discount }
            && discount.IsRedeemableAt(now, found.Redemptions)
            && Suits(discount, product, prices)
            ? null
            : "Discount does not exist.";
    }

    private static bool Suits(Discount discount, Product product, PriceChoice prices) =>
        discount.Suits(product, prices.Prices, prices.Currency);
}
