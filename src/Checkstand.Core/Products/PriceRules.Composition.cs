namespace Checkstand.Core.Products;

public static partial class PriceRules
{
    private static void CheckComposition(
        IReadOnlyList<Price> prices,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        var composition = Composition.Of(prices);
        RefuseIf(composition.Fixed > 1, "Only one fixed price is allowed.");
        RefuseIf(composition.SeatBased > 1, "Only one seat-based price is allowed.");
        RefuseIf(composition.Custom > 1, "Only one custom price is allowed.");
        RefuseIf(
            composition is { Custom: > 0 } and ({ Fixed: > 0 } or { SeatBased: > 0 }),
            "A custom price cannot be combined with a fixed or seat-based price."
        );
        RefuseIf(
            prices.Select(price => price.TaxBehavior).Distinct().Count() > 1,
            "All prices for the same currency must have the same tax behavior."
        );

        void RefuseIf(bool isBroken, string message)
        {
            if (isBroken)
            {
                problems.Add(new FieldProblem(path, message));
            }
        }
    }

    private static void CheckMeters(
        IEnumerable<(int At, Price Price)> prices,
        PriceTerms terms,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        HashSet<Guid> meters = [];
        foreach (var (at, price) in prices)
        {
            if (price is not Price.Metered metered)
            {
                continue;
            }

            if (!terms.IsRecurring)
            {
                problems.Add(new FieldProblem([.. path, at], "Metered pricing is not supported on one-time products."));
            }
            else if (!meters.Add(metered.Meter.Id))
            {
                problems.Add(new FieldProblem([.. path, at, "meter_id"], "Meter is already used for another price."));
            }
        }
    }

    private static void CheckCurrencies(
        IReadOnlyDictionary<string, IEnumerable<Price>> byCurrency,
        PriceTerms terms,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        if (byCurrency.Values.Select(prices => Composition.Of(prices).Structure).Distinct().Count() > 1)
        {
            problems.Add(new FieldProblem(path, "All price currencies must define the same set of price types."));
        }

        if (!byCurrency.ContainsKey(terms.DefaultCurrency))
        {
            problems.Add(
                new FieldProblem(path, "The organization's default presentment currency must be present in the prices.")
            );
        }
    }

    private readonly record struct Composition(int Fixed, int SeatBased, int Custom, int Meters)
    {
        // How many of a kind too many there are is another rule's business.
        public (bool, bool, bool, int) Structure => (Fixed > 0, SeatBased > 0, Custom > 0, Meters);

        public static Composition Of(IEnumerable<Price> prices)
        {
            var list = prices.ToList();
            return new Composition(
                list.Count(price => price is Price.Fixed),
                list.Count(price => price is Price.SeatBased),
                list.Count(price => price is Price.Custom),
                list.OfType<Price.Metered>().Select(price => price.Meter.Id).Distinct().Count()
            );
        }
    }
}
