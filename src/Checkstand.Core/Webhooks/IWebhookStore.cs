using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Webhooks;

/// <summary>
/// What webhooks need from a database. Every implementation inherits WebhookStoreContract in the tests. Writes are durable
/// when their task completes. Functions that are handed in must be pure: they may be asked more than once.
/// </summary>
/// <remarks>Every method can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface IWebhookStore
{
    /// <summary>Raised after an event became durable.</summary>
    WakeSignal Recorded { get; }

    /// <summary>Keeps a new endpoint, made within the write.</summary>
    Task<WebhookEndpoint> AddAsync(Func<WebhookEndpoint> make, CancellationToken cancellation);

    /// <summary>An endpoint of an organization; null when there is none.</summary>
    ValueTask<WebhookEndpoint?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>A part of an organization's endpoints, newest first.</summary>
    ValueTask<NumberedPage<WebhookEndpoint>> ListAsync(
        OrganizationId organization,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>Changes an endpoint under the lock. When it is disabled by that, what waits for it is skipped.</summary>
    /// <returns>The endpoint afterwards; null when there is none.</returns>
    Task<WebhookEndpoint?> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<WebhookEndpoint, WebhookEndpoint> change,
        CancellationToken cancellation
    );

    /// <summary>Removes an endpoint. What waits for it is skipped; its deliveries stay listed.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>Whether any enabled endpoint of an organization wants an event.</summary>
    ValueTask<bool> IsWantedAsync(OrganizationId organization, EventType type, CancellationToken cancellation);

    /// <summary>
    /// What happened after something (0 for from the beginning) and was not told to any endpoint yet, oldest first, at most
    /// <paramref name="max"/>.
    /// </summary>
    ValueTask<IReadOnlyList<RecordedEvent>> ListRecordedAsync(long after, int max, CancellationToken cancellation);

    /// <summary>
    /// Keeps what each endpoint is told of something that happened, and forgets that it was not told. Does nothing when it
    /// was told meanwhile. An event of an endpoint that takes no more by now is kept as skipped.
    /// </summary>
    Task TellAsync(long sequence, IReadOnlyList<WebhookEvent> events, CancellationToken cancellation);

    /// <summary>Endpoints for which an event waits, due or not, in the order of their ids, from after one of them.</summary>
    ValueTask<IReadOnlyList<Guid>> ListWaitedForAsync(Guid after, int max, CancellationToken cancellation);

    /// <summary>
    /// The events of an endpoint that are due: those made before <paramref name="keepOrderFrom"/>, and the first of those
    /// made since; at most <paramref name="max"/>, with the endpoint. Empty when it takes no more.
    /// </summary>
    ValueTask<IReadOnlyList<DueEvent>> ListDueAsync(
        Guid endpoint,
        DateTimeOffset now,
        DateTimeOffset keepOrderFrom,
        int max,
        CancellationToken cancellation
    );

    /// <summary>Keeps a try with what follows from it for event and endpoint, loaded under the lock.</summary>
    /// <param name="id">The event.</param>
    /// <param name="delivery">The try.</param>
    /// <param name="decide">Gets the event and its endpoint, null when it was removed; answers with both as they are then.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What was stored; null when there is no such event.</returns>
    Task<TriedEvent?> SettleAsync(
        Guid id,
        WebhookDelivery delivery,
        Func<WebhookEvent, WebhookEndpoint?, TriedEvent> decide,
        CancellationToken cancellation
    );

    /// <summary>Loads an event of an organization with its endpoint under the lock, asks, and keeps the answer.</summary>
    /// <returns>The event afterwards, or the refusal, or NotFound.</returns>
    Task<Result<WebhookEvent, WebhookProblem>> ChangeEventAsync(
        OrganizationId organization,
        Guid id,
        Func<WebhookEvent, WebhookEndpoint?, Result<WebhookEvent, WebhookProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>A part of an organization's tries, newest first, each with its event.</summary>
    ValueTask<NumberedPage<ListedDelivery>> ListDeliveriesAsync(
        OrganizationId organization,
        DeliveryFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>Removes the bodies, and what receivers answered, of events made before an instant that wait for nothing.</summary>
    /// <returns>How many, at most <paramref name="max"/>.</returns>
    Task<int> ArchiveAsync(DateTimeOffset before, int max, CancellationToken cancellation);

    /// <summary>Wraps secrets anew that are under another key than the given one.</summary>
    /// <returns>How many, at most <paramref name="max"/>.</returns>
    Task<int> RewrapSecretsAsync(
        string keyId,
        Func<Guid, SealedSecret, SealedSecret> rewrap,
        int max,
        CancellationToken cancellation
    );
}

/// <summary>Something that happened and was not told to any endpoint yet.</summary>
/// <param name="Sequence">Its place in the order of what happened.</param>
/// <param name="Event">What happened.</param>
/// <param name="WantedBy">The enabled endpoints that want it, as they are now.</param>
public sealed record RecordedEvent(long Sequence, DomainEvent Event, IReadOnlyList<WebhookEndpoint> WantedBy);

/// <summary>An event whose time has come, and where it goes.</summary>
public sealed record DueEvent(WebhookEvent Event, WebhookEndpoint Endpoint);

/// <summary>An event after a try, and its endpoint; null when that was removed.</summary>
public sealed record TriedEvent(WebhookEvent Event, WebhookEndpoint? Endpoint);

/// <summary>A try in a list, with the event that it was of.</summary>
public sealed record ListedDelivery(WebhookDelivery Delivery, WebhookEvent Event);

/// <summary>Which tries are wanted. Empty lists and nulls are for any.</summary>
public sealed record DeliveryFilter
{
    /// <summary>To one of these endpoints.</summary>
    public IReadOnlyList<Guid> EndpointIds { get; init; } = [];

    /// <summary>Of events of one of these names.</summary>
    public IReadOnlyList<string> EventNames { get; init; } = [];

    /// <summary>At or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>At or before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether they arrived.</summary>
    public bool? Succeeded { get; init; }

    /// <summary>The first digit of the status that was answered, 2 to 5.</summary>
    public int? HttpCodeClass { get; init; }

    /// <summary>A part of the body that was sent, in any case, or the event's id.</summary>
    public string? Query { get; init; }
}

/// <summary>Why something can't be done with an endpoint or an event. A closed set, in the order in which they win.</summary>
public abstract record WebhookProblem
{
    private WebhookProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : WebhookProblem;

    /// <summary>The body of the event is gone, so it can't be sent again.</summary>
    public sealed record Archived : WebhookProblem;

    /// <summary>The endpoint of the event is disabled or was removed.</summary>
    public sealed record EndpointDisabled : WebhookProblem;
}
