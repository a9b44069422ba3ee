using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Products;

/// <summary>Which prices a product can have.</summary>
public sealed class PriceRulesTests
{
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly Meter Requests = MeterOf("Requests");
    private static readonly Meter Tokens = MeterOf("Tokens");

    private static readonly PriceTerms Terms = new()
    {
        IsRecurring = true,
        DefaultCurrency = "usd",
        Now = new DateTimeOffset(2030, 1, 15, 12, 0, 0, TimeSpan.Zero),
        Meters = new Dictionary<Guid, Meter> { [Requests.Id] = Requests, [Tokens.Id] = Tokens },
    };

    private static readonly Gen<Currency> AnyCurrency = Gen.Elements<Currency>([.. Currencies.All]);

    [Fact]
    public void One_of_each_kind_that_goes_together_is_taken() =>
        Assert.Empty(Complaints(Fixed(1000), Seats((1, null, 500)), Metered(Requests), Metered(Tokens)));

    [Fact]
    public void No_price_is_too_few() => Assert.Equal(["prices: too_short"], Complaints());

    [Theory]
    [InlineData("fixed")]
    [InlineData("custom")]
    [InlineData("seat_based")]
    public void Two_of_a_kind_are_one_too_many(string kind) =>
        Assert.Equal(["prices: value_error"], Complaints(OfKind(kind), OfKind(kind)));

    [Theory]
    [InlineData("fixed")]
    [InlineData("seat_based")]
    public void A_custom_price_stands_alone(string other) =>
        Assert.Equal(["prices: value_error"], Complaints(OfKind("custom"), OfKind(other)));

    [Fact]
    public void A_custom_price_goes_with_meters() => Assert.Empty(Complaints(OfKind("custom"), Metered(Requests)));

    [Fact]
    public void A_meter_is_counted_once_for_each_currency()
    {
        Assert.Equal(["prices.1.meter_id: value_error"], Complaints(Metered(Requests), Metered(Requests)));
        Assert.Empty(Complaints(Metered(Requests), Metered(Requests, "eur")));
    }

    [Fact]
    public void What_is_paid_once_is_not_metered() =>
        Assert.Equal(
            ["prices.1: value_error"],
            Complaints(Terms with { IsRecurring = false }, Fixed(1000), Metered(Requests))
        );

    [Fact]
    public void A_meter_that_is_not_there_is_refused_where_it_is_named() =>
        Assert.Equal(["prices.1.meter_id: value_error"], Complaints(Fixed(1000), Metered(MeterOf("Gone"))));

    [Fact]
    public void Every_currency_has_the_same_structure()
    {
        Assert.Empty(Complaints(Fixed(1000), Fixed(900, "eur")));
        Assert.Equal(["prices: value_error"], Complaints(Fixed(1000), OfKind("custom", "eur")));
        Assert.Equal(["prices: value_error"], Complaints(Fixed(1000), Metered(Requests), Fixed(900, "eur")));
    }

    [Fact]
    public void The_organizations_own_currency_must_be_there() =>
        Assert.Equal(["prices: value_error"], Complaints(Fixed(1000, "eur")));

    [Fact]
    public void Prices_of_a_currency_agree_about_tax()
    {
        Assert.Equal(
            ["prices: value_error"],
            Complaints(Fixed(1000, tax: TaxBehaviorOption.Inclusive), Metered(Requests))
        );
        Assert.Empty(
            Complaints(Fixed(1000, tax: TaxBehaviorOption.Inclusive), Fixed(900, "eur", TaxBehaviorOption.Exclusive))
        );
    }

    [Fact]
    public void A_fixed_price_is_free_or_within_what_its_currency_can_be_charged_with() =>
        Property.Holds(
            from currency in AnyCurrency
            from amount in Around(0, currency.MinorUnitsMin, currency.MinorUnitsMax)
            where amount >= 0
            select (currency, amount),
            input =>
                Complaints(
                    Terms with
                    {
                        DefaultCurrency = input.currency.Code,
                    },
                    Fixed(input.amount, input.currency.Code)
                ).Count
                == (
                    input.amount == 0
                    || (input.amount >= input.currency.MinorUnitsMin && input.amount <= input.currency.MinorUnitsMax)
                        ? 0
                        : 1
                )
        );

    [Fact]
    public void A_custom_price_bounds_what_it_proposes() =>
        Property.Holds(
            from least in Around(0, 50, 500)
            from most in Around(50, 500, 99_999_999)
            from preset in Around(0, 50, 500)
            where least >= 0 && most >= 1 && preset >= 0
            select (least, most, preset),
            input =>
            {
                var isRight =
                    IsChargeable(input.least)
                    && IsChargeable(input.most)
                    && IsChargeable(input.preset)
                    && input.least <= input.preset
                    && input.preset <= input.most
                    && input.least <= input.most;
                var asked = Draft(new PriceAmounts.Custom(input.least, input.most, input.preset));
                return Complaints(asked).Count == 0 == isRight;
            }
        );

    [Fact]
    public void What_a_custom_price_allows_at_least_is_the_currencys_least_unless_it_is_said()
    {
        var made = Make(
            Terms with
            {
                DefaultCurrency = "jpy",
            },
            Draft(new PriceAmounts.Custom(null, null, null), "jpy")
        );
        Assert.Equal(80, Assert.IsType<Price.Custom>(Assert.Single(made)).MinorUnitsMin);
    }

    [Fact]
    public void Tiers_that_follow_each_other_are_taken_in_any_order_and_kept_sorted() =>
        Property.Holds(
            from start in Gen.Choose(1, 50)
            from lengths in Gen.Choose(1, 20).NonEmptyListOf()
            from isOpen in Gen.Elements(true, false)
            let tiers = Follow(start, lengths, isOpen)
            from shuffled in Gen.Shuffle<SeatTier>([.. tiers])
            select (tiers, shuffled),
            input =>
            {
                var made = (Price.SeatBased)
                    Make(Terms, Draft(new PriceAmounts.SeatBased(false, input.shuffled))).Single();
                return made.Tiers.SequenceEqual(input.tiers)
                    && made.SeatsMin == input.tiers[0].SeatsMin
                    && made.SeatsMax == input.tiers[^1].SeatsMax;
            }
        );

    [Fact]
    public void A_gap_an_overlap_and_an_end_that_is_missing_are_refused() =>
        Property.Holds(
            from lengths in Gen.Choose(1, 20).ListOf(5)
            from broken in Gen.Choose(0, 3)
            from shift in Gen.Elements(-1, 1, int.MaxValue)
            select (lengths, broken, shift),
            input =>
            {
                var tiers = Follow(1, input.lengths, isOpen: true).ToArray();
                var tier = tiers[input.broken];
                tiers[input.broken] = tier with
                {
                    SeatsMax = input.shift == int.MaxValue ? null : tier.SeatsMax + input.shift,
                };
                return Complaints(Draft(new PriceAmounts.SeatBased(true, tiers)))
                        .All(complaint => complaint == "prices.0.seat_tiers.tiers: value_error")
                    && Complaints(Draft(new PriceAmounts.SeatBased(true, tiers))).Count > 0;
            }
        );

    [Fact]
    public void A_seat_may_cost_nothing_but_not_more_than_can_be_charged()
    {
        Assert.Empty(Complaints(Seats((1, 5, 0), (6, null, 1))));
        Assert.Equal(["prices.0.seat_tiers.tiers: maximum_price"], Complaints(Seats((1, null, 100_000_000))));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(
            ["prices.2.meter_id: value_error", "prices.0.price_amount: minimum_price", "prices: value_error"],
            Complaints(Fixed(1), Fixed(1000), Metered(MeterOf("Gone")))
        );

    [Fact]
    public void A_price_that_the_product_has_is_kept_as_it_is()
    {
        var had = Make(Terms, Fixed(1000)).Single();
        var terms = Terms with { Existing = [had] };
        Assert.Same(had, Make(terms, new PriceDraft.Kept(had.Id)).Single());
        Assert.Equal(["prices.0: value_error"], Complaints(terms, new PriceDraft.Kept(Guid.Empty)));
        Assert.Equal(["prices: value_error"], Complaints(terms, new PriceDraft.Kept(had.Id), Fixed(2000)));
    }

    [Fact]
    public void An_archived_price_does_not_come_back()
    {
        var had = Make(Terms, Fixed(1000)).Single() with { IsArchived = true };
        Assert.Equal(
            ["prices.0: value_error"],
            Complaints(Terms with { Existing = [had] }, new PriceDraft.Kept(had.Id))
        );
    }

    [Fact]
    public void A_price_of_one_checkout_says_so() =>
        Assert.True(Make(Terms with { IsAdHoc = true }, Fixed(1000)).Single().IsAdHoc);

    private static bool IsChargeable(long amount) => amount is 0 or (>= 50 and <= 99_999_999);

    private static List<SeatTier> Follow(int start, IEnumerable<int> lengths, bool isOpen)
    {
        List<SeatTier> tiers = [];
        foreach (var length in lengths)
        {
            tiers.Add(new SeatTier(start, start + length - 1, 100));
            start += length;
        }

        tiers[^1] = tiers[^1] with { SeatsMax = isOpen ? null : tiers[^1].SeatsMax };
        return tiers;
    }

    private static Gen<long> Around(params long[] edges) =>
        from edge in Gen.Elements(edges)
        from shift in Gen.Choose(-2, 2)
        select edge + shift;

    private static Meter MeterOf(string name) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Name = name,
        };

    private static PriceDraft.Made Draft(
        PriceAmounts amounts,
        string currency = "usd",
        TaxBehaviorOption? tax = null
    ) => new PriceDraft.Made(currency, tax, amounts);

    private static PriceDraft.Made Fixed(long amount, string currency = "usd", TaxBehaviorOption? tax = null) =>
        Draft(new PriceAmounts.Fixed(amount), currency, tax);

    private static PriceDraft.Made Metered(Meter meter, string currency = "usd") =>
        Draft(new PriceAmounts.Metered("0.5", null, meter.Id), currency);

    private static PriceDraft.Made Seats(params (int Min, int? Max, long Amount)[] tiers) =>
        Draft(
            new PriceAmounts.SeatBased(false, [.. tiers.Select(tier => new SeatTier(tier.Min, tier.Max, tier.Amount))])
        );

    private static PriceDraft.Made OfKind(string kind, string currency = "usd") =>
        kind switch
        {
            "fixed" => Fixed(1000, currency),
            "custom" => Draft(new PriceAmounts.Custom(null, null, null), currency),
            _ => Seats((1, null, 500)),
        };

    private static IReadOnlyList<Price> Make(PriceTerms terms, params PriceDraft[] drafts)
    {
        Assert.True(PriceRules.Make(drafts, terms, ["prices"]).TryGet(out var prices, out _));
        return prices;
    }

    private static IReadOnlyList<string> Complaints(params PriceDraft[] drafts) => Complaints(Terms, drafts);

    private static IReadOnlyList<string> Complaints(PriceTerms terms, params PriceDraft[] drafts) =>
        PriceRules.Make(drafts, terms, ["prices"]).TryGet(out _, out var problems)
            ? []
            : [.. problems.Select(problem => $"{string.Join('.', problem.Path)}: {problem.Type}")];
}
