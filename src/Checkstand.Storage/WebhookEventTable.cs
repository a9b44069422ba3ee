using System.Data.Common;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>The table <c>webhook_events</c>.</summary>
public static class WebhookEventTable
{
    /// <summary>The columns that <see cref="Read"/> takes, in its order.</summary>
    internal const string Columns = """
        webhook_events.id, webhook_events.organization_id, webhook_events.endpoint_id, webhook_events.event,
               webhook_events.created_at_ms, webhook_events.modified_at_ms, webhook_events.payload,
               webhook_events.checkout_id, webhook_events.checkout_status, webhook_events.tries,
               webhook_events.next_try_at_ms, webhook_events.last_http_code, webhook_events.succeeded,
               webhook_events.is_skipped
        """;

    private const string AddSql = """
        INSERT INTO webhook_events (id, organization_id, endpoint_id, event, created_at_ms, modified_at_ms, payload,
                                    checkout_id, checkout_status, tries, next_try_at_ms, last_http_code, succeeded,
                                    is_skipped)
        VALUES (@id, @organization_id, @endpoint_id, @event, @created_at_ms, NULL, @payload,
                @checkout_id, @checkout_status, 0, @next_try_at_ms, NULL, NULL, @is_skipped)
        """;

    private const string SaveSql = """
        UPDATE webhook_events
        SET modified_at_ms = @modified_at_ms, tries = @tries, next_try_at_ms = @next_try_at_ms,
            last_http_code = @last_http_code, succeeded = @succeeded, is_skipped = @is_skipped
        WHERE id = @id
        """;

    private const string FindSql = $"""
        SELECT {Columns}
        FROM webhook_events
        WHERE id = @id
        """;

    // Steps from endpoint to endpoint in the index, past all that waits for each.
    private const string WaitedForSql = """
        WITH RECURSIVE waited (endpoint_id) AS (
            SELECT * FROM (
                SELECT endpoint_id FROM webhook_events
                WHERE next_try_at_ms IS NOT NULL AND endpoint_id > @after
                ORDER BY endpoint_id LIMIT 1
            )
            UNION ALL
            SELECT (
                SELECT endpoint_id FROM webhook_events
                WHERE next_try_at_ms IS NOT NULL AND endpoint_id > waited.endpoint_id
                ORDER BY endpoint_id LIMIT 1
            )
            FROM waited
            WHERE waited.endpoint_id IS NOT NULL
        )
        SELECT endpoint_id FROM waited WHERE endpoint_id IS NOT NULL LIMIT @max
        """;

    private const string OldAndDueSql = $"""
        SELECT {Columns}
        FROM webhook_events
        WHERE endpoint_id = @endpoint_id AND next_try_at_ms <= @now AND created_at_ms < @keep_order_from
        ORDER BY next_try_at_ms
        LIMIT @max
        """;

    private const string FirstYoungSql = $"""
        SELECT {Columns}
        FROM webhook_events
        WHERE endpoint_id = @endpoint_id AND next_try_at_ms IS NOT NULL AND created_at_ms >= @keep_order_from
        ORDER BY created_at_ms, sequence
        LIMIT 1
        """;

    private const string SkipAllSql = """
        UPDATE webhook_events
        SET next_try_at_ms = NULL, is_skipped = 1
        WHERE endpoint_id = @endpoint_id AND next_try_at_ms IS NOT NULL
        """;

    private const string ToArchiveSql = """
        SELECT id
        FROM webhook_events
        WHERE payload IS NOT NULL AND created_at_ms < @before AND next_try_at_ms IS NULL
        LIMIT @max
        """;

    private const string ArchiveSql = """
        UPDATE webhook_events
        SET payload = NULL
        WHERE id = @id
        """;

    /// <summary>Adds an event.</summary>
    public static void Add(PreparedStatements statements, WebhookEvent told) =>
        statements.Execute(
            AddSql,
            ("@id", Bytes(told.Id)),
            ("@organization_id", told.OrganizationId.ToBytes()),
            ("@endpoint_id", Bytes(told.EndpointId)),
            ("@event", EventNames.Of(told.Type)),
            ("@created_at_ms", told.CreatedAt.ToUnixTimeMilliseconds()),
            ("@payload", told.Payload!.Value.ToArray()),
            ("@checkout_id", told.CheckoutId?.ToBytes()),
            ("@checkout_status", told.CheckoutStatus?.ToString()),
            ("@next_try_at_ms", told.NextTryAt?.ToUnixTimeMilliseconds()),
            ("@is_skipped", told.IsSkipped ? 1L : 0L)
        );

    /// <summary>Writes how an event stands over how it stood. Its body stays.</summary>
    public static void Save(PreparedStatements statements, WebhookEvent told) =>
        statements.Execute(
            SaveSql,
            ("@modified_at_ms", told.ModifiedAt?.ToUnixTimeMilliseconds()),
            ("@tries", (long)told.Tries),
            ("@next_try_at_ms", told.NextTryAt?.ToUnixTimeMilliseconds()),
            ("@last_http_code", (long?)told.LastHttpCode),
            ("@succeeded", told.Succeeded is { } succeeded ? (succeeded ? 1L : 0L) : null),
            ("@is_skipped", told.IsSkipped ? 1L : 0L),
            ("@id", Bytes(told.Id))
        );

    /// <summary>An event; null when there is none.</summary>
    public static WebhookEvent? Find(PreparedStatements statements, Guid id)
    {
        using var rows = statements.With(FindSql, ("@id", Bytes(id))).ExecuteReader();
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>Endpoints for which an event waits, due or not, by id.</summary>
    public static IReadOnlyList<Guid> WaitedFor(PreparedStatements statements, Guid after, int max) =>
        Ids(statements.With(WaitedForSql, ("@after", Bytes(after)), ("@max", (long)max)));

    /// <summary>The events of an endpoint that are due.</summary>
    public static IReadOnlyList<WebhookEvent> Due(
        PreparedStatements statements,
        Guid endpoint,
        DateTimeOffset now,
        DateTimeOffset keepOrderFrom,
        int max
    )
    {
        var due = new List<WebhookEvent>();
        var from = keepOrderFrom.ToUnixTimeMilliseconds();
        using (
            var first = statements
                .With(FirstYoungSql, ("@endpoint_id", Bytes(endpoint)), ("@keep_order_from", from))
                .ExecuteReader()
        )
        {
            if (first.Read() && Read(first) is var told && told.NextTryAt <= now)
            {
                due.Add(told);
            }
        }

        using var old = statements
            .With(
                OldAndDueSql,
                ("@endpoint_id", Bytes(endpoint)),
                ("@now", now.ToUnixTimeMilliseconds()),
                ("@keep_order_from", from),
                ("@max", (long)(max - due.Count))
            )
            .ExecuteReader();
        while (old.Read())
        {
            due.Add(Read(old));
        }

        return due;
    }

    /// <summary>Gives up everything that waits for an endpoint.</summary>
    public static void SkipAll(PreparedStatements statements, Guid endpoint) =>
        statements.Execute(SkipAllSql, ("@endpoint_id", Bytes(endpoint)));

    /// <summary>Events that wait for nothing, made before an instant, whose body is still there.</summary>
    public static IReadOnlyList<Guid> ToArchive(PreparedStatements statements, DateTimeOffset before, int max) =>
        Ids(statements.With(ToArchiveSql, ("@before", before.ToUnixTimeMilliseconds()), ("@max", (long)max)));

    /// <summary>Removes the body of an event.</summary>
    public static void Archive(PreparedStatements statements, Guid id) =>
        statements.Execute(ArchiveSql, ("@id", Bytes(id)));

    /// <summary>Takes an event out of a row whose columns from one on are <see cref="Columns"/>.</summary>
    internal static WebhookEvent Read(DbDataReader row, int from = 0) =>
        new()
        {
            Id = IdOf(row, from),
            OrganizationId = new OrganizationId(IdOf(row, from + 1)),
            EndpointId = IdOf(row, from + 2),
            Type = EventNames.Find(row.GetString(from + 3))!.Value,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(from + 4)),
            ModifiedAt = InstantOrNull(row, from + 5),
            Payload = row.IsDBNull(from + 6) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(from + 6),
            CheckoutId = row.IsDBNull(from + 7) ? null : new CheckoutId(IdOf(row, from + 7)),
            CheckoutStatus = row.IsDBNull(from + 8) ? null : Enum.Parse<CheckoutStatus>(row.GetString(from + 8)),
            Tries = row.GetInt32(from + 9),
            NextTryAt = InstantOrNull(row, from + 10),
            LastHttpCode = row.IsDBNull(from + 11) ? null : row.GetInt32(from + 11),
            Succeeded = row.IsDBNull(from + 12) ? null : row.GetInt64(from + 12) == 1,
            IsSkipped = row.GetInt64(from + 13) == 1,
        };

    private static List<Guid> Ids(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        var ids = new List<Guid>();
        while (rows.Read())
        {
            ids.Add(IdOf(rows, 0));
        }

        return ids;
    }

    private static Guid IdOf(DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    private static DateTimeOffset? InstantOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
