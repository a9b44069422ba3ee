using Checkstand.Core.Checkouts;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Organizations;
using Checkstand.Core.Sessions;

namespace Checkstand.Server;

/// <summary>
/// Calls the sweeps every second and the scrub every 20, so that card data is gone within a minute of its session's end.
/// It ticks in real time and asks the service's clock what is due, so a clock that is moved is noticed within a second.
/// What is due is read from the store, so nothing is forgotten over a restart.
/// </summary>
internal sealed partial class Sweeper(
    CheckoutSessions sessions,
    OpenCheckouts checkouts,
    IdempotentRequests requests,
    OrganizationDirectory organizations,
    ILogger<Sweeper> logger
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private const int ScrubEveryTicks = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, TimeProvider.System);
        var ticks = 0;
        var scrubDue = true;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var report = await sessions.SweepAsync(stoppingToken);
                if (report is not { CardsRemoved: 0, SessionsRemoved: 0 })
                {
                    LogSwept(report.CardsRemoved, report.SessionsRemoved);
                }

                var expired = await checkouts.SweepAsync(stoppingToken);
                if (expired > 0)
                {
                    LogExpired(expired);
                }

                await requests.SweepAsync(stoppingToken);
                await organizations.SaveUsesAsync(stoppingToken);
                scrubDue |= ++ticks % ScrubEveryTicks == 0;
                if (scrubDue)
                {
                    scrubDue = !await sessions.ScrubAsync(stoppingToken);
                }
            }
            // The next tick tries again; a sweep that keeps failing keeps saying so. It must never end the server.
#pragma warning disable CA1031
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(1201, LogLevel.Information, "Swept {Cards} cards and {Sessions} sessions")]
    private partial void LogSwept(int cards, int sessions);

    [LoggerMessage(1203, LogLevel.Information, "{Checkouts} checkouts expired")]
    private partial void LogExpired(int checkouts);

    [LoggerMessage(1202, LogLevel.Error, "The sweep failed; it is tried again in a second")]
    private partial void LogFailed(Exception failure);
}
