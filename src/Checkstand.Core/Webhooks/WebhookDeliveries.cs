using System.Security.Cryptography;
using Checkstand.Core.Checkouts;

namespace Checkstand.Core.Webhooks;

/// <summary>
/// Brings what happened to those who want to hear of it, at least once. Everything that must not be forgotten is in the
/// store: a process that ends in the middle of anything leaves it due.
/// </summary>
public sealed class WebhookDeliveries(
    IWebhookStore store,
    IEventBodies bodies,
    IWebhookSender sender,
    WebhookEndpoints endpoints,
    CheckoutFeed feed,
    TimeProvider clock
)
{
    // A batch is a moment of work; the rest is taken at once after it.
    private const int TellMax = 100;

    // One transaction's worth; a day's share of 90 days is more, and the next second goes on.
    private const int ArchiveMax = 500;

    private const int JitterSteps = 1 << 20;

    /// <summary>Raised when something may have become due.</summary>
    public WakeSignal Recorded => store.Recorded;

    /// <summary>
    /// Turns what happened into a body for each endpoint that wants it, written once and kept for every try. What can't be
    /// turned stays, and keeps nothing else waiting.
    /// </summary>
    /// <exception cref="AggregateException">Some of it could not be turned.</exception>
    public async Task TellAsync(CancellationToken cancellation)
    {
        List<Exception> failures = [];
        var after = 0L;
        IReadOnlyList<RecordedEvent> recorded;
        do
        {
            recorded = await store.ListRecordedAsync(after, TellMax, cancellation);
            // Queued in order and awaited together, so that a batch shares its commits.
            var kept = new List<Task>(recorded.Count);
            foreach (var happened in recorded)
            {
                after = happened.Sequence;
                await TryAsync(async () =>
                    kept.Add(store.TellAsync(happened.Sequence, await WriteAsync(happened, cancellation), cancellation))
                );
            }

            foreach (var write in kept)
            {
                await TryAsync(() => write);
            }
        } while (recorded.Count == TellMax);

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }

        async Task TryAsync(Func<Task> step)
        {
            try
            {
                await step();
            }
            // A fault of ours in one kind of event must not silence all others.
#pragma warning disable CA1031
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failures.Add(failure);
            }
        }
    }

    /// <summary>Endpoints for which something waits, from after one of them.</summary>
    public ValueTask<IReadOnlyList<Guid>> ListWaitedForAsync(Guid after, int max, CancellationToken cancellation) =>
        store.ListWaitedForAsync(after, max, cancellation);

    /// <summary>What is due for an endpoint, in the order in which it is to be sent.</summary>
    public ValueTask<IReadOnlyList<DueEvent>> ListDueAsync(Guid endpoint, int max, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return store.ListDueAsync(endpoint, now, now - RetryPlan.OrderKept, max, cancellation);
    }

    /// <summary>Sends an event once and keeps what came of it.</summary>
    /// <returns>The event and its endpoint afterwards; null when there is no such event any more.</returns>
    public async Task<TriedEvent?> DeliverAsync(DueEvent due, CancellationToken cancellation)
    {
        var (told, endpoint) = due;
        var outcome = await sender.SendAsync(
            endpoint.Url,
            told.Id,
            endpoints.SecretOf(endpoint),
            told.Payload!.Value,
            cancellation
        );
        var now = clock.NowInMilliseconds();
        var jitter = RandomNumberGenerator.GetInt32(JitterSteps) / (double)JitterSteps;
        // What was sent is written down even when this process is about to end: that spares a repetition.
        var tried = await store.SettleAsync(
            told.Id,
            new WebhookDelivery(RandomId.New(), now, outcome),
            (stored, whereTo) =>
            {
                var after = stored.After(outcome, now, jitter);
                return new TriedEvent(after, whereTo?.After(after, now));
            },
            CancellationToken.None
        );
        if (
            outcome.Succeeded
            && told is { Type: EventType.CheckoutUpdated, CheckoutId: { } checkout, CheckoutStatus: { } status }
        )
        {
            feed.Publish(checkout, new CheckoutNews.WebhookDelivered(status));
        }

        return tried;
    }

    /// <summary>Removes bodies whose retention ended.</summary>
    /// <returns>How many.</returns>
    public Task<int> ArchiveAsync(CancellationToken cancellation) =>
        store.ArchiveAsync(clock.GetUtcNow() - RetryPlan.Retention, ArchiveMax, cancellation);

    private async Task<IReadOnlyList<WebhookEvent>> WriteAsync(RecordedEvent recorded, CancellationToken cancellation)
    {
        var now = clock.NowInMilliseconds();
        var checkout = (recorded.Event.Subject as EventSubject.OfCheckout)?.Checkout;
        var written = new Dictionary<WebhookFormat, byte[]>();
        var events = new List<WebhookEvent>();
        foreach (var endpoint in recorded.WantedBy)
        {
            if (!written.TryGetValue(endpoint.Format, out var body))
            {
                body = await bodies.WriteAsync(recorded.Event, now, endpoint.Format, cancellation);
                written.Add(endpoint.Format, body);
            }

            events.Add(
                new WebhookEvent
                {
                    Id = RandomId.New(),
                    OrganizationId = endpoint.OrganizationId,
                    EndpointId = endpoint.Id,
                    Type = recorded.Event.Type,
                    CreatedAt = now,
                    Payload = body,
                    CheckoutId = checkout?.Id,
                    CheckoutStatus = checkout?.Status,
                    NextTryAt = now,
                }
            );
        }

        return events;
    }
}
