using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>Which amount a buyer may name where the price is custom (contract polar section 3.4). Elsewhere what is named is ignored.</summary>
internal static class AmountRules
{
    private const string Place = "amount";

    /// <summary>The named amount after an update; null for what is proposed.</summary>
    public static long? Choose(Checkout before, ProductChoice choice, long? asked, List<FieldProblem> problems) =>
        Choose(choice.Prices, asked ?? (choice.IsOther ? null : before.NamedMinorUnits), asked is not null, problems);

    /// <summary>The named amount of a new checkout; null for what is proposed.</summary>
    public static long? Choose(PriceChoice choice, long? asked, List<FieldProblem> problems) =>
        Choose(choice, asked, isAsked: asked is not null, problems);

    private static long? Choose(PriceChoice choice, long? named, bool isAsked, List<FieldProblem> problems)
    {
        if (named is not { } amount || choice.Prices.OfType<Price.Custom>().FirstOrDefault() is not { } price)
        {
            return null;
        }

        if (isAsked && Refusal(amount, price) is { } refusal)
        {
            problems.Add(refusal);
        }

        return amount;
    }

    private static FieldProblem? Refusal(long amount, Price.Custom price)
    {
        var currency = Currencies.Get(price.Currency);
        if (amount < price.MinorUnitsMin)
        {
            return FieldProblem.Of(
                Place,
                $"Amount must be at least {currency.Format(price.MinorUnitsMin)}.",
                "greater_than_equal"
            );
        }

        if (amount > 0 && amount < currency.MinorUnitsMin)
        {
            return FieldProblem.Of(
                Place,
                $"Amount must be 0 or at least {currency.Format(currency.MinorUnitsMin)}.",
                "invalid_amount"
            );
        }

        var most = Math.Min(price.MinorUnitsMax ?? currency.MinorUnitsMax, currency.MinorUnitsMax);
        return amount > most
            ? FieldProblem.Of(Place, $"Amount must be at most {currency.Format(most)}.", "less_than_equal")
            : null;
    }
}
