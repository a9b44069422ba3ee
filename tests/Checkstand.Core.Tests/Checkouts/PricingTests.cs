using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Products;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

/// <summary>The arithmetic of checkouts.</summary>
public sealed class PricingTests
{
    private const long MoneyMax = 999_999_999_999;

    private static readonly Gen<long> Money = Gen.OneOf(
        Gen.Choose(0, 10_000).Select(small => (long)small),
        from high in Gen.Choose(0, 999_999)
        from low in Gen.Choose(0, 999_999)
        select high * 1_000_000L + low
    );

    [Fact]
    public void A_percentage_is_within_half_a_unit_of_the_exact_part_and_halves_go_up()
    {
        Property.Holds(
            from amount in Money
            from basisPoints in Gen.Choose(1, 10_000)
            select (amount, basisPoints),
            given =>
            {
                var off = Pricing.ReductionOf(new Reduction.Percentage(given.basisPoints), given.amount, "usd");
                // off is the nearest: 2 * (off * 10000 - amount * bp) lies in (-10000, 10000].
                var twice = 2 * ((Int128)off * 10_000 - (Int128)given.amount * given.basisPoints);
                return twice > -10_000 && twice <= 10_000 && off <= given.amount && off >= 0;
            },
            runs: 2000
        );
    }

    [Theory]
    [InlineData(2500, 6, 2)]
    [InlineData(1250, 12, 2)]
    [InlineData(MoneyMax, 10_000, MoneyMax)]
    [InlineData(1, 5_000, 1)]
    [InlineData(1, 4_999, 0)]
    public void Some_percentages(long amount, int basisPoints, long off) =>
        Assert.Equal(off, Pricing.ReductionOf(new Reduction.Percentage(basisPoints), amount, "usd"));

    [Fact]
    public void A_fixed_reduction_takes_at_most_the_amount_and_nothing_in_other_currencies()
    {
        var reduction = new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 500 });
        Property.Holds(
            Money,
            amount =>
                Pricing.ReductionOf(reduction, amount, "usd") == Math.Min(500, amount)
                && Pricing.ReductionOf(reduction, amount, "eur") == 0
        );
    }

    [Fact]
    public void Graduated_seats_are_the_sum_of_each_seats_own_price()
    {
        Property.Holds(
            TiersAndSeats,
            given =>
            {
                var (tiers, seats) = given;
                var expected = Enumerable.Range(1, seats).Sum(seat => RateAt(tiers, Math.Max(seat, tiers[0].SeatsMin)));
                return Pricing.AmountOf([Seats(tiers, isGraduated: true)], null, seats) == expected;
            }
        );
    }

    [Fact]
    public void Volume_seats_all_have_the_price_of_their_number()
    {
        Property.Holds(
            TiersAndSeats,
            given =>
                Pricing.AmountOf([Seats(given.Tiers, isGraduated: false)], null, given.Seats)
                == RateAt(given.Tiers, given.Seats) * given.Seats
        );
    }

    [Fact]
    public void Static_prices_add_up_and_metered_ones_cost_nothing_now()
    {
        Price[] prices =
        [
            Made(id => new Price.Fixed
            {
                Id = id,
                CreatedAt = default,
                Currency = "usd",
                MinorUnits = 700,
            }),
            Seats([new SeatTier(1, null, 100)], isGraduated: false),
            new Price.Metered
            {
                Id = RandomId.New(),
                CreatedAt = default,
                Currency = "usd",
                UnitAmount = "5",
                Meter = new PricedMeter(RandomId.New(), "Calls", default, null, null),
            },
        ];
        Assert.Equal(1000, Pricing.AmountOf(prices, named: 5, seats: 3));
        Assert.Equal(800, Pricing.AmountOf(prices, named: null, seats: null));
    }

    [Fact]
    public void A_custom_price_is_the_named_amount_or_the_proposed_one_or_the_least()
    {
        var price = new Price.Custom
        {
            Id = RandomId.New(),
            CreatedAt = default,
            Currency = "usd",
            MinorUnitsMin = 100,
        };
        Assert.Equal(100, Pricing.AmountOf(price, null, null));
        Assert.Equal(300, Pricing.AmountOf(price with { MinorUnitsPreset = 300 }, null, null));
        Assert.Equal(0, Pricing.AmountOf(price with { MinorUnitsPreset = 300 }, 0, null));
    }

    [Fact]
    public void What_64_bits_do_not_hold_is_an_error_and_no_other_number()
    {
        Price[] prices =
        [
            Made(id => new Price.Fixed
            {
                Id = id,
                CreatedAt = default,
                Currency = "usd",
                MinorUnits = long.MaxValue,
            }),
            Made(id => new Price.Fixed
            {
                Id = id,
                CreatedAt = default,
                Currency = "usd",
                MinorUnits = 1,
            }),
        ];
        Assert.Throws<OverflowException>(() => Pricing.AmountOf(prices, null, null));
        Assert.Equal(long.MaxValue, Pricing.Fraction(long.MaxValue, 10_000, 10_000));
    }

    [Fact]
    public void Amounts_add_up_however_the_tax_is_meant()
    {
        Property.Holds(
            from amount in Money
            from off in Gen.Choose(0, 10_000)
            from tax in Gen.Choose(0, 10_000)
            from behavior in Gen.Elements<Core.Taxes.TaxBehavior?>(
                null,
                Core.Taxes.TaxBehavior.Inclusive,
                Core.Taxes.TaxBehavior.Exclusive
            )
            let discount = Pricing.Fraction(amount, off, 10_000)
            select new Amounts(
                amount,
                discount,
                behavior is null ? null : Pricing.Fraction(amount - discount, tax, 10_000),
                behavior
            ),
            amounts =>
                amounts.Total == amounts.Net + (amounts.Tax ?? 0)
                && amounts is { Net: >= 0, Total: >= 0 }
                && (
                    amounts.TaxBehavior == Core.Taxes.TaxBehavior.Inclusive
                        ? amounts.Total == amounts.Amount - amounts.Discount
                        : amounts.Net == amounts.Amount - amounts.Discount
                )
        );
    }

    private static Gen<(IReadOnlyList<SeatTier> Tiers, int Seats)> TiersAndSeats =>
        from first in Gen.Choose(1, 5)
        from lengths in Gen.Choose(1, 20).ListOf(3)
        from rates in Gen.Choose(0, 100_000).ListOf(4)
        from isOpen in Gen.Elements(true, false)
        let tiers = TiersOf(first, [.. lengths], [.. rates], isOpen)
        from seats in Gen.Choose(first, isOpen ? 500 : tiers[^1].SeatsMax!.Value)
        select ((IReadOnlyList<SeatTier>)tiers, seats);

    private static List<SeatTier> TiersOf(int first, IReadOnlyList<int> lengths, IReadOnlyList<int> rates, bool isOpen)
    {
        var tiers = new List<SeatTier>();
        var next = first;
        for (var at = 0; at < lengths.Count; at++)
        {
            var isLast = at == lengths.Count - 1;
            tiers.Add(new SeatTier(next, isLast && isOpen ? null : next + lengths[at] - 1, rates[at]));
            next += lengths[at];
        }

        return tiers;
    }

    private static long RateAt(IReadOnlyList<SeatTier> tiers, int seats) =>
        tiers.First(tier => seats >= tier.SeatsMin && seats <= (tier.SeatsMax ?? int.MaxValue)).MinorUnitsPerSeat;

    private static Price.SeatBased Seats(IReadOnlyList<SeatTier> tiers, bool isGraduated) =>
        new Price.SeatBased
        {
            Id = RandomId.New(),
            CreatedAt = default,
            Currency = "usd",
            IsGraduated = isGraduated,
            Tiers = tiers,
        };

    private static Price Made(Func<Guid, Price> make) => make(RandomId.New());
}
