using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Webhooks in the embedded database.</summary>
public sealed class SqliteWebhookStore(SqliteDatabase database) : IWebhookStore
{
    /// <inheritdoc/>
    public WakeSignal Recorded => database.Writer.EventRecorded;

    /// <inheritdoc/>
    public Task<WebhookEndpoint> AddAsync(Func<WebhookEndpoint> make, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var endpoint = make();
            WebhookEndpointTable.Add(statements, endpoint);
            return endpoint;
        });

    /// <inheritdoc/>
    public ValueTask<WebhookEndpoint?> FindAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => WebhookEndpointTable.Find(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<NumberedPage<WebhookEndpoint>> ListAsync(
        OrganizationId organization,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, page),
                static (statements, which) => WebhookEndpointTable.List(statements, which.organization, which.page)
            )
        );

    /// <inheritdoc/>
    public Task<WebhookEndpoint?> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<WebhookEndpoint, WebhookEndpoint> change,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (WebhookEndpointTable.Find(statements, organization, id) is not { } endpoint)
            {
                return null;
            }

            var changed = change(endpoint);
            // Replaced, or under a key that was: the old one must not stay in the log.
            database.RemovedCards.Note();
            Save(statements, changed);
            return changed;
        });

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            if (WebhookEndpointTable.Find(statements, organization, id) is not { } endpoint)
            {
                return false;
            }

            database.RemovedCards.Note();
            WebhookEndpointTable.Remove(statements, endpoint);
            WebhookEventTable.SkipAll(statements, id);
            return true;
        });

    /// <inheritdoc/>
    public ValueTask<bool> IsWantedAsync(OrganizationId organization, EventType type, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, type),
                static (statements, which) =>
                    EventOutbox.IsWanted(statements, which.organization, EventNames.Of(which.type))
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RecordedEvent>> ListRecordedAsync(
        long after,
        int max,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (after, max),
                static (statements, which) =>
                    (IReadOnlyList<RecordedEvent>)
                        [
                            .. EventOutbox
                                .List(statements, which.after, which.max)
                                .Select(recorded => new RecordedEvent(
                                    recorded.Sequence,
                                    recorded.Event,
                                    WebhookEndpointTable.Wanting(
                                        statements,
                                        recorded.Event.Subject.OrganizationId,
                                        EventNames.Of(recorded.Event.Type)
                                    )
                                )),
                        ]
            )
        );

    /// <inheritdoc/>
    public Task TellAsync(long sequence, IReadOnlyList<WebhookEvent> events, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            if (!EventOutbox.Remove(statements, sequence))
            {
                return false;
            }

            foreach (var told in events)
            {
                var takesIt = WebhookEndpointTable.Find(statements, told.EndpointId) is { IsEnabled: true };
                WebhookEventTable.Add(statements, takesIt ? told : told.Skipped());
            }

            return true;
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> ListWaitedForAsync(Guid after, int max, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (after, max),
                static (statements, which) => WebhookEventTable.WaitedFor(statements, which.after, which.max)
            )
        );

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DueEvent>> ListDueAsync(
        Guid endpoint,
        DateTimeOffset now,
        DateTimeOffset keepOrderFrom,
        int max,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (endpoint, now, keepOrderFrom, max),
                static (statements, which) =>
                {
                    if (WebhookEndpointTable.Find(statements, which.endpoint) is not { IsEnabled: true } endpoint)
                    {
                        return [];
                    }

                    var due = WebhookEventTable.Due(
                        statements,
                        which.endpoint,
                        which.now,
                        which.keepOrderFrom,
                        which.max
                    );
                    return (IReadOnlyList<DueEvent>)[.. due.Select(told => new DueEvent(told, endpoint))];
                }
            )
        );

    /// <inheritdoc/>
    public Task<TriedEvent?> SettleAsync(
        Guid id,
        WebhookDelivery delivery,
        Func<WebhookEvent, WebhookEndpoint?, TriedEvent> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (WebhookEventTable.Find(statements, id) is not { } told)
            {
                return null;
            }

            var endpoint = WebhookEndpointTable.Find(statements, told.EndpointId);
            var tried = decide(told, endpoint);
            WebhookDeliveryTable.Add(statements, told, delivery);
            WebhookEventTable.Save(statements, tried.Event);
            if (tried.Endpoint is { } changed && changed != endpoint)
            {
                Save(statements, changed);
            }

            return tried;
        });

    /// <inheritdoc/>
    public Task<Result<WebhookEvent, WebhookProblem>> ChangeEventAsync(
        OrganizationId organization,
        Guid id,
        Func<WebhookEvent, WebhookEndpoint?, Result<WebhookEvent, WebhookProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<WebhookEvent, WebhookProblem>>(statements =>
        {
            if (WebhookEventTable.Find(statements, id) is not { } told || told.OrganizationId != organization)
            {
                return new WebhookProblem.NotFound();
            }

            var decided = decide(told, WebhookEndpointTable.Find(statements, told.EndpointId));
            if (decided.TryGet(out var changed, out _))
            {
                WebhookEventTable.Save(statements, changed);
                statements.NoteEvent();
            }

            return decided;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<ListedDelivery>> ListDeliveriesAsync(
        OrganizationId organization,
        DeliveryFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                    WebhookDeliveryTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    /// <inheritdoc/>
    public Task<int> ArchiveAsync(DateTimeOffset before, int max, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var ids = WebhookEventTable.ToArchive(statements, before, max);
            foreach (var id in ids)
            {
                WebhookEventTable.Archive(statements, id);
                WebhookDeliveryTable.ForgetResponses(statements, id);
            }

            return ids.Count;
        });

    /// <inheritdoc/>
    public Task<int> RewrapSecretsAsync(
        string keyId,
        Func<Guid, SealedSecret, SealedSecret> rewrap,
        int max,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            var endpoints = WebhookEndpointTable.UnderOtherKeys(statements, keyId, max);
            foreach (var endpoint in endpoints)
            {
                // A rotation is for keys that others may know: what the old one wrapped must not stay in the log.
                database.RemovedCards.Note();
                WebhookEndpointTable.Save(statements, endpoint with { Secret = rewrap(endpoint.Id, endpoint.Secret) });
            }

            return endpoints.Count;
        });

    private static void Save(PreparedStatements statements, WebhookEndpoint endpoint)
    {
        WebhookEndpointTable.Save(statements, endpoint);
        if (!endpoint.IsEnabled)
        {
            WebhookEventTable.SkipAll(statements, endpoint.Id);
        }
    }
}
