using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>What was used of a meter in a period.</summary>
public sealed class SubscriptionMeter : PolarObject
{
    /// <summary>The id of the count, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>How many units were used.</summary>
    public decimal ConsumedUnits { get; set; }

    /// <summary>How many were given.</summary>
    public decimal CreditedUnits { get; set; }

    /// <summary>What it comes to, in minor units.</summary>
    public long Amount { get; set; }

    /// <summary>The meter.</summary>
    public string MeterId { get; set; } = "";

    /// <summary>The meter itself, where it is shown.</summary>
    public Meter? Meter { get; set; }
}

/// <summary>What changes with the next period.</summary>
public sealed class PendingSubscriptionUpdate : PolarObject
{
    /// <summary>Its id, a UUID.</summary>
    public string Id { get; set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>When it counts.</summary>
    public DateTimeOffset AppliesAt { get; set; }

    /// <summary>The product from then on.</summary>
    public string? ProductId { get; set; }

    /// <summary>The number of seats from then on.</summary>
    public int? Seats { get; set; }
}

/// <summary>A change of a subscription: only what is set is sent.</summary>
/// <remarks>The vendor takes one kind of change at a time; Checkstand takes <see cref="CancelAtPeriodEnd"/> and <see cref="Revoke"/>.</remarks>
public sealed class SubscriptionUpdate : PolarObject
{
    /// <summary>Whether it ends with the billing period; false takes that back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> CancelAtPeriodEnd { get; set; }

    /// <summary>True ends it at once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Revoke { get; set; }

    /// <summary>Why the customer leaves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<CustomerCancellationReason?> CustomerCancellationReason { get; set; }

    /// <summary>What the customer says about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> CustomerCancellationComment { get; set; }

    /// <summary>Another product.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> ProductId { get; set; }

    /// <summary>How a change in the middle of a billing period is charged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<SubscriptionProrationBehavior?> ProrationBehavior { get; set; }

    /// <summary>Another discount; null takes it away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> DiscountId { get; set; }

    /// <summary>Another end of the trial; null ends it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> TrialEnd { get; set; }

    /// <summary>Another number of seats.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<int> Seats { get; set; }

    /// <summary>Whether it pauses after the billing period.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> PauseAtPeriodEnd { get; set; }

    /// <summary>When the pause ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> ResumesAt { get; set; }

    /// <summary>The organization's own data, in place of what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Metadata> Metadata { get; set; }
}
