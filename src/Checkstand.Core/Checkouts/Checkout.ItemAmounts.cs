using Checkstand.Core.Products;

namespace Checkstand.Core.Checkouts;

public sealed partial record Checkout
{
    /// <summary>What one of the prices comes to here, before discount and tax.</summary>
    private long AmountOf(Price price) =>
        price switch
        {
            Price.Fixed fixedPrice => fixedPrice.MinorUnits,
            Price.Custom custom => NamedMinorUnits ?? custom.MinorUnitsPreset ?? custom.MinorUnitsMin,
            Price.SeatBased seats => SeatAmount(seats, Seats ?? seats.SeatsMin),
            Price.Metered => 0,
            _ => throw new System.Diagnostics.UnreachableException($"No amount is defined for {price.GetType().Name}."),
        };

    private static long SeatAmount(Price.SeatBased price, int seats) =>
        price.IsGraduated
            ? price.Tiers.Sum(tier =>
                tier.MinorUnitsPerSeat
                * Math.Max(0, Math.Min(seats, tier.SeatsMax ?? int.MaxValue) - Math.Max(tier.SeatsMin, 1) + 1)
            )
            : price.Tiers.Last(tier => tier.SeatsMin <= seats).MinorUnitsPerSeat * seats;
}
