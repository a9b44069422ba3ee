using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Checkstand.Client.Polar;

internal sealed class ProductPriceConverter : KindConverter<ProductPrice>
{
    protected override ReadOnlySpan<byte> Discriminator => "amount_type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "fixed" => PolarJsonContext.Default.ProductPriceFixed,
            "custom" => PolarJsonContext.Default.ProductPriceCustom,
            "free" => PolarJsonContext.Default.ProductPriceFree,
            "seat_based" => PolarJsonContext.Default.ProductPriceSeatBased,
            "metered_unit" => PolarJsonContext.Default.ProductPriceMeteredUnit,
            _ => PolarJsonContext.Default.ProductPriceUnknown,
        };
}

internal sealed class ProductPriceUpdateConverter : KindConverter<ProductPriceUpdate>
{
    protected override ReadOnlySpan<byte> Discriminator => "amount_type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind is null ? PolarJsonContext.Default.ExistingProductPrice : ProductPriceCreateConverter.Contract(kind);
}

internal sealed class ProductPriceCreateConverter : KindConverter<ProductPriceCreate>
{
    protected override ReadOnlySpan<byte> Discriminator => "amount_type"u8;

    public static JsonTypeInfo Contract(string? kind) =>
        kind switch
        {
            "fixed" => PolarJsonContext.Default.ProductPriceFixedCreate,
            "custom" => PolarJsonContext.Default.ProductPriceCustomCreate,
            "free" => PolarJsonContext.Default.ProductPriceFreeCreate,
            "seat_based" => PolarJsonContext.Default.ProductPriceSeatBasedCreate,
            "metered_unit" => PolarJsonContext.Default.ProductPriceMeteredUnitCreate,
            _ => throw new JsonException("A new price is of a kind that is known here."),
        };

    protected override JsonTypeInfo ContractOf(string? kind) => Contract(kind);
}

internal sealed class CheckoutDiscountConverter : KindConverter<CheckoutDiscount>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "fixed" => PolarJsonContext.Default.CheckoutDiscountFixed,
            "percentage" => PolarJsonContext.Default.CheckoutDiscountPercentage,
            _ => PolarJsonContext.Default.CheckoutDiscountUnknown,
        };
}

internal sealed class DiscountConverter : KindConverter<Discount>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "fixed" => PolarJsonContext.Default.DiscountFixed,
            "percentage" => PolarJsonContext.Default.DiscountPercentage,
            _ => PolarJsonContext.Default.DiscountUnknown,
        };
}

internal sealed class DiscountCreateConverter : KindConverter<DiscountCreate>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "fixed" => PolarJsonContext.Default.DiscountFixedCreate,
            "percentage" => PolarJsonContext.Default.DiscountPercentageCreate,
            _ => throw new JsonException("A new discount is of a kind that is known here."),
        };
}

internal sealed class CustomFieldConverter : KindConverter<CustomField>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "text" => PolarJsonContext.Default.CustomFieldText,
            "number" => PolarJsonContext.Default.CustomFieldNumber,
            "date" => PolarJsonContext.Default.CustomFieldDate,
            "checkbox" => PolarJsonContext.Default.CustomFieldCheckbox,
            "select" => PolarJsonContext.Default.CustomFieldSelect,
            _ => PolarJsonContext.Default.CustomFieldUnknown,
        };
}

internal sealed class CustomFieldCreateConverter : KindConverter<CustomFieldCreate>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "text" => PolarJsonContext.Default.CustomFieldTextCreate,
            "number" => PolarJsonContext.Default.CustomFieldNumberCreate,
            "date" => PolarJsonContext.Default.CustomFieldDateCreate,
            "checkbox" => PolarJsonContext.Default.CustomFieldCheckboxCreate,
            "select" => PolarJsonContext.Default.CustomFieldSelectCreate,
            _ => throw new JsonException("A new custom field is of a kind that is known here."),
        };
}

internal sealed class CustomFieldUpdateConverter : KindConverter<CustomFieldUpdate>
{
    protected override ReadOnlySpan<byte> Discriminator => "type"u8;

    protected override JsonTypeInfo ContractOf(string? kind) =>
        kind switch
        {
            "text" => PolarJsonContext.Default.CustomFieldTextUpdate,
            "number" => PolarJsonContext.Default.CustomFieldNumberUpdate,
            "date" => PolarJsonContext.Default.CustomFieldDateUpdate,
            "checkbox" => PolarJsonContext.Default.CustomFieldCheckboxUpdate,
            "select" => PolarJsonContext.Default.CustomFieldSelectUpdate,
            _ => throw new JsonException("A change of a custom field is of a kind that is known here."),
        };
}
