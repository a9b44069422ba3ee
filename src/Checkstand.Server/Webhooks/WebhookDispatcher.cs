using System.Collections.Concurrent;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Server.Webhooks;

/// <summary>
/// Tells endpoints what happened: wakes when an event was stored, and every second of real time for what is due by the
/// service's clock. What is due is read from the store, so nothing is forgotten over a restart; what a process that was
/// killed had sent and not yet written down is sent again.
/// </summary>
internal sealed partial class WebhookDispatcher(
    WebhookDeliveries deliveries,
    IHostApplicationLifetime life,
    ILogger<WebhookDispatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // Each holds a connection and a body, for ten seconds at worst.
    private const int ParallelMax = 32;

    // So that a receiver that never answers leaves room for seven others like it.
    private const int ParallelOfOneMax = 4;

    // Looked at in one go; the next look goes on from there.
    private const int EndpointsMax = 256;

    // Within the time that the host gives to all that stops.
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, Task> underWay = new();
    private Guid lastServed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Bodies hold the server's address, which it has once it listens.
        var started = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var abort = new CancellationTokenSource();
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var wake = deliveries.Recorded.WaitAsync(stoppingToken);
        var hasTicked = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(hasTicked, abort.Token, stoppingToken);
            await Task.WhenAny(tick, wake);
            hasTicked = tick.IsCompletedSuccessfully;
            if (hasTicked)
            {
                tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            }

            if (wake.IsCompletedSuccessfully)
            {
                wake = deliveries.Recorded.WaitAsync(stoppingToken);
            }
        }

        await StopAsync(abort);
    }

    private async Task LookAsync(bool hasTicked, CancellationToken abort, CancellationToken stopping)
    {
        await TryAsync(() => TellAsync(stopping), hasTicked, stopping);
        await TryAsync(() => SendDueAsync(abort, stopping), hasTicked, stopping);
        if (hasTicked)
        {
            await TryAsync(() => deliveries.ArchiveAsync(stopping), hasTicked, stopping);
        }
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        foreach (var (happened, failure, isGivenUp) in await deliveries.TellAsync(stopping))
        {
            var name = EventNames.Of(happened.Type);
            if (isGivenUp)
            {
                LogGivenUp(name, happened.Subject.OrganizationId, failure);
            }
            else
            {
                LogNotWritten(name, happened.Subject.OrganizationId, failure);
            }
        }
    }

    // What fails lasts until the next tick, so that under load it is not said a thousand times a second.
    private async Task TryAsync(Func<Task> step, bool logs, CancellationToken stopping)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was not done is done by the next process.
        }
        // The next tick tries again; it must never end the server, and what was not told is still there.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (logs)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task SendDueAsync(CancellationToken abort, CancellationToken stopping)
    {
        foreach (var endpoint in await ListWaitedForAsync(stopping))
        {
            if (underWay.Count >= ParallelMax)
            {
                return;
            }

            // Taken before the look: what ends in between is then not due any more, and not sent twice.
            var busy = underWay.Keys.ToHashSet();
            foreach (var due in await deliveries.ListDueAsync(endpoint, ParallelOfOneMax, stopping))
            {
                if (underWay.Count < ParallelMax && !busy.Contains(due.Event.Id))
                {
                    lastServed = endpoint;
                    Start(due, abort);
                }
            }
        }
    }

    // Around all of them, beginning after the one that was served last, so that each gets its turn.
    private async Task<IEnumerable<Guid>> ListWaitedForAsync(CancellationToken stopping)
    {
        var after = await deliveries.ListWaitedForAsync(lastServed, EndpointsMax, stopping);
        return after.Count == EndpointsMax
            ? after
            : after.Union(await deliveries.ListWaitedForAsync(Guid.Empty, EndpointsMax - after.Count, stopping));
    }

    private void Start(DueEvent due, CancellationToken abort)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        underWay[due.Event.Id] = SendAsync(due, start.Task, abort);
        start.SetResult();
    }

    private async Task SendAsync(DueEvent due, Task isNoted, CancellationToken abort)
    {
        await isNoted;
        try
        {
            var tried = await deliveries.DeliverAsync(due, abort);
            if (tried is { Endpoint.IsEnabled: false } && due.Endpoint.IsEnabled)
            {
                LogDisabled(due.Endpoint.Id, tried.Endpoint.FailedInARow);
            }

            underWay.TryRemove(due.Event.Id, out _);
            deliveries.Recorded.Raise();
        }
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // Still due: the next tick sends it again.
            underWay.TryRemove(due.Event.Id, out _);
            if (!abort.IsCancellationRequested)
            {
                LogNotSettled(due.Event.Id, failure);
            }
        }
    }

    private async Task StopAsync(CancellationTokenSource abort)
    {
        var all = Task.WhenAll(underWay.Values);
        try
        {
            await all.WaitAsync(StopWait, TimeProvider.System, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            await abort.CancelAsync();
            await all;
        }
    }

    [LoggerMessage(1701, LogLevel.Error, "A look at webhooks failed; it is tried again in a second")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(1702, LogLevel.Error, "A try to deliver the event {EventId} could not be kept; it is made again")]
    private partial void LogNotSettled(Guid eventId, Exception failure);

    [LoggerMessage(
        1703,
        LogLevel.Warning,
        "The webhook endpoint {EndpointId} is disabled: {Events} events in a row could not be delivered"
    )]
    private partial void LogDisabled(Guid endpointId, int events);

    [LoggerMessage(
        1704,
        LogLevel.Error,
        "An event {Event} of the organization {Organization} could not be written; it is tried again"
    )]
    private partial void LogNotWritten(string @event, OrganizationId organization, Exception failure);

    [LoggerMessage(
        1705,
        LogLevel.Error,
        "An event {Event} of the organization {Organization} could not be written for a day: nobody is told of it"
    )]
    private partial void LogGivenUp(string @event, OrganizationId organization, Exception failure);
}
