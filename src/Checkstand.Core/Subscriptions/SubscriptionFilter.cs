namespace Checkstand.Core.Subscriptions;

/// <summary>Which subscriptions are wanted, and in which order. Empty lists are for any.</summary>
public sealed record SubscriptionFilter
{
    /// <summary>Of one of these customers.</summary>
    public IReadOnlyList<Guid> CustomerIds { get; init; } = [];

    /// <summary>Of one of the customers with these external ids.</summary>
    public IReadOnlyList<string> ExternalCustomerIds { get; init; } = [];

    /// <summary>To one of these products.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>With one of these discounts.</summary>
    public IReadOnlyList<Guid> DiscountIds { get; init; } = [];

    /// <summary>In one of these statuses.</summary>
    public IReadOnlyList<SubscriptionStatus> Statuses { get; init; } = [];

    /// <summary>Whether it lasts (active or trialing); null for both.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Whether it ends with its period; null for both.</summary>
    public bool? CancelsAtPeriodEnd { get; init; }

    /// <summary>Left for one of these reasons.</summary>
    public IReadOnlyList<string> CancellationReasons { get; init; } = [];

    /// <summary>Cancelled then or later; null for any.</summary>
    public DateTimeOffset? CanceledFrom { get; init; }

    /// <summary>Cancelled then or earlier; null for any.</summary>
    public DateTimeOffset? CanceledUntil { get; init; }

    /// <summary>Begun after this; null for any.</summary>
    public DateTimeOffset? StartedAfter { get; init; }

    /// <summary>Begun before this; null for any.</summary>
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Metadata that must be there: by key, the texts that its value may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<SubscriptionOrder>> Sorting { get; init; } = [];
}

/// <summary>What subscriptions are sorted by.</summary>
public enum SubscriptionOrder
{
    /// <summary>When they began.</summary>
    StartedAt,

    /// <summary>When their period ends.</summary>
    PeriodEndsAt,

    /// <summary>What a period costs.</summary>
    Amount,

    /// <summary>How they stand.</summary>
    Status,

    /// <summary>When they ended.</summary>
    EndedAt,

    /// <summary>When they will end: the end of the period of those that are cancelled for then.</summary>
    EndsAt,

    /// <summary>The customer's address.</summary>
    Customer,

    /// <summary>The product's name.</summary>
    Product,

    /// <summary>The discount's name.</summary>
    Discount,
}
