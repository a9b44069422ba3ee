using System.Numerics;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Discounts;

/// <summary>What a discount takes off, in whole numbers throughout (contract polar section 3.4).</summary>
public sealed class ReductionTests
{
    // Where the vendor's own service is one unit off, because it multiplies by a float.
    [Theory]
    [InlineData(2500, 6, 2)]
    [InlineData(1250, 12, 2)]
    [InlineData(1000, 5000, 500)]
    [InlineData(999, 5000, 500)]
    [InlineData(1, 4999, 0)]
    [InlineData(1, 5000, 1)]
    [InlineData(0, 10_000, 0)]
    [InlineData(long.MaxValue, 10_000, long.MaxValue)]
    public void A_percentage_is_rounded_half_away_from_zero(long amount, int basisPoints, long expected) =>
        Assert.Equal(expected, Pricing.ReductionOf(new Reduction.Percentage(basisPoints), amount, "usd"));

    [Fact]
    public void A_percentage_is_the_nearest_whole_to_the_exact_part()
    {
        var inputs = Gen.Choose(0, int.MaxValue)
            .Zip(Gen.Choose(0, int.MaxValue), (high, low) => ((long)high << 32) | (uint)low)
            .Zip(Gen.Choose(1, 10_000), (amount, basisPoints) => (amount, basisPoints));
        Property.Holds(
            inputs,
            input =>
            {
                var off = Pricing.ReductionOf(new Reduction.Percentage(input.basisPoints), input.amount, "usd");
                // Twice the distance to the exact part, in ten-thousandths.
                var distance = 2 * (((BigInteger)off * 10_000) - ((BigInteger)input.amount * input.basisPoints));
                return off >= 0 && off <= input.amount && distance > -10_000 && distance <= 10_000;
            },
            runs: 2_000
        );
    }

    [Fact]
    public void A_fixed_amount_takes_no_more_than_there_is()
    {
        var inputs = Gen.Choose(0, 1_000).Zip(Gen.Choose(0, 1_000), (amount, off) => (amount, off));
        Property.Holds(
            inputs,
            input =>
                Pricing.ReductionOf(Fixed(("usd", input.off)), input.amount, "usd") == Math.Min(input.amount, input.off)
        );
    }

    [Fact]
    public void A_fixed_amount_in_another_currency_takes_nothing() =>
        Assert.Equal(0, Pricing.ReductionOf(Fixed(("eur", 100)), 1_000, "usd"));

    private static Reduction.Fixed Fixed(params (string Currency, long Amount)[] amounts) =>
        new(amounts.ToDictionary(amount => amount.Currency, amount => amount.Amount));
}
