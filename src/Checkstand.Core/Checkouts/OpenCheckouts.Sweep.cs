namespace Checkstand.Core.Checkouts;

public sealed partial class OpenCheckouts
{
    // They share few commits; what is left over has its turn a second later.
    private const int ExpiredAtOnceMax = 256;

    /// <summary>Ends the checkouts that are open although their time is over.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await store.OverdueAsync(now, ExpiredAtOnceMax, cancellation);
        var ended = await Task.WhenAll(due.Select(id => ExpireAsync(id, now, cancellation)));
        return ended.Count(one => one is { Checkout.Status: CheckoutStatus.Expired });
    }

    // One that is being changed or confirmed at this moment is left alone; it ends the next time.
    private async Task<CheckoutParts?> ExpireAsync(CheckoutId id, DateTimeOffset now, CancellationToken cancellation)
    {
        using var hold = locks.TryTake(id);
        if (hold is null)
        {
            return null;
        }

        var wasEnded = false;
        var result = await store.ChangeAsync(
            id,
            parts =>
            {
                var after = parts.Checkout.Expire(now);
                wasEnded = !ReferenceEquals(after, parts.Checkout);
                return after;
            },
            cancellation
        );
        if (!result.TryGet(out var ended, out _))
        {
            return null;
        }

        if (wasEnded)
        {
            feed.Publish(id, new CheckoutNews.Updated(ended.Checkout.Status));
        }

        return ended;
    }
}
