using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What a list of checkouts is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CheckoutSortProperty>))]
public readonly record struct CheckoutSortProperty(string Value) : IOpenEnum<CheckoutSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static CheckoutSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static CheckoutSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>expires_at</c>, least first.</summary>
    public static CheckoutSortProperty ExpiresAt { get; } = new("expires_at");

    /// <summary>By <c>expires_at</c>, greatest first.</summary>
    public static CheckoutSortProperty ExpiresAtDescending { get; } = new("-expires_at");

    /// <summary>By <c>status</c>, least first.</summary>
    public static CheckoutSortProperty Status { get; } = new("status");

    /// <summary>By <c>status</c>, greatest first.</summary>
    public static CheckoutSortProperty StatusDescending { get; } = new("-status");

    /// <inheritdoc/>
    public static CheckoutSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of products is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductSortProperty>))]
public readonly record struct ProductSortProperty(string Value) : IOpenEnum<ProductSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static ProductSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static ProductSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>name</c>, least first.</summary>
    public static ProductSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static ProductSortProperty NameDescending { get; } = new("-name");

    /// <summary>By <c>price_amount_type</c>, least first.</summary>
    public static ProductSortProperty PriceAmountType { get; } = new("price_amount_type");

    /// <summary>By <c>price_amount_type</c>, greatest first.</summary>
    public static ProductSortProperty PriceAmountTypeDescending { get; } = new("-price_amount_type");

    /// <summary>By <c>price_amount</c>, least first.</summary>
    public static ProductSortProperty PriceAmount { get; } = new("price_amount");

    /// <summary>By <c>price_amount</c>, greatest first.</summary>
    public static ProductSortProperty PriceAmountDescending { get; } = new("-price_amount");

    /// <inheritdoc/>
    public static ProductSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of discounts is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscountSortProperty>))]
public readonly record struct DiscountSortProperty(string Value) : IOpenEnum<DiscountSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static DiscountSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static DiscountSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>name</c>, least first.</summary>
    public static DiscountSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static DiscountSortProperty NameDescending { get; } = new("-name");

    /// <summary>By <c>code</c>, least first.</summary>
    public static DiscountSortProperty Code { get; } = new("code");

    /// <summary>By <c>code</c>, greatest first.</summary>
    public static DiscountSortProperty CodeDescending { get; } = new("-code");

    /// <summary>By <c>redemptions_count</c>, least first.</summary>
    public static DiscountSortProperty RedemptionsCount { get; } = new("redemptions_count");

    /// <summary>By <c>redemptions_count</c>, greatest first.</summary>
    public static DiscountSortProperty RedemptionsCountDescending { get; } = new("-redemptions_count");

    /// <summary>By <c>ends_at</c>, least first.</summary>
    public static DiscountSortProperty EndsAt { get; } = new("ends_at");

    /// <summary>By <c>ends_at</c>, greatest first.</summary>
    public static DiscountSortProperty EndsAtDescending { get; } = new("-ends_at");

    /// <inheritdoc/>
    public static DiscountSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of checkout links is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CheckoutLinkSortProperty>))]
public readonly record struct CheckoutLinkSortProperty(string Value) : IOpenEnum<CheckoutLinkSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static CheckoutLinkSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static CheckoutLinkSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>label</c>, least first.</summary>
    public static CheckoutLinkSortProperty Label { get; } = new("label");

    /// <summary>By <c>label</c>, greatest first.</summary>
    public static CheckoutLinkSortProperty LabelDescending { get; } = new("-label");

    /// <summary>By <c>success_url</c>, least first.</summary>
    public static CheckoutLinkSortProperty SuccessUrl { get; } = new("success_url");

    /// <summary>By <c>success_url</c>, greatest first.</summary>
    public static CheckoutLinkSortProperty SuccessUrlDescending { get; } = new("-success_url");

    /// <summary>By <c>allow_discount_codes</c>, least first.</summary>
    public static CheckoutLinkSortProperty AllowDiscountCodes { get; } = new("allow_discount_codes");

    /// <summary>By <c>allow_discount_codes</c>, greatest first.</summary>
    public static CheckoutLinkSortProperty AllowDiscountCodesDescending { get; } = new("-allow_discount_codes");

    /// <inheritdoc/>
    public static CheckoutLinkSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of custom fields is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<CustomFieldSortProperty>))]
public readonly record struct CustomFieldSortProperty(string Value) : IOpenEnum<CustomFieldSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static CustomFieldSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static CustomFieldSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>slug</c>, least first.</summary>
    public static CustomFieldSortProperty Slug { get; } = new("slug");

    /// <summary>By <c>slug</c>, greatest first.</summary>
    public static CustomFieldSortProperty SlugDescending { get; } = new("-slug");

    /// <summary>By <c>name</c>, least first.</summary>
    public static CustomFieldSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static CustomFieldSortProperty NameDescending { get; } = new("-name");

    /// <summary>By <c>type</c>, least first.</summary>
    public static CustomFieldSortProperty Type { get; } = new("type");

    /// <summary>By <c>type</c>, greatest first.</summary>
    public static CustomFieldSortProperty TypeDescending { get; } = new("-type");

    /// <inheritdoc/>
    public static CustomFieldSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a list of meters is sorted by.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<MeterSortProperty>))]
public readonly record struct MeterSortProperty(string Value) : IOpenEnum<MeterSortProperty>
{
    /// <summary>By <c>created_at</c>, least first.</summary>
    public static MeterSortProperty CreatedAt { get; } = new("created_at");

    /// <summary>By <c>created_at</c>, greatest first.</summary>
    public static MeterSortProperty CreatedAtDescending { get; } = new("-created_at");

    /// <summary>By <c>name</c>, least first.</summary>
    public static MeterSortProperty Name { get; } = new("name");

    /// <summary>By <c>name</c>, greatest first.</summary>
    public static MeterSortProperty NameDescending { get; } = new("-name");

    /// <inheritdoc/>
    public static MeterSortProperty From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
