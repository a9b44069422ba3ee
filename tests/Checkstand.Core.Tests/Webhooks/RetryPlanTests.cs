using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;
using Xunit;

namespace Checkstand.Core.Tests.Webhooks;

/// <summary>When an event is tried again, and what a try means to its endpoint.</summary>
public sealed class RetryPlanTests
{
    private static readonly DeliveryOutcome Refused = new(false, 500, null);
    private static readonly DeliveryOutcome Arrived = new(true, 204, null);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(8, 256)]
    [InlineData(9, 512)]
    public void Waits_double_from_two_seconds(int tries, int seconds)
    {
        Assert.Equal(Known.Now.AddSeconds(seconds), RetryPlan.NextTry(tries, Known.Now, jitter: 0));
        Assert.Equal(Known.Now.AddSeconds(seconds * 1.125), RetryPlan.NextTry(tries, Known.Now, jitter: 0.5));
    }

    [Fact]
    public void No_wait_is_over_20_minutes()
    {
        for (var tries = 1; tries < RetryPlan.TriesMax; tries++)
        {
            Assert.InRange(
                RetryPlan.NextTry(tries, Known.Now, jitter: 0.999)!.Value - Known.Now,
                TimeSpan.FromSeconds(2),
                TimeSpan.FromMinutes(20)
            );
        }
    }

    [Fact]
    public void A_body_that_can_not_be_written_is_tried_for_a_day_ever_more_seldom()
    {
        var (tries, now) = (0, Known.Now);
        while (RetryPlan.NextWrite(++tries, Known.Now, now) is { } next)
        {
            Assert.InRange(next - now, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(20));
            now = next;
        }

        Assert.InRange(now - Known.Now, TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromMinutes(20));
        Assert.InRange(tries, 50, 120);
    }

    [Fact]
    public void The_tenth_try_is_the_last()
    {
        Assert.NotNull(RetryPlan.NextTry(9, Known.Now, 0));
        Assert.Null(RetryPlan.NextTry(10, Known.Now, 0));

        var told = Told();
        for (var tries = 1; tries <= 10; tries++)
        {
            Assert.NotNull(told.NextTryAt);
            told = told.After(Refused, told.NextTryAt.Value, jitter: 0);
            Assert.Equal((tries, false, 500), (told.Tries, told.Succeeded, told.LastHttpCode));
        }

        Assert.Null(told.NextTryAt);
        Assert.Equal(Known.Now.AddSeconds(1022), told.ModifiedAt);
    }

    [Fact]
    public void An_event_that_arrived_is_tried_no_more()
    {
        var told = Told().After(Refused, Known.Now, 0).After(Arrived, Known.Now.AddSeconds(2), 0);

        Assert.Equal((null, true, 204, 2), (told.NextTryAt, told.Succeeded, told.LastHttpCode, told.Tries));
    }

    [Fact]
    public void A_skipped_event_is_tried_no_more_whatever_came_of_the_try_under_way()
    {
        var told = Told().Skipped().After(Refused, Known.Now, 0);

        Assert.Null(told.NextTryAt);
        Assert.True(told.IsSkipped);
    }

    [Fact]
    public void A_redelivery_begins_anew()
    {
        var failed = Told() with { Tries = 10, NextTryAt = null, Succeeded = false, IsSkipped = true };

        var again = failed.Again(Known.Now);

        Assert.Equal((0, Known.Now, false), (again.Tries, again.NextTryAt, again.IsSkipped));
        Assert.Equal((failed.Id, failed.Payload), (again.Id, again.Payload));
    }

    [Fact]
    public void Ten_events_in_a_row_that_failed_disable_an_endpoint()
    {
        var endpoint = Endpoint();
        for (var events = 1; events < 10; events++)
        {
            endpoint = endpoint.After(Failed(), Known.Now);
            Assert.Equal((true, events), (endpoint.IsEnabled, endpoint.FailedInARow));
        }

        endpoint = endpoint.After(Failed(), Known.Now);

        Assert.False(endpoint.IsEnabled);
        Assert.Equal(Known.Now, endpoint.ModifiedAt);
    }

    [Fact]
    public void One_event_that_arrives_ends_the_row()
    {
        var endpoint = Endpoint() with { FailedInARow = 9 };

        Assert.Equal(0, endpoint.After(Told().After(Arrived, Known.Now, 0), Known.Now).FailedInARow);
    }

    [Fact]
    public void A_try_that_will_be_repeated_says_nothing_of_the_endpoint()
    {
        var endpoint = Endpoint() with { FailedInARow = 9 };

        Assert.Same(endpoint, endpoint.After(Told().After(Refused, Known.Now, 0), Known.Now));
    }

    private static WebhookEvent Failed() => Told() with { Tries = 10, NextTryAt = null, Succeeded = false };

    private static WebhookEvent Told() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = OrganizationId.New(),
            EndpointId = RandomId.New(),
            Type = EventType.OrderPaid,
            CreatedAt = Known.Now,
            Payload = "{}"u8.ToArray(),
            NextTryAt = Known.Now,
        };

    private static WebhookEndpoint Endpoint() =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = OrganizationId.New(),
            CreatedAt = Known.Now,
            Url = "https://example.com/",
            Format = WebhookFormat.Raw,
            Secret = new SealedSecret
            {
                KeyId = "k",
                WrappedKey = [],
                Secret = [],
            },
            Events = ["order.paid"],
        };
}
