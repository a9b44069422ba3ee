using System.Text.Json.Serialization;
using Checkstand.Core.Taxes;

namespace Checkstand.Core.Products;

/// <summary>A price of a product. A closed set; a free price is a fixed one of 0.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fixed), "fixed")]
[JsonDerivedType(typeof(Custom), "custom")]
[JsonDerivedType(typeof(SeatBased), "seat_based")]
[JsonDerivedType(typeof(Metered), "metered_unit")]
public abstract record Price
{
    private Price() { }

    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>ISO 4217, lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>How it means tax; null for the organization's default.</summary>
    public TaxBehaviorOption? TaxBehavior { get; init; }

    /// <summary>Whether it may no longer be bought at.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it was made for one checkout only.</summary>
    public bool IsAdHoc { get; init; }

    /// <summary>Whether what is bought at it costs nothing.</summary>
    [JsonIgnore]
    public bool IsFree =>
        this switch
        {
            Fixed fixedPrice => fixedPrice.MinorUnits == 0,
            SeatBased seats => seats.Tiers.All(tier => tier.MinorUnitsPerSeat == 0),
            _ => false,
        };

    /// <summary>Whether what is paid at once is known: every price but a metered one.</summary>
    [JsonIgnore]
    public bool IsStatic => this is not Metered;

    /// <summary>An amount that the seller names.</summary>
    public sealed record Fixed : Price
    {
        /// <summary>The amount; 0 for free.</summary>
        public required long MinorUnits { get; init; }
    }

    /// <summary>An amount that the buyer names.</summary>
    public sealed record Custom : Price
    {
        /// <summary>The least; 0 allows nothing at all.</summary>
        public required long MinorUnitsMin { get; init; }

        /// <summary>The most; null when only the currency bounds it.</summary>
        public long? MinorUnitsMax { get; init; }

        /// <summary>What is proposed; null for the least.</summary>
        public long? MinorUnitsPreset { get; init; }
    }

    /// <summary>An amount for each seat.</summary>
    public sealed record SeatBased : Price
    {
        /// <summary>Whether each slice of the seats has its own price, or the whole quantity one.</summary>
        public bool IsGraduated { get; init; }

        /// <summary>Contiguous, from few seats to many; only the last may be open-ended.</summary>
        public required IReadOnlyList<SeatTier> Tiers { get; init; }

        /// <summary>Fewest seats.</summary>
        [JsonIgnore]
        public int SeatsMin => Tiers[0].SeatsMin;

        /// <summary>Most seats; null when there is no bound.</summary>
        [JsonIgnore]
        public int? SeatsMax => Tiers[^1].SeatsMax;
    }

    /// <summary>An amount for each unit of a meter, paid afterwards.</summary>
    public sealed record Metered : Price
    {
        /// <summary>Minor units for a unit, a decimal number as text of at most 12 decimals.</summary>
        public required string UnitAmount { get; init; }

        /// <summary>The most for a period; null when there is no bound.</summary>
        public long? CapMinorUnits { get; init; }

        /// <summary>The meter.</summary>
        public required PricedMeter Meter { get; init; }
    }
}

/// <summary>A meter, as it was when a price was made that counts with it.</summary>
/// <param name="Id">The meter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Label">The name of a unit of the seller's own; null when there is none.</param>
/// <param name="Multiplier">How many of what is counted make such a unit; null when there is none.</param>
public sealed record PricedMeter(Guid Id, string Name, MeterUnit Unit, string? Label, int? Multiplier);

/// <summary>So much a seat, for so many seats.</summary>
/// <param name="SeatsMin">From so many, 1 or more.</param>
/// <param name="SeatsMax">To so many; null in the last tier when there is no bound.</param>
/// <param name="MinorUnitsPerSeat">For each.</param>
public sealed record SeatTier(int SeatsMin, int? SeatsMax, long MinorUnitsPerSeat);
