using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;

namespace Checkstand.Core.Subscriptions;

/// <summary>What a customer pays for again and again. It begins with a checkout; renewals are not charged here.</summary>
public sealed partial record Subscription
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

    /// <summary>The prices that it was subscribed at, as they were then.</summary>
    public required IReadOnlyList<Price> Prices { get; init; }

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

/// <summary>A subscription with what it names, as one look at the store finds it.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Customer">Its customer, deleted ones too.</param>
/// <param name="Product">Its product.</param>
/// <param name="Discount">Its discount, a deleted one too; null when it has none.</param>
/// <param name="Fields">The custom fields of its product.</param>
public sealed record SubscriptionParts(
    Subscription Subscription,
    Customer Customer,
    Product Product,
    RedeemedDiscount? Discount,
    IReadOnlyList<CustomField> Fields
);
