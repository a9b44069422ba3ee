using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A unit of a span of the calendar: of billing periods and of trials.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<RecurringInterval>))]
public readonly record struct RecurringInterval(string Value) : IOpenEnum<RecurringInterval>
{
    /// <summary><c>day</c></summary>
    public static RecurringInterval Day { get; } = new("day");

    /// <summary><c>week</c></summary>
    public static RecurringInterval Week { get; } = new("week");

    /// <summary><c>month</c></summary>
    public static RecurringInterval Month { get; } = new("month");

    /// <summary><c>year</c></summary>
    public static RecurringInterval Year { get; } = new("year");

    /// <inheritdoc/>
    public static RecurringInterval From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Who can see a product.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductVisibility>))]
public readonly record struct ProductVisibility(string Value) : IOpenEnum<ProductVisibility>
{
    /// <summary>It cannot be bought yet.</summary>
    public static ProductVisibility Draft { get; } = new("draft");

    /// <summary>It can be bought by who knows of it.</summary>
    public static ProductVisibility Private { get; } = new("private");

    /// <summary>It is shown to everybody.</summary>
    public static ProductVisibility Public { get; } = new("public");

    /// <inheritdoc/>
    public static ProductVisibility From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Where a price comes from.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductPriceSource>))]
public readonly record struct ProductPriceSource(string Value) : IOpenEnum<ProductPriceSource>
{
    /// <summary>It is one of the product's.</summary>
    public static ProductPriceSource Catalog { get; } = new("catalog");

    /// <summary>It was made for one checkout.</summary>
    public static ProductPriceSource AdHoc { get; } = new("ad_hoc");

    /// <inheritdoc/>
    public static ProductPriceSource From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>Whether a price is paid once or again and again.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<ProductPriceType>))]
public readonly record struct ProductPriceType(string Value) : IOpenEnum<ProductPriceType>
{
    /// <summary><c>one_time</c></summary>
    public static ProductPriceType OneTime { get; } = new("one_time");

    /// <summary><c>recurring</c></summary>
    public static ProductPriceType Recurring { get; } = new("recurring");

    /// <inheritdoc/>
    public static ProductPriceType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>The kind of a price.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<PriceAmountType>))]
public readonly record struct PriceAmountType(string Value) : IOpenEnum<PriceAmountType>
{
    /// <summary><c>fixed</c></summary>
    public static PriceAmountType Fixed { get; } = new("fixed");

    /// <summary><c>custom</c></summary>
    public static PriceAmountType Custom { get; } = new("custom");

    /// <summary><c>free</c></summary>
    public static PriceAmountType Free { get; } = new("free");

    /// <summary><c>seat_based</c></summary>
    public static PriceAmountType SeatBased { get; } = new("seat_based");

    /// <summary><c>metered_unit</c></summary>
    public static PriceAmountType MeteredUnit { get; } = new("metered_unit");

    /// <inheritdoc/>
    public static PriceAmountType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How prices by tier are applied.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<SeatTierType>))]
public readonly record struct SeatTierType(string Value) : IOpenEnum<SeatTierType>
{
    /// <summary>All seats cost what the tier of the whole number says.</summary>
    public static SeatTierType Volume { get; } = new("volume");

    /// <summary>Each slice of seats costs what its own tier says.</summary>
    public static SeatTierType Graduated { get; } = new("graduated");

    /// <inheritdoc/>
    public static SeatTierType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>What a meter counts in.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<MeterUnit>))]
public readonly record struct MeterUnit(string Value) : IOpenEnum<MeterUnit>
{
    /// <summary><c>scalar</c></summary>
    public static MeterUnit Scalar { get; } = new("scalar");

    /// <summary><c>token</c></summary>
    public static MeterUnit Token { get; } = new("token");

    /// <summary><c>custom</c></summary>
    public static MeterUnit Custom { get; } = new("custom");

    /// <inheritdoc/>
    public static MeterUnit From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>The kind of a benefit.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<BenefitType>))]
public readonly record struct BenefitType(string Value) : IOpenEnum<BenefitType>
{
    /// <summary><c>custom</c></summary>
    public static BenefitType Custom { get; } = new("custom");

    /// <summary><c>discord</c></summary>
    public static BenefitType Discord { get; } = new("discord");

    /// <summary><c>github_repository</c></summary>
    public static BenefitType GithubRepository { get; } = new("github_repository");

    /// <summary><c>downloadables</c></summary>
    public static BenefitType Downloadables { get; } = new("downloadables");

    /// <summary><c>license_keys</c></summary>
    public static BenefitType LicenseKeys { get; } = new("license_keys");

    /// <summary><c>meter_credit</c></summary>
    public static BenefitType MeterCredit { get; } = new("meter_credit");

    /// <summary><c>feature_flag</c></summary>
    public static BenefitType FeatureFlag { get; } = new("feature_flag");

    /// <summary><c>slack_shared_channel</c></summary>
    public static BenefitType SlackSharedChannel { get; } = new("slack_shared_channel");

    /// <inheritdoc/>
    public static BenefitType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>How a discount is measured.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscountType>))]
public readonly record struct DiscountType(string Value) : IOpenEnum<DiscountType>
{
    /// <summary><c>fixed</c></summary>
    public static DiscountType Fixed { get; } = new("fixed");

    /// <summary><c>percentage</c></summary>
    public static DiscountType Percentage { get; } = new("percentage");

    /// <inheritdoc/>
    public static DiscountType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}

/// <summary>For how many payments a discount counts.</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<DiscountDuration>))]
public readonly record struct DiscountDuration(string Value) : IOpenEnum<DiscountDuration>
{
    /// <summary><c>once</c></summary>
    public static DiscountDuration Once { get; } = new("once");

    /// <summary><c>forever</c></summary>
    public static DiscountDuration Forever { get; } = new("forever");

    /// <summary><c>repeating</c></summary>
    public static DiscountDuration Repeating { get; } = new("repeating");

    /// <inheritdoc/>
    public static DiscountDuration From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
