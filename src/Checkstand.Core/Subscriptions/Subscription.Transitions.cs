using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Subscriptions;

public sealed partial record Subscription
{
    /// <summary>Whether it lasts.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsActive => Status is SubscriptionStatus.Active or SubscriptionStatus.Trialing;

    /// <summary>Whether it costs nothing, at none of its prices.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsFree => Prices.All(price => price.IsFree);

    /// <summary>When it ends or ended; null while no end is in sight.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? EndsAt =>
        EndedAt
        ?? (
            CancelsAtPeriodEnd ? PeriodEndsAt
            : IsActive ? null
            : CanceledAt
        );

    /// <summary>The subscription, to end with its period.</summary>
    /// <param name="reason">Why the customer leaves, a word of the contract; null when not said.</param>
    /// <param name="comment">What the customer says about it; null for nothing.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, or AlreadyCanceled.</returns>
    public Result<SubscriptionChange, SubscriptionProblem> Cancel(string? reason, string? comment, DateTimeOffset now)
    {
        if (!IsActive || CancelsAtPeriodEnd)
        {
            return new SubscriptionProblem.AlreadyCanceled();
        }

        var canceled = this with
        {
            CancelsAtPeriodEnd = true,
            CanceledAt = Milliseconds.Of(now),
            CancellationReason = reason,
            CancellationComment = comment,
            ModifiedAt = Milliseconds.Of(now),
        };
        return new SubscriptionChange(
            canceled,
            [EventType.SubscriptionUpdated, EventType.SubscriptionCanceled, EventType.CustomerStateChanged]
        );
    }

    /// <summary>The subscription, to go on after its period. One that was not cancelled stays as it is.</summary>
    /// <returns>The change, or AlreadyCanceled when it ended.</returns>
    public Result<SubscriptionChange, SubscriptionProblem> Uncancel(DateTimeOffset now)
    {
        if (!IsActive)
        {
            return new SubscriptionProblem.AlreadyCanceled();
        }

        if (!CancelsAtPeriodEnd)
        {
            return new SubscriptionChange(this, []);
        }

        var uncanceled = this with
        {
            CancelsAtPeriodEnd = false,
            CanceledAt = null,
            CancellationReason = null,
            CancellationComment = null,
            ModifiedAt = Milliseconds.Of(now),
        };
        return new SubscriptionChange(
            uncanceled,
            [EventType.SubscriptionUpdated, EventType.SubscriptionUncanceled, EventType.CustomerStateChanged]
        );
    }

    /// <summary>The subscription, ended at once.</summary>
    /// <param name="reason">As for <see cref="Cancel"/>; null keeps what was said before.</param>
    /// <param name="comment">The same.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, or AlreadyCanceled when it ended.</returns>
    public Result<SubscriptionChange, SubscriptionProblem> Revoke(string? reason, string? comment, DateTimeOffset now)
    {
        if (!IsActive)
        {
            return new SubscriptionProblem.AlreadyCanceled();
        }

        var said = this with
        {
            CancellationReason = reason ?? CancellationReason,
            CancellationComment = comment ?? CancellationComment,
        };
        return said.End(Milliseconds.Of(now), now);
    }

    /// <summary>What time alone brings: the end of one that was cancelled for the end of its period, or of a trial.</summary>
    /// <returns>The change; null when nothing is due.</returns>
    public SubscriptionChange? Advance(DateTimeOffset now)
    {
        if (!IsActive || now < PeriodEndsAt)
        {
            return null;
        }

        if (CancelsAtPeriodEnd)
        {
            return End(PeriodEndsAt, now);
        }

        if (Status != SubscriptionStatus.Trialing)
        {
            return null;
        }

        var active = this with
        {
            Status = SubscriptionStatus.Active,
            PeriodStartsAt = PeriodEndsAt,
            PeriodEndsAt = Recurs.After(PeriodEndsAt),
            ModifiedAt = Milliseconds.Of(now),
        };
        return new SubscriptionChange(active, [EventType.SubscriptionUpdated, EventType.CustomerStateChanged]);
    }

    private SubscriptionChange End(DateTimeOffset at, DateTimeOffset now)
    {
        var ended = this with
        {
            Status = SubscriptionStatus.Canceled,
            CanceledAt = CanceledAt ?? at,
            EndedAt = at,
            ModifiedAt = Milliseconds.Of(now),
        };
        EventType[] events = CanceledAt is null
            ?
            [
                EventType.SubscriptionUpdated,
                EventType.SubscriptionCanceled,
                EventType.SubscriptionRevoked,
                EventType.CustomerStateChanged,
            ]
            : [EventType.SubscriptionUpdated, EventType.SubscriptionRevoked, EventType.CustomerStateChanged];
        return new SubscriptionChange(ended, events);
    }
}
