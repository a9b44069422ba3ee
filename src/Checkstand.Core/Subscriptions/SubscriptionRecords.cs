using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.Subscriptions;

/// <summary>The verbs on subscriptions. They begin with a checkout; nothing is charged here when a period ends.</summary>
public sealed class SubscriptionRecords(IOrderStore store, TimeProvider clock)
{
    // One sweep ends no more than this, so that it never holds up the writer for long.
    private const int DueMax = 100;

    /// <summary>A subscription of an organization with what it names; null when there is none.</summary>
    public ValueTask<SubscriptionParts?> FindAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) => store.FindSubscriptionAsync(organization, id, cancellation);

    /// <summary>A part of an organization's subscriptions.</summary>
    public ValueTask<NumberedPage<SubscriptionParts>> ListAsync(
        OrganizationId organization,
        SubscriptionFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListSubscriptionsAsync(organization, filter, page, cancellation);

    /// <summary>Lets a subscription end with its period.</summary>
    /// <param name="organization">Whose it is.</param>
    /// <param name="id">The subscription.</param>
    /// <param name="reason">Why the customer leaves, a word of the contract; null when not said.</param>
    /// <param name="comment">What the customer says about it; null for nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The subscription afterwards, or NotFound, AlreadyCanceled.</returns>
    public Task<Result<SubscriptionParts, SubscriptionProblem>> CancelAsync(
        OrganizationId organization,
        Guid id,
        string? reason,
        string? comment,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return store.ChangeSubscriptionAsync(
            organization,
            id,
            subscription => subscription.Cancel(reason, comment, now),
            cancellation
        );
    }

    /// <summary>Lets a subscription that was cancelled for the end of its period go on.</summary>
    /// <returns>The subscription afterwards, or NotFound, AlreadyCanceled.</returns>
    public Task<Result<SubscriptionParts, SubscriptionProblem>> UncancelAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return store.ChangeSubscriptionAsync(
            organization,
            id,
            subscription => subscription.Uncancel(now),
            cancellation
        );
    }

    /// <summary>Ends a subscription at once.</summary>
    /// <param name="organization">Whose it is.</param>
    /// <param name="id">The subscription.</param>
    /// <param name="reason">Why the customer leaves, a word of the contract; null when not said.</param>
    /// <param name="comment">What the customer says about it; null for nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The subscription afterwards, or NotFound, AlreadyCanceled.</returns>
    public Task<Result<SubscriptionParts, SubscriptionProblem>> RevokeAsync(
        OrganizationId organization,
        Guid id,
        string? reason,
        string? comment,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        return store.ChangeSubscriptionAsync(
            organization,
            id,
            subscription => subscription.Revoke(reason, comment, now),
            cancellation
        );
    }

    /// <summary>Ends what was cancelled for by now, and trials that are over. Runs every second.</summary>
    /// <returns>How many changed.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await store.DueSubscriptionsAsync(now, DueMax, cancellation);
        foreach (var subscription in due)
        {
            await store.ChangeSubscriptionAsync(
                subscription.OrganizationId,
                subscription.Id,
                current => current.Advance(now) ?? new SubscriptionChange(current, []),
                cancellation
            );
        }

        return due.Count;
    }
}
