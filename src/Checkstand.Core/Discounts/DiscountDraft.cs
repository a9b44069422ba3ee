namespace Checkstand.Core.Discounts;

/// <summary>What somebody says of a new discount; its form is checked, its rules are not yet.</summary>
public sealed record DiscountDraft
{
    /// <summary>Its name for people, 1 character or more.</summary>
    public required string Name { get; init; }

    /// <summary>What buyers type; null or blank when it can't be typed.</summary>
    public string? Code { get; init; }

    /// <summary>How much.</summary>
    public required Reduction Reduction { get; init; }

    /// <summary>For how many payments of a subscription.</summary>
    public required DiscountDuration Duration { get; init; }

    /// <summary>For how many months, 1 to 999; null when not said.</summary>
    public int? DurationInMonths { get; init; }

    /// <summary>From when; null for always.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Until when; null for always.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How often it may be redeemed in all, 1 or more; null for any number.</summary>
    public int? RedemptionsMax { get; init; }

    /// <summary>How often one customer may redeem it, 1 or more; null for any number.</summary>
    public int? RedemptionsMaxPerCustomer { get; init; }

    /// <summary>The products that it is for; empty for all.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}
