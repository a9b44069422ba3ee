using System.Text.Json.Serialization;

namespace Checkstand.Bench.Floor;

/// <summary>The body of a create, typed as the contract has it; without <c>airline</c>, which is never sent.</summary>
internal sealed record Session(
    long? Amount,
    string? Currency,
    IReadOnlyList<CartItem>? CartItems,
    IReadOnlyDictionary<string, string>? Metadata,
    Buyer? Buyer,
    string? PaymentServiceId,
    double? ExpiresIn,
    string? Country,
    bool? IsSubsequentPayment,
    bool? MerchantInitiated,
    string? PaymentSource,
    string? Intent
);

internal sealed record CartItem(
    string Name,
    long Quantity,
    long UnitAmount,
    long? DiscountAmount,
    long? TaxAmount,
    string? ExternalIdentifier,
    string? Sku,
    string? Upc,
    string? ProductUrl,
    string? ImageUrl,
    IReadOnlyList<string>? Categories,
    string? ProductType,
    string? SellerCountry,
    bool? TaxExempt,
    string? UnitOfMeasure,
    string? CommodityCode,
    string? Description,
    long? DutyAmount,
    long? ShippingAmount
);

internal sealed record Buyer(
    string? DisplayName,
    string? ExternalIdentifier,
    BillingDetails? BillingDetails,
    string? AccountNumber,
    ShippingDetails? ShippingDetails
);

internal sealed record BillingDetails(
    string? FirstName,
    string? LastName,
    string? EmailAddress,
    string? PhoneNumber,
    Address? Address,
    TaxId? TaxId
);

internal sealed record ShippingDetails(
    string? FirstName,
    string? LastName,
    string? EmailAddress,
    string? PhoneNumber,
    Address? Address
);

internal sealed record Address(
    string? City,
    string? Country,
    string? PostalCode,
    string? State,
    string? StateCode,
    string? HouseNumberOrName,
    string? Line1,
    string? Line2,
    string? Organization
);

internal sealed record TaxId(string Value, string Kind);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Session))]
internal sealed partial class FloorJson : JsonSerializerContext;
