using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkstand.Client.Gr4vy;

/// <summary>A line of the cart.</summary>
public sealed class CartItem
{
    /// <summary>Name of the item. 1 to 255 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>How many of it. 1 to 99,999,999.</summary>
    public int Quantity { get; set; }

    /// <summary>Price of each item in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long UnitAmount { get; set; }

    /// <summary>
    /// Discount on each item in the currency's smallest unit. 0 to 99,999,999. Absent means <c>0</c>.
    /// </summary>
    public long? DiscountAmount { get; set; }

    /// <summary>Tax on each item in the currency's smallest unit. 0 to 99,999,999. Absent means <c>0</c>.</summary>
    public long? TaxAmount { get; set; }

    /// <summary>The merchant's own name for it. 1 to 200 characters.</summary>
    public string? ExternalIdentifier { get; set; }

    /// <summary>The merchant's number of the product. 1 to 200 characters.</summary>
    public string? Sku { get; set; }

    /// <summary>Universal product code. 1 to 50 characters.</summary>
    public string? Upc { get; set; }

    /// <summary>Address of the product's page.</summary>
    public string? ProductUrl { get; set; }

    /// <summary>Address of a picture.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>Categories of the product, 1 to 50 characters each.</summary>
    public List<string>? Categories { get; set; }

    /// <summary>Kind of product.</summary>
    public ProductType? ProductType { get; set; }

    /// <summary>Country of the seller. Two capital letters of ISO 3166-1.</summary>
    public string? SellerCountry { get; set; }

    /// <summary>Whether the item is exempt from tax.</summary>
    public bool? TaxExempt { get; set; }

    /// <summary>Unit in which it is counted. 1 to 50 characters.</summary>
    public string? UnitOfMeasure { get; set; }

    /// <summary>Code of the commodity. 1 to 50 characters.</summary>
    public string? CommodityCode { get; set; }

    /// <summary>Text about the item. 1 to 255 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Duty in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? DutyAmount { get; set; }

    /// <summary>Cost of shipping in the currency's smallest unit. 0 to 99,999,999.</summary>
    public long? ShippingAmount { get; set; }

    /// <summary>Members that this client does not know, kept as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
