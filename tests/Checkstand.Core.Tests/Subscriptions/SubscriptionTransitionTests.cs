using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Core.Tests.Subscriptions;

public sealed class SubscriptionTransitionTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly Subscription Monthly = new()
    {
        Id = RandomId.New(),
        OrganizationId = OrganizationId.New(),
        CreatedAt = Now,
        Status = SubscriptionStatus.Active,
        CustomerId = RandomId.New(),
        ProductId = RandomId.New(),
        Prices = [],
        CheckoutId = CheckoutId.New(DateTimeOffset.UnixEpoch),
        MinorUnits = 1000,
        Currency = "usd",
        Recurs = new CalendarSpan(CalendarUnit.Month, 1),
        PeriodStartsAt = Now,
        PeriodEndsAt = Now.AddMonths(1),
    };

    [Fact]
    public void A_cancelled_subscription_lasts_until_its_period_ends_and_not_a_moment_longer()
    {
        var canceled = Of(Monthly.Cancel("unused", null, Now)).Subscription;

        Assert.Equal(Monthly.PeriodEndsAt, canceled.EndsAt);
        Assert.True(canceled.IsActive);
        Assert.Null(canceled.Advance(Monthly.PeriodEndsAt.AddMilliseconds(-1)));
        var ended = canceled.Advance(Monthly.PeriodEndsAt.AddHours(1))!;
        Assert.Equal(SubscriptionStatus.Canceled, ended.Subscription.Status);
        Assert.Equal(Monthly.PeriodEndsAt, ended.Subscription.EndedAt);
        Assert.Equal(
            [EventType.SubscriptionUpdated, EventType.SubscriptionRevoked, EventType.CustomerStateChanged],
            ended.Events
        );
    }

    [Fact]
    public void One_that_was_not_cancelled_is_not_ended_by_time()
    {
        Assert.Null(Monthly.Advance(Now.AddYears(1)));
        Assert.Null(Monthly.EndsAt);
    }

    [Fact]
    public void A_trial_becomes_a_period_of_the_full_length()
    {
        var trial = Monthly with { Status = SubscriptionStatus.Trialing, PeriodEndsAt = Now.AddDays(7) };

        var active = trial.Advance(Now.AddDays(9))!.Subscription;

        Assert.Equal(SubscriptionStatus.Active, active.Status);
        Assert.Equal((Now.AddDays(7), Now.AddDays(7).AddMonths(1)), (active.PeriodStartsAt, active.PeriodEndsAt));
    }

    [Fact]
    public void A_trial_that_was_cancelled_ends_instead()
    {
        var trial = Monthly with { Status = SubscriptionStatus.Trialing, PeriodEndsAt = Now.AddDays(7) };

        var ended = Of(trial.Cancel(null, null, Now)).Subscription.Advance(Now.AddDays(8))!.Subscription;

        Assert.Equal(SubscriptionStatus.Canceled, ended.Status);
    }

    [Fact]
    public void Taking_a_cancellation_back_leaves_no_trace_of_it()
    {
        var back = Of(Of(Monthly.Cancel("unused", "bye", Now)).Subscription.Uncancel(Now)).Subscription;

        Assert.Equal(Monthly with { ModifiedAt = Now }, back);
    }

    [Fact]
    public void What_was_not_cancelled_stays_as_it_is_when_that_is_taken_back()
    {
        var change = Of(Monthly.Uncancel(Now));

        Assert.Same(Monthly, change.Subscription);
        Assert.Empty(change.Events);
    }

    [Fact]
    public void What_has_ended_refuses_everything()
    {
        var ended = Of(Monthly.Revoke("other", null, Now)).Subscription;

        Assert.Equal((Now, Now), (ended.EndedAt!.Value, ended.EndsAt!.Value));
        Assert.All(
            new[] { ended.Cancel(null, null, Now), ended.Uncancel(Now), ended.Revoke(null, null, Now) },
            answer =>
            {
                Assert.False(answer.TryGet(out _, out var problem));
                Assert.Equal(new SubscriptionProblem.AlreadyCanceled(), problem);
            }
        );
        Assert.Null(ended.Advance(Now.AddYears(1)));
    }

    [Fact]
    public void Whatever_changes_changes_the_state_of_its_customer_too()
    {
        var trial = Monthly with { Status = SubscriptionStatus.Trialing, PeriodEndsAt = Now.AddDays(7) };
        var canceled = Of(Monthly.Cancel("unused", null, Now));
        var uncanceled = Of(canceled.Subscription.Uncancel(Now));
        var begun = trial.Advance(Now.AddDays(9))!;

        Assert.Equal(
            [EventType.SubscriptionUpdated, EventType.SubscriptionCanceled, EventType.CustomerStateChanged],
            canceled.Events
        );
        Assert.Equal(
            [EventType.SubscriptionUpdated, EventType.SubscriptionUncanceled, EventType.CustomerStateChanged],
            uncanceled.Events
        );
        // It was active before: a trial lasts as well as what is paid.
        Assert.Equal([EventType.SubscriptionUpdated, EventType.CustomerStateChanged], begun.Events);
    }

    [Fact]
    public void Only_a_first_cancellation_is_told_as_one()
    {
        Assert.Contains(EventType.SubscriptionCanceled, Of(Monthly.Revoke(null, null, Now)).Events);
        var canceled = Of(Monthly.Cancel(null, null, Now)).Subscription;
        Assert.DoesNotContain(EventType.SubscriptionCanceled, Of(canceled.Revoke(null, null, Now)).Events);
    }

    private static SubscriptionChange Of(Result<SubscriptionChange, SubscriptionProblem> result)
    {
        Assert.True(result.TryGet(out var change, out var problem), problem?.ToString());
        return change;
    }
}
