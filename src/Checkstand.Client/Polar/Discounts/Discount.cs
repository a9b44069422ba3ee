using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>A discount in answers: one of the kinds below, or <see cref="DiscountUnknown"/>. Source: contract section 2.9.</summary>
[JsonConverter(typeof(DiscountConverter))]
public abstract class Discount : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The code that it can be had by, in any case; null for none.</summary>
    public string? Code { get; set; }

    /// <summary>When it begins to count; null for at once.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it no longer counts; null for never.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How often it can be redeemed; null for any number.</summary>
    public int? MaxRedemptions { get; set; }

    /// <summary>How often one customer can; null for any number.</summary>
    public int? MaxRedemptionsPerCustomer { get; set; }

    /// <summary>How often it was redeemed.</summary>
    public int RedemptionsCount { get; set; }

    /// <summary>The organization that gives it.</summary>
    public string OrganizationId { get; set; } = "";

    /// <summary>How it is measured.</summary>
    public DiscountType Type { get; set; }

    /// <summary>For how many payments it counts.</summary>
    public DiscountDuration Duration { get; set; }

    /// <summary>For how many months, when it repeats.</summary>
    public int? DurationInMonths { get; set; }

    /// <summary>The products that it counts for, all when there is none; null where a discount is a part of something else.</summary>
    public List<ProductReference>? Products { get; set; }
}

/// <summary>A discount of an amount of money.</summary>
public sealed class DiscountFixed : Discount
{
    /// <summary>What it takes off, in minor units, by currency.</summary>
    public AmountsByCurrency Amounts { get; set; } = new();

    /// <summary>What it takes off in <see cref="Currency"/>. Older than <see cref="Amounts"/>.</summary>
    public long? Amount { get; set; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public string? Currency { get; set; }
}

/// <summary>A discount of a part of the price.</summary>
public sealed class DiscountPercentage : Discount
{
    /// <summary>What it takes off in hundredths of a percent: 1 to 10 000.</summary>
    public int BasisPoints { get; set; }
}

/// <summary>A discount of a kind that this version of the client does not know. What it says is in <see cref="PolarObject.AdditionalProperties"/>.</summary>
public sealed class DiscountUnknown : Discount { }
