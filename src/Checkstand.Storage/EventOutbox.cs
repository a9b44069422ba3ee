using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage;

/// <summary>
/// Stores events in the transaction of the change that they tell of, if any webhook endpoint wants them. An event is
/// there when, and only when, its change is.
/// </summary>
public static class EventOutbox
{
    // One look into an index that is empty where nobody has webhooks.
    private const string IsWantedSql = """
        SELECT 1
        FROM webhook_wishes
        WHERE organization_id = @organization_id AND event = @event
        LIMIT 1
        """;

    private const string AddSql = """
        INSERT INTO webhook_outbox (organization_id, event, subject)
        VALUES (@organization_id, @event, @subject)
        """;

    private const string ListSql = """
        SELECT sequence, event, subject
        FROM webhook_outbox
        WHERE sequence > @after
        ORDER BY sequence
        LIMIT @max
        """;

    private const string RemoveSql = """
        DELETE FROM webhook_outbox
        WHERE sequence = @sequence
        """;

    /// <summary>Stores an event unless nobody wants it. Called within the write of its change.</summary>
    public static void Record(PreparedStatements statements, DomainEvent happened)
    {
        var organization = happened.Subject.OrganizationId;
        var name = EventNames.Of(happened.Type);
        if (!IsWanted(statements, organization, name))
        {
            return;
        }

        statements.Execute(
            AddSql,
            ("@organization_id", organization.ToBytes()),
            ("@event", name),
            ("@subject", EventSubjectDocument.Write(happened.Subject))
        );
        statements.NoteEvent();
    }

    /// <summary>Whether any enabled endpoint of an organization wants an event.</summary>
    public static bool IsWanted(PreparedStatements statements, OrganizationId organization, string name)
    {
        if (statements.Memory?.IsWanted(organization, name) is { } known)
        {
            return known;
        }

        var isWanted =
            statements.With(IsWantedSql, ("@organization_id", organization.ToBytes()), ("@event", name)).ExecuteScalar()
            is not null;
        statements.Memory?.NoteWish(organization, name, isWanted);
        return isWanted;
    }

    /// <summary>What happened after something and was not told to anybody yet, oldest first.</summary>
    public static IReadOnlyList<(long Sequence, DomainEvent Event)> List(
        PreparedStatements statements,
        long after,
        int max
    )
    {
        using var rows = statements.With(ListSql, ("@after", after), ("@max", (long)max)).ExecuteReader();
        var events = new List<(long, DomainEvent)>();
        while (rows.Read())
        {
            var type = EventNames.Find(rows.GetString(1))!.Value;
            events.Add(
                (rows.GetInt64(0), new DomainEvent(type, EventSubjectDocument.Read(rows.GetFieldValue<byte[]>(2))))
            );
        }

        return events;
    }

    /// <summary>Forgets that something was not told.</summary>
    /// <returns>False when it was told meanwhile.</returns>
    public static bool Remove(PreparedStatements statements, long sequence) =>
        statements.Execute(RemoveSql, ("@sequence", sequence)) > 0;
}
