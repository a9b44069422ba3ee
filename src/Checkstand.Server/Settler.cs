using Checkstand.Core.Checkouts;
using Checkstand.Core.Payments;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Server;

/// <summary>
/// Settles checkouts by outcomes that became known later, and lets subscriptions end: every second of real time by the
/// service's clock, and when a look-up learned an outcome. What is due is read from the store, so nothing is forgotten over
/// a restart.
/// </summary>
internal sealed partial class Settler(
    CheckoutConfirmations confirmations,
    SubscriptionRecords subscriptions,
    CardPayments payments,
    ILogger<Settler> logger
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim learned = new(0, 1);

    public override void Dispose()
    {
        learned.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        payments.OutcomeLearned += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await TryAsync(SettleAsync, stoppingToken);
                await TryAsync(subscriptions.SweepAsync, stoppingToken);
                await learned.WaitAsync(Tick, stoppingToken);
            }
        }
        finally
        {
            payments.OutcomeLearned -= Wake;
        }
    }

    private void Wake(object? sender, EventArgs nothing)
    {
        try
        {
            learned.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    private async Task SettleAsync(CancellationToken stoppingToken)
    {
        var settled = await confirmations.SweepAsync(stoppingToken);
        if (settled > 0)
        {
            LogSettled(settled);
        }
    }

    // The next tick tries again; it must never end the server, nor keep the other sweep from being made.
    private async Task TryAsync(Func<CancellationToken, Task> sweep, CancellationToken stoppingToken)
    {
        try
        {
            await sweep(stoppingToken);
        }
#pragma warning disable CA1031
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(1403, LogLevel.Information, "Settled {Checkouts} checkouts by outcomes that became known later")]
    private partial void LogSettled(int checkouts);

    [LoggerMessage(
        1404,
        LogLevel.Error,
        "A look at unsettled checkouts or ending subscriptions failed in part; it is tried again in a second"
    )]
    private partial void LogFailed(Exception failure);
}
