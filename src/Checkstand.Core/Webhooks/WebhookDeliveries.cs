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

    // Events whose body could not be written, by their place in the order; each leaves it within a day.
    private readonly Dictionary<long, UnwrittenBody> unwritten = [];

    /// <summary>Raised when something may have become due.</summary>
    public WakeSignal Recorded => store.Recorded;

    /// <summary>
    /// Turns what happened into a body for each endpoint that wants it, written once and kept for every try. What can't be
    /// turned keeps nothing else waiting; it is tried again by <see cref="RetryPlan.NextWrite"/> and then given up. Called
    /// by one at a time.
    /// </summary>
    /// <returns>What could not be written this time.</returns>
    /// <exception cref="AggregateException">Some of it could not be kept; it is still there.</exception>
    public async Task<IReadOnlyList<UnwrittenEvent>> TellAsync(CancellationToken cancellation)
    {
        List<Exception> failures = [];
        List<UnwrittenEvent> notWritten = [];
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
                if (unwritten.TryGetValue(happened.Sequence, out var before) && before.NextAt > clock.GetUtcNow())
                {
                    continue;
                }

                var failure = await TryAsync(async () =>
                    kept.Add(store.TellAsync(happened.Sequence, await WriteAsync(happened, cancellation), cancellation))
                );
                if (failure is null)
                {
                    unwritten.Remove(happened.Sequence);
                    continue;
                }

                var isGivenUp = !MayTryAgain(happened.Sequence, before);
                notWritten.Add(new UnwrittenEvent(happened.Event, failure, isGivenUp));
                if (isGivenUp)
                {
                    kept.Add(store.TellAsync(happened.Sequence, [], cancellation));
                }
            }

            foreach (var write in kept)
            {
                if (await TryAsync(() => write) is { } failure)
                {
                    failures.Add(failure);
                }
            }
        } while (recorded.Count == TellMax);

        return failures.Count == 0 ? notWritten : throw new AggregateException(failures);

        async Task<Exception?> TryAsync(Func<Task> step)
        {
            try
            {
                await step();
                return null;
            }
            // A fault of ours in one kind of event must not silence all others.
#pragma warning disable CA1031
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                return failure;
            }
        }
    }

    private bool MayTryAgain(long sequence, UnwrittenBody? before)
    {
        var now = clock.GetUtcNow();
        var (tries, first) = before is null ? (1, now) : (before.Tries + 1, before.FirstAt);
        if (RetryPlan.NextWrite(tries, first, now) is not { } next)
        {
            unwritten.Remove(sequence);
            return false;
        }

        unwritten[sequence] = new UnwrittenBody(tries, first, next);
        return true;
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

    private sealed record UnwrittenBody(int Tries, DateTimeOffset FirstAt, DateTimeOffset NextAt);
}

/// <summary>Something that happened and whose body could not be written.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Failure">Why not: a fault of this program.</param>
/// <param name="IsGivenUp">Whether nobody is told of it any more.</param>
public sealed record UnwrittenEvent(DomainEvent Event, Exception Failure, bool IsGivenUp);
