namespace Checkstand.Client.Polar;

/// <summary>What a seat costs, by the number of seats.</summary>
public sealed class ProductPriceSeatTiers : PolarObject
{
    /// <summary>How the tiers are applied.</summary>
    public SeatTierType SeatTierType { get; set; }

    /// <summary>The tiers, from the fewest seats on.</summary>
    public List<ProductPriceSeatTier> Tiers { get; set; } = [];

    /// <summary>The fewest seats that can be bought.</summary>
    public int MinimumSeats { get; set; }

    /// <summary>The most; null for no bound.</summary>
    public int? MaximumSeats { get; set; }
}

/// <summary>A tier of seats.</summary>
public sealed class ProductPriceSeatTier : PolarObject
{
    /// <summary>The first number of seats that it counts for, at least 1.</summary>
    public int MinSeats { get; set; }

    /// <summary>The last one; null for no end, in the last tier only.</summary>
    public int? MaxSeats { get; set; }

    /// <summary>What a seat costs, in minor units; at least 0.</summary>
    public long PricePerSeat { get; set; }
}

/// <summary>The meter of a price by usage.</summary>
public sealed class ProductPriceMeter : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it counts in.</summary>
    public MeterUnit Unit { get; set; }

    /// <summary>What a unit is called, when it is a custom one.</summary>
    public string? CustomLabel { get; set; }

    /// <summary>How many units are shown as one.</summary>
    public long? CustomMultiplier { get; set; }
}
