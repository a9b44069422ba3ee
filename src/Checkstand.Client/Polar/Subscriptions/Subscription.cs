namespace Checkstand.Client.Polar;

/// <summary>What a subscription is, wherever it appears.</summary>
public abstract class SubscriptionFacts : PolarObject
{
    /// <summary>The subscription's id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>What a billing period costs, in minor units.</summary>
    public long Amount { get; set; }

    /// <summary>The currency, ISO 4217 in lower case.</summary>
    public string Currency { get; set; } = "";

    /// <summary>The unit of the billing period.</summary>
    public RecurringInterval RecurringInterval { get; set; }

    /// <summary>How many units a billing period lasts.</summary>
    public int RecurringIntervalCount { get; set; }

    /// <summary>Where it stands.</summary>
    public SubscriptionStatus Status { get; set; }

    /// <summary>When the billing period began.</summary>
    public DateTimeOffset CurrentPeriodStart { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? CurrentPeriodEnd { get; set; }

    /// <summary>When the period began in which usage is counted.</summary>
    public DateTimeOffset? CurrentMeterPeriodStart { get; set; }

    /// <summary>When that ends.</summary>
    public DateTimeOffset? CurrentMeterPeriodEnd { get; set; }

    /// <summary>When its trial began; null for none.</summary>
    public DateTimeOffset? TrialStart { get; set; }

    /// <summary>When its trial ends.</summary>
    public DateTimeOffset? TrialEnd { get; set; }

    /// <summary>Whether it ends with the billing period.</summary>
    public bool CancelAtPeriodEnd { get; set; }

    /// <summary>When it was canceled.</summary>
    public DateTimeOffset? CanceledAt { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it will end; null for never.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Since when a payment is missing.</summary>
    public DateTimeOffset? PastDueAt { get; set; }

    /// <summary>Whether it pauses after the billing period.</summary>
    public bool PauseAtPeriodEnd { get; set; }

    /// <summary>When it was paused.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When the pause ends.</summary>
    public DateTimeOffset? ResumesAt { get; set; }

    /// <summary>Whose it is.</summary>
    public string CustomerId { get; set; } = "";

    /// <summary>What for.</summary>
    public string ProductId { get; set; } = "";

    /// <summary>The discount that counts.</summary>
    public string? DiscountId { get; set; }

    /// <summary>The checkout that it came from.</summary>
    public string? CheckoutId { get; set; }

    /// <summary>How many seats; null unless the price is by seat.</summary>
    public int? Seats { get; set; }

    /// <summary>Why the customer left.</summary>
    public CustomerCancellationReason? CustomerCancellationReason { get; set; }

    /// <summary>What the customer said about it.</summary>
    public string? CustomerCancellationComment { get; set; }

    /// <summary>The organization's own data.</summary>
    public Metadata Metadata { get; set; } = new();
}

/// <summary>The subscription that an order is a payment of.</summary>
public sealed class OrderSubscription : SubscriptionFacts { }

/// <summary>A subscription that a customer has now.</summary>
public sealed class CustomerStateSubscription : SubscriptionFacts
{
    /// <summary>What the buyer answered, by slug.</summary>
    public Metadata? CustomFieldData { get; set; }

    /// <summary>What was used in the period.</summary>
    public List<SubscriptionMeter> Meters { get; set; } = [];
}

/// <summary>A subscription as its own operations answer it.</summary>
public sealed class Subscription : SubscriptionFacts
{
    /// <summary>What the buyer answered, by slug.</summary>
    public Metadata? CustomFieldData { get; set; }

    /// <summary>Whose it is.</summary>
    public Customer Customer { get; set; } = new();

    /// <summary>What for.</summary>
    public Product Product { get; set; } = new();

    /// <summary>The discount that counts.</summary>
    public Discount? Discount { get; set; }

    /// <summary>What it costs.</summary>
    public List<ProductPrice> Prices { get; set; } = [];

    /// <summary>What was used in the period.</summary>
    public List<SubscriptionMeter> Meters { get; set; } = [];

    /// <summary>What changes with the next period.</summary>
    public PendingSubscriptionUpdate? PendingUpdate { get; set; }
}
