using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A price of a product from now on: one that it has, or a new one.</summary>
[JsonConverter(typeof(ProductPriceUpdateConverter))]
public abstract class ProductPriceUpdate : PolarObject { }

/// <summary>A price that the product has and keeps.</summary>
public sealed class ExistingProductPrice : ProductPriceUpdate
{
    /// <summary>Its id. Required.</summary>
    public string Id { get; set; } = "";
}

/// <summary>A new price.</summary>
[JsonConverter(typeof(ProductPriceCreateConverter))]
public abstract class ProductPriceCreate : ProductPriceUpdate
{
    /// <summary>Its kind.</summary>
    public abstract PriceAmountType AmountType { get; }

    /// <summary>The currency, ISO 4217 in lower case; otherwise <c>usd</c>.</summary>
    public string? PriceCurrency { get; set; }

    /// <summary>What it says about tax; otherwise what the organization says.</summary>
    public TaxBehaviorOption? TaxBehavior { get; set; }
}

/// <summary>A new price that is the same for everybody.</summary>
public sealed class ProductPriceFixedCreate : ProductPriceCreate
{
    /// <inheritdoc/>
    public override PriceAmountType AmountType => PriceAmountType.Fixed;

    /// <summary>How much, in minor units: 0, or at least the least of the currency. Required.</summary>
    public long PriceAmount { get; set; }
}

/// <summary>A new price that the buyer names.</summary>
public sealed class ProductPriceCustomCreate : ProductPriceCreate
{
    /// <inheritdoc/>
    public override PriceAmountType AmountType => PriceAmountType.Custom;

    /// <summary>The least that can be named, in minor units; otherwise 50.</summary>
    public long? MinimumAmount { get; set; }

    /// <summary>The most, at least 1; otherwise without bound.</summary>
    public long? MaximumAmount { get; set; }

    /// <summary>What stands there at the beginning.</summary>
    public long? PresetAmount { get; set; }
}

/// <summary>A new price of nothing, as older servers want it said. Newer ones make a fixed price of 0 of it.</summary>
public sealed class ProductPriceFreeCreate : ProductPriceCreate
{
    /// <inheritdoc/>
    public override PriceAmountType AmountType => PriceAmountType.Free;
}

/// <summary>A new price by the number of seats.</summary>
public sealed class ProductPriceSeatBasedCreate : ProductPriceCreate
{
    /// <inheritdoc/>
    public override PriceAmountType AmountType => PriceAmountType.SeatBased;

    /// <summary>What a seat costs. Required.</summary>
    public ProductPriceSeatTiersCreate SeatTiers { get; set; } = new();
}

/// <summary>A new price by usage; for products that are paid again and again.</summary>
public sealed class ProductPriceMeteredUnitCreate : ProductPriceCreate
{
    /// <inheritdoc/>
    public override PriceAmountType AmountType => PriceAmountType.MeteredUnit;

    /// <summary>The meter that counts. Required.</summary>
    public string MeterId { get; set; } = "";

    /// <summary>What a unit costs, in minor units: a decimal number above 0 as text, 5 digits before the point and 12 after it at most. Required.</summary>
    public string UnitAmount { get; set; } = "";

    /// <summary>The most that a billing period costs, 0 to 2 147 483 647.</summary>
    public long? CapAmount { get; set; }
}

/// <summary>What a seat costs, by the number of seats.</summary>
public sealed class ProductPriceSeatTiersCreate : PolarObject
{
    /// <summary>How the tiers are applied; otherwise <c>volume</c>.</summary>
    public SeatTierType? SeatTierType { get; set; }

    /// <summary>The tiers, without gaps, from the fewest seats on; at least one. Required.</summary>
    public List<ProductPriceSeatTier> Tiers { get; set; } = [];
}
