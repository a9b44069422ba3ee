using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A new discount.</summary>
[JsonConverter(typeof(DiscountCreateConverter))]
public abstract class DiscountCreate : PolarObject
{
    /// <summary>How it is measured.</summary>
    public abstract DiscountType Type { get; }

    /// <summary>Its name, not empty. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>For how many payments it counts. Required.</summary>
    public DiscountDuration Duration { get; set; }

    /// <summary>For how many months, 1 to 999; needed when it repeats, refused otherwise.</summary>
    public int? DurationInMonths { get; set; }

    /// <summary>The code that it can be had by: letters and digits.</summary>
    public string? Code { get; set; }

    /// <summary>When it begins to count.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it no longer counts.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How often it can be redeemed, at least 1.</summary>
    public int? MaxRedemptions { get; set; }

    /// <summary>How often one customer can, at least 1.</summary>
    public int? MaxRedemptionsPerCustomer { get; set; }

    /// <summary>The products that it counts for, by id; otherwise all.</summary>
    public List<string>? Products { get; set; }

    /// <summary>The organization's own data: at most 50 keys of 40 characters.</summary>
    public Metadata? Metadata { get; set; }

    /// <summary>The organization; needed with tokens that act for several.</summary>
    public string? OrganizationId { get; set; }
}

/// <summary>A new discount of an amount of money.</summary>
public sealed class DiscountFixedCreate : DiscountCreate
{
    /// <inheritdoc/>
    public override DiscountType Type => DiscountType.Fixed;

    /// <summary>What it takes off, in minor units, by currency. Either this or <see cref="Amount"/>.</summary>
    public AmountsByCurrency? Amounts { get; set; }

    /// <summary>What it takes off in <see cref="Currency"/>. Older than <see cref="Amounts"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>The currency of <see cref="Amount"/>; otherwise <c>usd</c>.</summary>
    public string? Currency { get; set; }
}

/// <summary>A new discount of a part of the price.</summary>
public sealed class DiscountPercentageCreate : DiscountCreate
{
    /// <inheritdoc/>
    public override DiscountType Type => DiscountType.Percentage;

    /// <summary>What it takes off in hundredths of a percent: 1 to 10 000. Required.</summary>
    public int BasisPoints { get; set; }
}

/// <summary>A change of a discount: only what is set is sent.</summary>
public sealed class DiscountUpdate : PolarObject
{
    /// <summary>Its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; set; }

    /// <summary>The code that it can be had by; null takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Code { get; set; }

    /// <summary>When it begins to count; null for at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> StartsAt { get; set; }

    /// <summary>When it no longer counts; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> EndsAt { get; set; }

    /// <summary>How often it can be redeemed, at least 1; null for any number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> MaxRedemptions { get; set; }

    /// <summary>How often one customer can, at least 1; null for any number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> MaxRedemptionsPerCustomer { get; set; }

    /// <summary>For how many payments it counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DiscountDuration?> Duration { get; set; }

    /// <summary>For how many months, 1 to 999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> DurationInMonths { get; set; }

    /// <summary>How it is measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DiscountType?> Type { get; set; }

    /// <summary>What it takes off, in minor units, by currency. Fixed once it was redeemed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<AmountsByCurrency?> Amounts { get; set; }

    /// <summary>What it takes off in <see cref="Currency"/>. Older than <see cref="Amounts"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> Amount { get; set; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Currency { get; set; }

    /// <summary>What it takes off in hundredths of a percent: 1 to 10 000. Fixed once it was redeemed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int?> BasisPoints { get; set; }

    /// <summary>The products that it counts for, by id; none for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<List<string>?> Products { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}
