using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kind of product.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductType>))]
public readonly record struct ProductType(string Value) : IOpenEnum<ProductType>
{
    /// <summary>Goods.</summary>
    public static ProductType Physical { get; } = new("physical");

    /// <summary>A discount.</summary>
    public static ProductType Discount { get; } = new("discount");

    /// <summary>Shipping.</summary>
    public static ProductType ShippingFee { get; } = new("shipping_fee");

    /// <summary>Sales tax.</summary>
    public static ProductType SalesTax { get; } = new("sales_tax");

    /// <summary>Digital goods.</summary>
    public static ProductType Digital { get; } = new("digital");

    /// <summary>A gift card.</summary>
    public static ProductType GiftCard { get; } = new("gift_card");

    /// <summary>Credit of the shop.</summary>
    public static ProductType StoreCredit { get; } = new("store_credit");

    /// <summary>A surcharge.</summary>
    public static ProductType Surcharge { get; } = new("surcharge");

    /// <inheritdoc/>
    public static ProductType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
