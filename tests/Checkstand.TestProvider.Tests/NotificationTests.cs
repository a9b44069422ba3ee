using Checkstand.Testing;
using Checkstand.TestProvider.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkstand.TestProvider.Tests;

public sealed class NotificationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Provider provider = new();
    private readonly List<(OperationId Key, ProviderAnswer Found)> told = [];

    public void Dispose() => provider.Dispose();

    [Fact]
    public async Task A_late_success_is_told_twice_and_then_a_stale_message_comes()
    {
        var key = provider.NewKey();
        await provider.AuthorizeAsync(Cards.LateSuccess, key: key);
        using var notifications = Listening();

        provider.Clock.Advance(TimeSpan.FromMilliseconds(9_999));
        Assert.Equal(0, await notifications.DeliverDueAsync(CancellationToken.None));
        Assert.Equal(["succeeded", "succeeded", "pending"], Waiting(TimeSpan.FromSeconds(1)));

        provider.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, await notifications.DeliverDueAsync(CancellationToken.None));

        Assert.Equal([key, key, key], told.Select(notification => notification.Key));
        Assert.All(told, notification => Expect.Approved(notification.Found));
    }

    [Fact]
    public async Task A_late_failure_is_told_once_and_then_a_stale_message_comes()
    {
        var key = provider.NewKey();
        await provider.AuthorizeAsync(Cards.LateFailure, key: key);
        using var notifications = Listening();
        provider.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["failed", "pending"], Waiting(TimeSpan.Zero));
        await notifications.DeliverDueAsync(CancellationToken.None);

        Assert.Equal([key, key], told.Select(notification => notification.Key));
        Assert.All(told, notification => Expect.Declined(notification.Found, PaymentErrorCode.IssuerDecline));
    }

    [Fact]
    public async Task What_was_told_is_not_told_again()
    {
        await provider.AuthorizeAsync(Cards.LateSuccess);
        using var notifications = Listening();
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        await notifications.DeliverDueAsync(CancellationToken.None);

        provider.Restart();
        using var later = Listening();
        provider.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await later.DeliverDueAsync(CancellationToken.None));
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public async Task What_was_not_told_survives_a_restart()
    {
        await provider.AuthorizeAsync(Cards.LateSuccess);
        provider.Restart();
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        using var notifications = Listening();

        Assert.Equal(3, await notifications.DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_repeated_request_is_not_told_of_twice_as_often()
    {
        var key = provider.NewKey();
        await provider.AuthorizeAsync(Cards.LateSuccess, key: key);
        await provider.AuthorizeAsync(Cards.LateSuccess, key: key);

        Assert.Equal(3, Waiting(TimeSpan.FromSeconds(10)).Count);
    }

    [Theory]
    [InlineData(Cards.Approve)]
    [InlineData(Cards.Decline)]
    [InlineData(Cards.TimeoutCharged)]
    [InlineData(Cards.RequiresAction)]
    public async Task Nothing_is_told_of_the_others(string number)
    {
        await provider.AuthorizeAsync(number);

        Assert.Empty(Waiting(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_notification_that_is_not_taken_comes_again_ever_later_and_at_last_no_more()
    {
        await provider.AuthorizeAsync(Cards.LateFailure);
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        var attempts = 0;
        using var notifications = provider.Notifications(
            (_, _) =>
            {
                attempts++;
                throw new InvalidOperationException("Not now.");
            }
        );

        await notifications.DeliverDueAsync(CancellationToken.None);
        await notifications.DeliverDueAsync(CancellationToken.None);
        Assert.Equal(2, attempts);
        provider.Clock.Advance(TimeSpan.FromSeconds(1));
        await notifications.DeliverDueAsync(CancellationToken.None);
        Assert.Equal(4, attempts);
        provider.Clock.Advance(TimeSpan.FromSeconds(1));
        await notifications.DeliverDueAsync(CancellationToken.None);
        Assert.Equal(4, attempts);

        for (var minute = 0; minute < 30; minute++)
        {
            provider.Clock.Advance(TimeSpan.FromMinutes(1));
            await notifications.DeliverDueAsync(CancellationToken.None);
        }

        Assert.Equal(2 * TestProviderNotifications.AttemptsMax, attempts);
        Assert.Empty(Waiting(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_who_does_not_answer()
    {
        await provider.AuthorizeAsync(Cards.LateFailure);
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        var never = new TaskCompletionSource();
        using var stopping = new CancellationTokenSource();
        using var notifications = provider.Notifications((_, _) => never.Task);
        var delivering = notifications.DeliverDueAsync(stopping.Token);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivering.WaitAsync(Patience));
        Assert.Equal(2, Waiting(TimeSpan.Zero).Count);
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_the_others_back()
    {
        var first = provider.NewKey();
        var second = provider.NewKey();
        await provider.AuthorizeAsync(Cards.LateFailure, key: first);
        await provider.AuthorizeAsync(Cards.LateFailure, key: second);
        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        var isDown = true;
        var heard = new List<OperationId>();
        using var notifications = provider.Notifications(
            (key, _) =>
            {
                if (key == first && isDown)
                {
                    throw new InvalidOperationException("Not now.");
                }

                heard.Add(key);
                return Task.CompletedTask;
            }
        );

        Assert.Equal(2, await notifications.DeliverDueAsync(CancellationToken.None));
        isDown = false;
        provider.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await notifications.DeliverDueAsync(CancellationToken.None));

        Assert.Equal([second, second, first, first], heard);
    }

    [Fact]
    public async Task The_service_tells_by_itself_soon_after_the_clock_was_moved()
    {
        var key = provider.NewKey();
        await provider.AuthorizeAsync(Cards.LateSuccess, key: key);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<OperationId>();
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var notifications = new TestProviderNotifications(
            provider.Ledger,
            provider.Clock,
            (operation, _) =>
            {
                heard.Enqueue(operation);
                if (heard.Count == 3)
                {
                    third.SetResult();
                }

                return Task.CompletedTask;
            },
            NullLogger<TestProviderNotifications>.Instance
        );
        await notifications.StartAsync(CancellationToken.None);

        provider.Clock.Advance(TimeSpan.FromSeconds(10));
        await third.Task.WaitAsync(Patience);
        await notifications.StopAsync(CancellationToken.None);

        Assert.Equal([key, key, key], heard);
    }

    private TestProviderNotifications Listening() =>
        provider.Notifications(
            async (key, _) =>
            {
                var found = await provider.FindAsync(key);
                told.Add((key, found));
            }
        );

    private List<string> Waiting(TimeSpan inTime) =>
        [.. provider.Ledger.Due(null, provider.Now + inTime, 100).Select(notification => notification.Says)];
}
