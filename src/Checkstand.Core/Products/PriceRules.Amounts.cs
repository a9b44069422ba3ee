namespace Checkstand.Core.Products;

public static partial class PriceRules
{
    private static void CheckAmounts(Price price, IReadOnlyList<object> path, List<FieldProblem> problems)
    {
        var currency = Currencies.Get(price.Currency);
        switch (price)
        {
            case Price.Fixed fixedPrice:
                CheckAmount(fixedPrice.MinorUnits, currency, [.. path, "price_amount"], problems);
                break;
            case Price.Custom custom:
                CheckCustom(custom, currency, path, problems);
                break;
            case Price.SeatBased seats:
                CheckTiers(seats, currency, [.. path, "seat_tiers", "tiers"], problems);
                break;
        }
    }

    private static void CheckCustom(
        Price.Custom custom,
        Currency currency,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        CheckAmount(custom.MinorUnitsMin, currency, [.. path, "minimum_amount"], problems);
        if (custom.MinorUnitsMax is { } most)
        {
            CheckAmount(most, currency, [.. path, "maximum_amount"], problems);
            if (most < custom.MinorUnitsMin)
            {
                problems.Add(
                    new FieldProblem([.. path, "maximum_amount"], "The maximum must not be below the minimum.")
                );
            }
        }

        if (custom.MinorUnitsPreset is not { } preset)
        {
            return;
        }

        CheckAmount(preset, currency, [.. path, "preset_amount"], problems);
        if (preset < custom.MinorUnitsMin || preset > custom.MinorUnitsMax)
        {
            problems.Add(
                new FieldProblem(
                    [.. path, "preset_amount"],
                    "The preset amount must lie between the minimum and the maximum."
                )
            );
        }
    }

    private static void CheckAmount(
        long minorUnits,
        Currency currency,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        if (minorUnits != 0 && minorUnits < currency.MinorUnitsMin)
        {
            problems.Add(
                new FieldProblem(
                    path,
                    $"Amount must be 0 or at least {currency.Format(currency.MinorUnitsMin)}.",
                    "minimum_price"
                )
            );
        }

        CheckMost(minorUnits, currency, path, problems);
    }

    private static void CheckMost(
        long minorUnits,
        Currency currency,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        if (minorUnits > currency.MinorUnitsMax)
        {
            problems.Add(
                new FieldProblem(
                    path,
                    $"Amount must be at most {currency.Format(currency.MinorUnitsMax)}.",
                    "maximum_price"
                )
            );
        }
    }

    // They are sorted by where they begin.
    private static void CheckTiers(
        Price.SeatBased seats,
        Currency currency,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        if (seats.Tiers.Any(tier => tier.SeatsMax < tier.SeatsMin))
        {
            problems.Add(new FieldProblem(path, "A tier must not end before it begins."));
        }

        foreach (var (tier, next) in seats.Tiers.Zip(seats.Tiers.Skip(1)))
        {
            if (tier.SeatsMax is not { } end)
            {
                problems.Add(new FieldProblem(path, "Only the last tier may be without an end."));
            }
            else if (next.SeatsMin != end + 1L)
            {
                problems.Add(new FieldProblem(path, "There must be no gap and no overlap between tiers."));
            }
        }

        foreach (var tier in seats.Tiers)
        {
            CheckMost(tier.MinorUnitsPerSeat, currency, path, problems);
        }
    }
}
