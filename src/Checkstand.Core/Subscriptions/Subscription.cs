using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Subscriptions;

/// <summary>What a customer pays for again and again. It begins with a checkout; renewals are not charged here.</summary>
public sealed record Subscription
{
    /// <summary>Its id, UUID version 4.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who sells.</summary>
    public required OrganizationId OrganizationId { get; init; }

    /// <summary>When it was made, UTC, whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed; null when it never was.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>How it stands.</summary>
    public required SubscriptionStatus Status { get; init; }

    /// <summary>Who subscribed.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>To what.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The prices that it was subscribed at.</summary>
    public required IReadOnlyList<Guid> PriceIds { get; init; }

    /// <summary>The discount; null when there is none.</summary>
    public Guid? DiscountId { get; init; }

    /// <summary>The checkout that it began with.</summary>
    public required CheckoutId CheckoutId { get; init; }

    /// <summary>What a period costs, after discount, before tax on top.</summary>
    public required long MinorUnits { get; init; }

    /// <summary>ISO 4217, lower case.</summary>
    public required string Currency { get; init; }

    /// <summary>How long a period is.</summary>
    public required CalendarSpan Recurs { get; init; }

    /// <summary>When the current period began.</summary>
    public required DateTimeOffset PeriodStartsAt { get; init; }

    /// <summary>When the current period ends.</summary>
    public required DateTimeOffset PeriodEndsAt { get; init; }

    /// <summary>When the trial began; null when there was none.</summary>
    public DateTimeOffset? TrialStartsAt { get; init; }

    /// <summary>When the trial ends; null when there was none.</summary>
    public DateTimeOffset? TrialEndsAt { get; init; }

    /// <summary>Whether it ends with its period.</summary>
    public bool CancelsAtPeriodEnd { get; init; }

    /// <summary>When it was cancelled; null while it is not.</summary>
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the customer left, a word of the contract; null when not said.</summary>
    public string? CancellationReason { get; init; }

    /// <summary>What the customer said about it; null when nothing.</summary>
    public string? CancellationComment { get; init; }

    /// <summary>How many seats; null when the price has none.</summary>
    public int? Seats { get; init; }

    /// <summary>The organization's own data: a JSON object.</summary>
    public JsonText Metadata { get; init; }

    /// <summary>The answers to custom fields: a JSON object by slug.</summary>
    public JsonText CustomFieldData { get; init; }
}

/// <summary>How a subscription stands.</summary>
public enum SubscriptionStatus
{
    /// <summary>Nothing was paid yet.</summary>
    Trialing,

    /// <summary>It lasts.</summary>
    Active,

    /// <summary>It ended.</summary>
    Canceled,
}

/// <summary>A new state of a subscription and what it means to others.</summary>
public sealed record SubscriptionChange(Subscription Subscription, IReadOnlyList<EventType> Events);

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

    /// <summary>Text values of metadata that must be there, by key.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

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
}

/// <summary>Why something can't be done with a subscription. A closed set, in the order in which they win.</summary>
public abstract record SubscriptionProblem
{
    private SubscriptionProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : SubscriptionProblem;

    /// <summary>It ended, or was cancelled already (AlreadyCanceledSubscription).</summary>
    public sealed record AlreadyCanceled : SubscriptionProblem;

    /// <summary>What was said breaks rules of subscriptions.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : SubscriptionProblem;
}
