using Checkstand.Core.Payments;

namespace Checkstand.Server;

/// <summary>
/// Looks up what became of operations whose outcome is not known: what an earlier process left open once at start,
/// then what is due, four times a second of real time by the service's clock. What is due is read from the store, so
/// nothing is forgotten over a restart.
/// </summary>
internal sealed partial class Reconciler(CardPayments payments, ILogger<Reconciler> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        var isStarted = false;
        do
        {
            try
            {
                var settled = isStarted
                    ? await payments.ReconcileDueAsync(stoppingToken)
                    : await payments.ReconcileAtStartAsync(stoppingToken);
                isStarted = true;
                if (settled > 0)
                {
                    LogSettled(settled);
                }
            }
            // The next tick tries again; it must never end the server, and what stays open is asked for again.
#pragma warning disable CA1031
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1401, LogLevel.Information, "Reconciled {Operations} operations whose outcome was not known")]
    private partial void LogSettled(int operations);

    [LoggerMessage(1402, LogLevel.Error, "A look at open operations failed; it is tried again at once")]
    private partial void LogFailed(Exception failure);
}
