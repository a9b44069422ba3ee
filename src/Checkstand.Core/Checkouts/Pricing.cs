using System.Diagnostics;
using Checkstand.Core.Discounts;
using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// What prices come to, in minor units and whole numbers throughout (contract polar section 3.4). The vendor's own service
/// multiplies by a float and is one unit off at times; this is exact.
/// </summary>
public static class Pricing
{
    /// <summary>What prices come to together, before discount and tax.</summary>
    /// <param name="prices">The prices that are paid.</param>
    /// <param name="named">What the buyer named for a custom price; null for what is proposed.</param>
    /// <param name="seats">How many seats; null for the fewest.</param>
    /// <exception cref="OverflowException">More than 64 bits hold; the bounds of prices and seats exclude it.</exception>
    public static long AmountOf(IEnumerable<Price> prices, long? named, int? seats) =>
        prices.Aggregate(0L, (sum, price) => checked(sum + AmountOf(price, named, seats)));

    /// <summary>What one price comes to, before discount and tax.</summary>
    public static long AmountOf(Price price, long? named, int? seats) =>
        price switch
        {
            Price.Fixed fixedPrice => fixedPrice.MinorUnits,
            Price.Custom custom => named ?? custom.MinorUnitsPreset ?? custom.MinorUnitsMin,
            Price.SeatBased tiers => tiers.IsGraduated
                ? BySlices(tiers, seats ?? tiers.SeatsMin)
                : AsAWhole(tiers, seats ?? tiers.SeatsMin),
            Price.Metered => 0,
            _ => throw new UnreachableException($"No amount is defined for {price.GetType().Name}."),
        };

    /// <summary>What a discount takes off an amount: never more than the amount.</summary>
    /// <param name="reduction">How much the discount takes off.</param>
    /// <param name="amount">0 or more.</param>
    /// <param name="currency">The amount's, ISO 4217, lower case. A fixed reduction that has no amount in it takes nothing.</param>
    public static long ReductionOf(Reduction reduction, long amount, string currency) =>
        reduction switch
        {
            Reduction.Fixed fixedReduction => Math.Min(fixedReduction.Amounts.GetValueOrDefault(currency), amount),
            Reduction.Percentage percentage => Fraction(amount, percentage.BasisPoints, 10_000),
            _ => throw new UnreachableException($"No reduction is defined for {reduction.GetType().Name}."),
        };

    /// <summary>A fraction of an amount, to the nearest whole and halves away from zero.</summary>
    /// <param name="amount">0 or more.</param>
    /// <param name="numerator">0 or more.</param>
    /// <param name="denominator">More than 0.</param>
    public static long Fraction(long amount, long numerator, long denominator) =>
        checked((long)(((Int128)amount * numerator * 2 + denominator) / ((Int128)denominator * 2)));

    // Each slice of the seats at the price of its own tier.
    private static long BySlices(Price.SeatBased price, int seats)
    {
        var sum = 0L;
        foreach (var tier in price.Tiers.Where(tier => tier.SeatsMin <= seats))
        {
            var last = Math.Min(seats, tier.SeatsMax ?? int.MaxValue);
            sum = checked(sum + tier.MinorUnitsPerSeat * (last - tier.SeatsMin + 1L));
        }

        // Seats below the first tier are bought with it: its fewest seats are the fewest of all.
        return checked(sum + price.Tiers[0].MinorUnitsPerSeat * (price.Tiers[0].SeatsMin - 1L));
    }

    // All seats at the price of the tier that their number falls into.
    private static long AsAWhole(Price.SeatBased price, int seats) =>
        checked(price.Tiers.Last(tier => tier.SeatsMin <= seats).MinorUnitsPerSeat * seats);
}
