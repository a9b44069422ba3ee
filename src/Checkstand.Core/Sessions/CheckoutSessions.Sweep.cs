namespace Checkstand.Core.Sessions;

public sealed partial class CheckoutSessions
{
    // One batch is one transaction: short enough that no request waits long behind it.
    private const int SweepBatchMax = 500;

    /// <summary>Removes the card data of ended sessions, then sessions past their retention. Runs on a schedule.</summary>
    public async Task<SweepReport> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var cards = await InBatchesAsync(max => store.RemoveCardsAsync(now, max, cancellation));
        var keptSince = now - TimeSpan.FromDays(options.RetentionDays);
        var sessions = await InBatchesAsync(max => store.RemoveSessionsAsync(keptSince, max, cancellation));
        return new SweepReport(cards, sessions);
    }

    /// <summary>Erases from the database's own files what was removed from it. Runs on a slower schedule than the sweep.</summary>
    /// <returns>False when it could not finish and must be called again.</returns>
    public Task<bool> ScrubAsync(CancellationToken cancellation) => store.ScrubAsync(cancellation);

    private static async Task<int> InBatchesAsync(Func<int, Task<int>> remove)
    {
        var total = 0;
        int removed;
        do
        {
            removed = await remove(SweepBatchMax);
            total += removed;
        } while (removed == SweepBatchMax);
        return total;
    }
}

/// <summary>What one sweep did.</summary>
/// <param name="CardsRemoved">Cards of ended sessions.</param>
/// <param name="SessionsRemoved">Sessions past their retention.</param>
public sealed record SweepReport(int CardsRemoved, int SessionsRemoved);
