using Checkstand.Core.Payments;

namespace Checkstand.Server;

/// <summary>
/// Looks up what became of operations whose outcome is not known: what an earlier process left open once at start,
/// and what is due, four times a second of real time by the service's clock. What is due is read from the store, so
/// nothing is forgotten over a restart. A look does not wait for the one before: that may wait for a provider which does
/// not answer, and the others' payments are due all the same.
/// </summary>
internal sealed partial class Reconciler(CardPayments payments, ILogger<Reconciler> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        // No more than payments that wait for a provider, which are limited: a look that finds nothing new is over at once.
        var looks = new List<Task> { LookAsync(payments.ReconcileAtStartAsync, stoppingToken) };
        try
        {
            do
            {
                looks.RemoveAll(look => look.IsCompleted);
                looks.Add(LookAsync(payments.ReconcileDueAsync, stoppingToken));
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(looks);
        }
    }

    private async Task LookAsync(Func<CancellationToken, Task<int>> look, CancellationToken stoppingToken)
    {
        try
        {
            var settled = await look(stoppingToken);
            if (settled > 0)
            {
                LogSettled(settled);
            }
        }
        // It must never end the server, and what stays open is asked for again.
#pragma warning disable CA1031
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(1401, LogLevel.Information, "Reconciled {Operations} operations whose outcome was not known")]
    private partial void LogSettled(int operations);

    [LoggerMessage(
        1402,
        LogLevel.Error,
        "A look at open operations failed in part; what failed is looked up again in a minute"
    )]
    private partial void LogFailed(Exception failure);
}
