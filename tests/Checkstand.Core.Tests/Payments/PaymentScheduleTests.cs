using Checkstand.Core.Payments;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>When an open operation is looked up, and how long a buyer has for a challenge.</summary>
public sealed class PaymentScheduleTests
{
    // The product promises that an unknown outcome is looked up at least five times within this.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(900);

    [Fact]
    public void A_call_gets_a_minute_before_anybody_asks_about_it()
    {
        Assert.Equal(Now.AddSeconds(60), Begun().NextCheckAt);
        Assert.Equal(Now.AddSeconds(60), Authorized().Captures().NextCheckAt);
        Assert.Equal(Now.AddSeconds(60), Authorized().Voids().NextCheckAt);
        Assert.Equal(Now.AddSeconds(60), Sold().Refunds().NextCheckAt);
    }

    [Fact]
    public void An_unknown_outcome_is_asked_for_ever_more_rarely_and_never_more_rarely_than_every_two_minutes()
    {
        var payment = Begun().Hears(Unknown);
        var waits = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var due = payment.NextCheckAt!.Value;
            payment = payment.Hears(Unknown, due);
            waits.Add((payment.NextCheckAt!.Value - due).TotalSeconds);
        }

        Assert.Equal(Now.AddSeconds(10), Begun().Hears(Unknown).NextCheckAt);
        Assert.Equal([20, 40, 80, 120, 120, 120, 120, 120, 120, 120, 120, 120], waits);
        Assert.Equal(13, payment.ChecksMade);
    }

    [Fact]
    public void Within_the_promised_time_an_unknown_outcome_is_asked_for_at_least_seven_times()
    {
        Assert.True(Checks(Begun().Hears(Unknown)) >= 7);
        // The process ended in the middle of the call: nobody heard anything.
        Assert.True(Checks(Begun()) >= 7);
        Assert.True(Checks(Sold().Refunds().Hears(Unknown)) >= 7);
    }

    [Fact]
    public void It_is_asked_for_as_long_as_it_takes()
    {
        var payment = Begun();
        for (var i = 0; i < 2000; i++)
        {
            payment = payment.Hears(Unknown, payment.NextCheckAt);
        }

        Assert.NotNull(payment.NextCheckAt);
        Assert.Equal(2000, payment.ChecksMade);
    }

    [Fact]
    public void A_known_outcome_is_asked_for_no_more()
    {
        foreach (var answer in new[] { Approved, Declined, Failed })
        {
            var payment = Begun().Hears(Unknown).Hears(Pending).Hears(answer);

            Assert.Null(payment.NextCheckAt);
            Assert.Equal(0, payment.ChecksMade);
        }
    }

    [Fact]
    public void The_next_operation_begins_its_schedule_anew()
    {
        var capturing = Begun().Hears(Unknown).Hears(Unknown).Hears(Approved).Captures();
        Assert.Equal((0, (DateTimeOffset?)Now.AddSeconds(60)), (capturing.ChecksMade, capturing.NextCheckAt));
        Assert.Equal(Now.AddSeconds(10), capturing.Hears(Unknown).NextCheckAt);

        var elsewhere = Begun().Hears(Unknown).Hears(Failed).TryElsewhere(NewOperation(), OtherService, Now);
        Assert.Equal((0, (DateTimeOffset?)Now.AddSeconds(60)), (elsewhere.ChecksMade, elsewhere.NextCheckAt));
    }

    [Fact]
    public void A_buyer_has_half_an_hour_for_a_challenge_counted_from_its_beginning()
    {
        var waiting = Begun().Hears(NeedsAction, Now.AddSeconds(20)).Hears(NeedsAction, Now.AddMinutes(20));
        var end = Now.AddMinutes(30);

        Assert.Equal(end, waiting.ApprovalExpiresAt);
        Assert.False(waiting.IsApprovalOverdue(end - TimeSpan.FromTicks(1)));
        Assert.True(waiting.IsApprovalOverdue(end));
    }

    [Fact]
    public void A_challenge_at_another_service_has_half_an_hour_of_its_own()
    {
        var waiting = Begun()
            .Hears(Failed)
            .TryElsewhere(NewOperation(), OtherService, Now.AddMinutes(5))
            .Hears(NeedsAction, Now.AddMinutes(6));

        Assert.Equal(Now.AddMinutes(35), waiting.ApprovalExpiresAt);
    }

    [Fact]
    public void Nobody_is_waited_for_without_a_challenge()
    {
        Payment[] others =
        [
            Begun(),
            Begun().Hears(Unknown),
            Begun().Hears(Pending),
            Begun().Hears(NeedsAction).Hears(Pending),
            Begun().Hears(NeedsAction).Hears(Approved),
            Begun().Hears(NeedsAction).Hears(Declined),
            Authorized().Captures(),
        ];

        Assert.All(
            others,
            payment =>
            {
                Assert.Null(payment.ApprovalExpiresAt);
                Assert.False(payment.IsApprovalOverdue(Now.AddYears(1)));
            }
        );
    }

    private static int Checks(Payment payment)
    {
        var checks = 0;
        while (payment.NextCheckAt is { } due && due - Now <= Promised)
        {
            payment = payment.Hears(Unknown, due);
            checks++;
        }

        return checks;
    }
}
