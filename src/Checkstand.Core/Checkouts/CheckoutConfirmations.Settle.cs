namespace Checkstand.Core.Checkouts;

public sealed partial class CheckoutConfirmations
{
    // One sweep settles no more than this, so that it never holds up the writer for long.
    private const int SettledMax = 100;

    /// <summary>
    /// Settles a confirmed checkout if the outcome of its payment is known. Doing so again, or late, changes nothing.
    /// </summary>
    /// <returns>What was stored; null when nothing was.</returns>
    public async Task<Settlement?> SettleAsync(CheckoutId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var settled = await store.SettleAsync(
            id,
            to =>
                organizations.Find(to.Parts.Checkout.OrganizationId) is { } organization
                    ? Checkout.Settle(to, organization, () => TimeOrderedId.NewVersion4(now), now)
                    : null,
            cancellation
        );
        if (settled is not null)
        {
            Publish(settled);
        }

        return settled;
    }

    /// <summary>Settles every checkout whose payment has an outcome that nobody settled it by. Runs every second.</summary>
    /// <returns>How many were settled.</returns>
    /// <exception cref="AggregateException">Some could not be settled; the others were.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var settled = 0;
        var failures = new List<Exception>();
        foreach (var id in await store.UnsettledAsync(SettledMax, cancellation))
        {
            try
            {
                settled += await SettleAsync(id, cancellation) is null ? 0 : 1;
            }
            // One that fails must not keep the next from being settled; the caller hears of it when all were.
#pragma warning disable CA1031
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0
            ? settled
            : throw new AggregateException("Checkouts could not be settled.", failures);
    }

    private void Publish(Settlement settled)
    {
        var id = settled.Checkout.Id;
        if (settled.Subscription is not null)
        {
            feed.Publish(id, new CheckoutNews.SubscriptionCreated());
        }

        if (settled.Order is not null)
        {
            feed.Publish(id, new CheckoutNews.OrderCreated());
        }

        feed.Publish(id, new CheckoutNews.Updated(settled.Checkout.Status));
    }
}
