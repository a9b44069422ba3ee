using Checkstand.Core.Payments;
using Checkstand.Storage;
using Checkstand.TestProvider.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Checkstand.TestProvider;

/// <summary>
/// Tells us that something happened to an operation, as a provider's webhooks do: at least once, in no promised order,
/// and carrying no trust. It ticks in real time and asks the service's clock what is due; what is due stands in the
/// ledger, so nothing is forgotten over a restart.
/// </summary>
/// <param name="ledger">The provider's books.</param>
/// <param name="clock">The service's clock.</param>
/// <param name="notify">Looks the operation up at the provider; throws to be told again later.</param>
/// <param name="logger">Gets what failed.</param>
public sealed partial class TestProviderNotifications(
    TestLedger ledger,
    TimeProvider clock,
    Func<OperationId, CancellationToken, Task> notify,
    ILogger<TestProviderNotifications> logger
) : BackgroundService
{
    /// <summary>How often one notification is tried: with the delays between, over some ten minutes.</summary>
    public const int AttemptsMax = 15;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    // What a notification may take before it counts as failed; one that hangs must not hold up the others for long.
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(60);

    // Told between two entries in the ledger: as many are told again after a crash.
    private const int BatchMax = 100;

    /// <summary>Tells what is due now. Every tick does.</summary>
    /// <returns>How many notifications were told.</returns>
    public Task<int> DeliverDueAsync(CancellationToken cancellation) => DeliverAsync(null, cancellation);

    /// <summary>
    /// Tells what is due about one operation, so that we know of the buyer's decision before he comes back. A tick at the
    /// same moment tells it too; a notification may always come twice.
    /// </summary>
    internal Task<int> DeliverDueAsync(OperationId key, CancellationToken cancellation) =>
        DeliverAsync(key, cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DeliverDueAsync(stoppingToken);
            }
            // The next tick tries again. It must never end the server.
#pragma warning disable CA1031
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        }
    }

    private async Task<int> DeliverAsync(OperationId? only, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var changes = new List<Action<PreparedStatements>>();
        var delivered = 0;
        foreach (var notification in ledger.Due(only, now, BatchMax))
        {
            var tried = notification with { Attempts = notification.Attempts + 1 };
            if (await TryTellAsync(tried, cancellation))
            {
                delivered++;
                changes.Add(statements => NotificationTable.NoteDelivered(statements, tried, now));
            }
            else
            {
                changes.Add(Again(tried, now));
            }
        }

        if (changes.Count > 0)
        {
            await ledger.NoteAsync(changes);
        }

        return delivered;
    }

    private async Task<bool> TryTellAsync(Notification notification, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(AnswerMax);
        try
        {
            await notify(notification.Key, limit.Token).WaitAsync(limit.Token);
            return true;
        }
        // Whatever went wrong over there, a provider tries again later.
#pragma warning disable CA1031
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotTaken(failure, notification.Key, notification.Says, notification.Attempts);
            return false;
        }
    }

    private Action<PreparedStatements> Again(Notification notification, DateTimeOffset now)
    {
        if (notification.Attempts >= AttemptsMax)
        {
            LogGivenUp(notification.Key, notification.Attempts);
            return statements => NotificationTable.Delete(statements, notification);
        }

        var delay = TimeSpan.FromSeconds(Math.Min(1L << (notification.Attempts - 1), DelayMax.TotalSeconds));
        return statements => NotificationTable.Defer(statements, notification with { DueAt = now + delay });
    }

    [LoggerMessage(
        1501,
        LogLevel.Warning,
        "The notification about operation {Operation} ({Says}) was not taken at attempt {Attempt}"
    )]
    private partial void LogNotTaken(Exception failure, OperationId operation, string says, int attempt);

    [LoggerMessage(1502, LogLevel.Error, "The notification about operation {Operation} was given up after {Attempts}")]
    private partial void LogGivenUp(OperationId operation, int attempts);

    [LoggerMessage(1503, LogLevel.Error, "The test provider's notifications failed; they are tried again")]
    private partial void LogFailed(Exception failure);
}
