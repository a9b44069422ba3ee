using System.Data.Common;
using Checkstand.Core.Merchants;
using Checkstand.Core.Sessions;

namespace Checkstand.Storage;

/// <summary>The table <c>sessions</c>: the columns that are searched by, and the document with the rest.</summary>
public static class SessionTable
{
    private const string InsertSql = """
        INSERT INTO sessions (id, merchant_account_id, created_at_ms, expires_at_ms, has_card, document)
        VALUES (@id, @merchant_account_id, @created_at_ms, @expires_at_ms, @has_card, @document)
        """;

    private const string FindSql = """
        SELECT merchant_account_id, created_at_ms, expires_at_ms, document
        FROM sessions
        WHERE id = @id
        """;

    private const string UpdateSql = """
        UPDATE sessions
        SET expires_at_ms = @expires_at_ms, has_card = @has_card, document = @document
        WHERE id = @id
        """;

    private const string UpdateDocumentSql = """
        UPDATE sessions
        SET document = @document
        WHERE id = @id
        """;

    private const string UpdateDocumentOfCardSql = """
        UPDATE sessions
        SET document = @document
        WHERE id = @id AND has_card = 1
        """;

    private const string DeleteSql = """
        DELETE FROM sessions
        WHERE id = @id
        """;

    private const string EndedWithCardSql = """
        SELECT id
        FROM sessions
        WHERE has_card = 1 AND expires_at_ms <= @ended_by_ms
        ORDER BY expires_at_ms
        LIMIT @max
        """;

    private const string EndedSql = """
        SELECT id
        FROM sessions
        WHERE expires_at_ms <= @ended_by_ms
        ORDER BY expires_at_ms
        LIMIT @max
        """;

    private const string ForgetCardSql = """
        UPDATE sessions
        SET has_card = 0
        WHERE id = @id
        """;

    /// <summary>Adds a session with its document.</summary>
    public static void Insert(PreparedStatements statements, CheckoutSession session, byte[] document)
    {
        statements.Execute(
            InsertSql,
            ("@id", session.Id.ToBytes()),
            ("@merchant_account_id", session.MerchantAccountId.Value),
            ("@created_at_ms", session.CreatedAt.ToUnixTimeMilliseconds()),
            ("@expires_at_ms", session.ExpiresAt.ToUnixTimeMilliseconds()),
            ("@has_card", HasCard(session)),
            ("@document", document)
        );
        statements.Memory?.NoteAdded(session);
    }

    /// <summary>The session of an id; null when there is none.</summary>
    public static CheckoutSession? Find(PreparedStatements statements, SessionId id)
    {
        if ((statements.Memory?.Find(id)?.Session ?? statements.RecentSessions?.Find(id)) is { } known)
        {
            return known;
        }

        using var row = statements.With(FindSql, ("@id", id.ToBytes())).ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        var (content, method) = StoredSession.Read(row.GetFieldValue<byte[]>(3));
        return new CheckoutSession
        {
            Id = id,
            MerchantAccountId = MerchantAccountId.Parse(row.GetString(0)),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            Content = content,
            PaymentMethod = method,
        };
    }

    /// <summary>Writes a session's new state over its old one.</summary>
    public static void Update(PreparedStatements statements, CheckoutSession before, CheckoutSession after)
    {
        statements.Memory?.Note(after);

        // A statement that names an indexed column rewrites its indexes even when the value is the same.
        if (before.ExpiresAt == after.ExpiresAt && HasCard(before) == HasCard(after))
        {
            statements.Execute(
                UpdateDocumentSql,
                ("@document", StoredSession.Write(after)),
                ("@id", after.Id.ToBytes())
            );
            return;
        }

        UpdateWhole(statements, after);
    }

    /// <summary>
    /// As <see cref="Update"/>, of a session whose card is stored with it: the row may say that there is none, because the
    /// last one was removed when the session had ended, and a clock can be moved back.
    /// </summary>
    public static void UpdateWithCard(PreparedStatements statements, CheckoutSession before, CheckoutSession after)
    {
        statements.Memory?.Note(after);
        var isKnown =
            before.ExpiresAt == after.ExpiresAt
            && HasCard(before) == HasCard(after)
            && statements.Execute(
                UpdateDocumentOfCardSql,
                ("@document", StoredSession.Write(after)),
                ("@id", after.Id.ToBytes())
            ) > 0;
        if (!isKnown)
        {
            UpdateWhole(statements, after);
        }
    }

    private static void UpdateWhole(PreparedStatements statements, CheckoutSession after) =>
        statements.Execute(
            UpdateSql,
            ("@expires_at_ms", after.ExpiresAt.ToUnixTimeMilliseconds()),
            ("@has_card", HasCard(after)),
            ("@document", StoredSession.Write(after)),
            ("@id", after.Id.ToBytes())
        );

    /// <summary>Removes a session.</summary>
    public static void Delete(PreparedStatements statements, SessionId id)
    {
        statements.Execute(DeleteSql, ("@id", id.ToBytes()));
        statements.Memory?.Forget(id);
    }

    /// <summary>Notes that the vault holds no card for a session any more.</summary>
    public static void ForgetCard(PreparedStatements statements, SessionId id) =>
        statements.Execute(ForgetCardSql, ("@id", id.ToBytes()));

    /// <summary>Sessions with a card that ended by an instant, the earliest first.</summary>
    public static IReadOnlyList<SessionId> EndedWithCard(PreparedStatements statements, DateTimeOffset by, int max) =>
        ReadIds(statements.With(EndedWithCardSql, ("@ended_by_ms", by.ToUnixTimeMilliseconds()), ("@max", (long)max)));

    /// <summary>Sessions that ended by an instant, the earliest first.</summary>
    public static IReadOnlyList<SessionId> Ended(PreparedStatements statements, DateTimeOffset by, int max) =>
        ReadIds(statements.With(EndedSql, ("@ended_by_ms", by.ToUnixTimeMilliseconds()), ("@max", (long)max)));

    // What the sweeper must look for: a card, or the code that was typed for a stored one.
    private static long HasCard(CheckoutSession session) =>
        session.PaymentMethod is SessionPaymentMethod.Card or SessionPaymentMethod.Stored { HasCode: true } ? 1 : 0;

    private static List<SessionId> ReadIds(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        var ids = new List<SessionId>();
        while (rows.Read())
        {
            ids.Add(new SessionId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)));
        }

        return ids;
    }
}
