using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A price in answers: one of the kinds below, or <see cref="ProductPriceUnknown"/> when a newer server has another.</summary>
[JsonConverter(typeof(ProductPriceConverter))]
public abstract class ProductPrice : PolarObject
{
    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    public ProductPriceSource Source { get; set; }

    /// <summary>Its kind.</summary>
    public PriceAmountType AmountType { get; set; }

    /// <summary>Its currency, ISO 4217 in lower case.</summary>
    public string PriceCurrency { get; set; } = "";

    /// <summary>What it says about tax; null for what the organization says.</summary>
    public TaxBehaviorOption? TaxBehavior { get; set; }

    /// <summary>Whether it can no longer be bought at.</summary>
    public bool IsArchived { get; set; }

    /// <summary>The product.</summary>
    public string ProductId { get; set; } = "";

    /// <summary>Whether it is paid once or again and again. Older than the product's interval.</summary>
    public ProductPriceType? Type { get; set; }

    /// <summary>The unit of the billing period. Older than the product's own.</summary>
    public RecurringInterval? RecurringInterval { get; set; }

    /// <summary>True for prices of products that were made before intervals were theirs.</summary>
    public bool? Legacy { get; set; }
}

/// <summary>A price that is the same for everybody. A free one is 0.</summary>
public sealed class ProductPriceFixed : ProductPrice
{
    /// <summary>How much, in minor units.</summary>
    public long PriceAmount { get; set; }
}

/// <summary>A price that the buyer names.</summary>
public sealed class ProductPriceCustom : ProductPrice
{
    /// <summary>The least that can be named, in minor units.</summary>
    public long MinimumAmount { get; set; }

    /// <summary>The most; null for no bound.</summary>
    public long? MaximumAmount { get; set; }

    /// <summary>What stands there at the beginning.</summary>
    public long? PresetAmount { get; set; }
}

/// <summary>A price of nothing, as older servers say it. Newer ones say <see cref="ProductPriceFixed"/> of 0.</summary>
public sealed class ProductPriceFree : ProductPrice { }

/// <summary>A price by the number of seats.</summary>
public sealed class ProductPriceSeatBased : ProductPrice
{
    /// <summary>What a seat costs.</summary>
    public ProductPriceSeatTiers SeatTiers { get; set; } = new();

    /// <summary>What a seat of the first tier costs. Older than the tiers.</summary>
    public long? PricePerSeat { get; set; }
}

/// <summary>A price by usage.</summary>
public sealed class ProductPriceMeteredUnit : ProductPrice
{
    /// <summary>What a unit costs, in minor units: a decimal number as text, at most 17 digits.</summary>
    public string UnitAmount { get; set; } = "";

    /// <summary>The most that a billing period costs; null for no bound.</summary>
    public long? CapAmount { get; set; }

    /// <summary>The meter that counts.</summary>
    public string MeterId { get; set; } = "";

    /// <summary>What it is called.</summary>
    public ProductPriceMeter Meter { get; set; } = new();
}

/// <summary>A price of a kind that this version of the client does not know. What it says is in <see cref="PolarObject.AdditionalProperties"/>.</summary>
public sealed class ProductPriceUnknown : ProductPrice { }
