namespace Checkstand.Core.Products;

/// <summary>
/// Which prices a product can have, or a checkout that brings its own (contract polar section 2.4). Pure but for the ids of
/// new prices; everything that
/// breaks a rule is found at once.
/// </summary>
public static partial class PriceRules
{
    /// <summary>Makes the prices that a seller asks for, if they obey the rules.</summary>
    /// <param name="drafts">What is asked for.</param>
    /// <param name="terms">Under which terms.</param>
    /// <param name="path">The place of the list in the request, such as <c>["prices"]</c>.</param>
    /// <returns>A price for each draft, in their order; or everything that is wrong.</returns>
    public static Result<IReadOnlyList<Price>, IReadOnlyList<FieldProblem>> Make(
        IReadOnlyList<PriceDraft> drafts,
        PriceTerms terms,
        IReadOnlyList<object> path
    )
    {
        List<FieldProblem> problems = [];
        var prices = new Price?[drafts.Count];
        for (var at = 0; at < drafts.Count; at++)
        {
            prices[at] = Make(drafts[at], terms, [.. path, at], problems);
        }

        problems.AddRange(Check(prices, terms, path));
        return problems.Count > 0 ? problems : prices.OfType<Price>().ToList();
    }

    /// <summary>What is wrong with a list of prices; empty when nothing is.</summary>
    /// <param name="prices">The prices, each at its place; null at the place of one that was refused already.</param>
    /// <param name="terms">Under which terms.</param>
    /// <param name="path">The place of the list in the request.</param>
    public static IReadOnlyList<FieldProblem> Check(
        IReadOnlyList<Price?> prices,
        PriceTerms terms,
        IReadOnlyList<object> path
    )
    {
        List<FieldProblem> problems = [];
        if (prices.Count == 0)
        {
            return [new FieldProblem(path, "At least one price is required.", "too_short")];
        }

        for (var at = 0; at < prices.Count; at++)
        {
            if (prices[at] is { } price && terms.Existing.All(known => known.Id != price.Id))
            {
                CheckAmounts(price, [.. path, at], problems);
            }
        }

        var placed = prices.Index().Where(one => one.Item is not null).Select(one => (At: one.Index, Price: one.Item!));
        var byCurrency = placed.GroupBy(one => one.Price.Currency, StringComparer.Ordinal).ToList();
        foreach (var currency in byCurrency)
        {
            CheckComposition([.. currency.Select(one => one.Price)], path, problems);
            CheckMeters(currency, terms, path, problems);
        }

        // What was refused already might have been what is missing.
        if (!prices.Contains(null))
        {
            CheckCurrencies(
                byCurrency.ToDictionary(one => one.Key, one => one.Select(two => two.Price)),
                terms,
                path,
                problems
            );
        }

        return problems;
    }

    private static Price? Make(
        PriceDraft draft,
        PriceTerms terms,
        IReadOnlyList<object> path,
        List<FieldProblem> problems
    )
    {
        switch (draft)
        {
            case PriceDraft.Kept kept:
                var known = terms.Existing.FirstOrDefault(price => price.Id == kept.Id && !price.IsArchived);
                if (known is null)
                {
                    problems.Add(new FieldProblem(path, "Price does not exist."));
                }

                return known;
            case PriceDraft.Made { Amounts: PriceAmounts.Metered metered } asked:
                if (!terms.Meters.TryGetValue(metered.MeterId, out var meter))
                {
                    problems.Add(new FieldProblem([.. path, "meter_id"], "Meter does not exist."));
                    return null;
                }

                return Make(asked, terms, meter);
            case PriceDraft.Made asked:
                return Make(asked, terms, null);
            default:
                throw new System.Diagnostics.UnreachableException($"No price is made of {draft.GetType().Name}.");
        }
    }

    private static Price Make(PriceDraft.Made asked, PriceTerms terms, Meter? meter)
    {
        var id = RandomId.New();
        Price price = asked.Amounts switch
        {
            PriceAmounts.Fixed said => new Price.Fixed
            {
                Id = id,
                CreatedAt = terms.Now,
                Currency = asked.Currency,
                MinorUnits = said.MinorUnits,
            },
            PriceAmounts.Custom said => new Price.Custom
            {
                Id = id,
                CreatedAt = terms.Now,
                Currency = asked.Currency,
                MinorUnitsMin = said.MinorUnitsMin ?? Currencies.Get(asked.Currency).MinorUnitsMin,
                MinorUnitsMax = said.MinorUnitsMax,
                MinorUnitsPreset = said.MinorUnitsPreset,
            },
            PriceAmounts.SeatBased said => new Price.SeatBased
            {
                Id = id,
                CreatedAt = terms.Now,
                Currency = asked.Currency,
                IsGraduated = said.IsGraduated,
                Tiers = [.. said.Tiers.OrderBy(tier => tier.SeatsMin)],
            },
            PriceAmounts.Metered said => new Price.Metered
            {
                Id = id,
                CreatedAt = terms.Now,
                Currency = asked.Currency,
                UnitAmount = said.UnitAmount,
                CapMinorUnits = said.CapMinorUnits,
                Meter = meter!.AsPriced,
            },
            _ => throw new System.Diagnostics.UnreachableException(
                $"No price is made of {asked.Amounts.GetType().Name}."
            ),
        };
        return price with { TaxBehavior = asked.TaxBehavior, IsAdHoc = terms.IsAdHoc };
    }
}

/// <summary>What the rules of prices need to know beside the prices.</summary>
public sealed record PriceTerms
{
    /// <summary>Whether the product is paid again and again; only then may it be metered.</summary>
    public required bool IsRecurring { get; init; }

    /// <summary>The organization's default currency, in which there must be prices.</summary>
    public required string DefaultCurrency { get; init; }

    /// <summary>When the prices are made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The organization's meters of those ids that drafts name.</summary>
    public IReadOnlyDictionary<Guid, Meter> Meters { get; init; } = new Dictionary<Guid, Meter>();

    /// <summary>The prices that the product has.</summary>
    public IReadOnlyList<Price> Existing { get; init; } = [];

    /// <summary>Whether they are for one checkout only.</summary>
    public bool IsAdHoc { get; init; }
}
