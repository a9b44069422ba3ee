using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

/// <summary>A reduction that a checkout can carry.</summary>
public sealed partial record Discount
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who gives it.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When it was deleted; null while it is not. Orders keep naming it.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// What buyers type, 3 to 256 letters and digits, in any case; null when it can't be typed. Unique in its
    /// organization while not deleted.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>How much.</summary>
    public required Reduction Reduction { get; init; }

    /// <summary>For how many payments of a subscription.</summary>
    public required DiscountDuration Duration { get; init; }

    /// <summary>For how many months, when it repeats; null otherwise.</summary>
    public int? DurationInMonths { get; init; }

    /// <summary>From when; null for always.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Until when; null for always.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How often it may be redeemed in all; null for any number.</summary>
    public int? RedemptionsMax { get; init; }

    /// <summary>How often one customer may redeem it; null for any number.</summary>
    public int? RedemptionsMaxPerCustomer { get; init; }

    /// <summary>The products that it is for; empty for all.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>The seller's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }
}

/// <summary>For how many payments a discount holds.</summary>
public enum DiscountDuration
{
    /// <summary>The first.</summary>
    Once,

    /// <summary>All.</summary>
    Forever,

    /// <summary>Those of some months.</summary>
    Repeating,
}
