using Checkstand.Core.Payments;
using Checkstand.Storage;

namespace Checkstand.TestProvider.Ledger;

/// <summary>The table <c>notifications</c>: what the provider has to tell us, and what of it was told.</summary>
internal static class NotificationTable
{
    private const string InsertSql = """
        INSERT INTO notifications (idempotency_key, says, due_at_ms, attempts)
        VALUES (@idempotency_key, @says, @due_at_ms, 0)
        """;

    private const string DueSql = """
        SELECT id, idempotency_key, says, due_at_ms, attempts
        FROM notifications
        WHERE delivered_at_ms IS NULL AND due_at_ms <= @now_ms AND (@key IS NULL OR idempotency_key = @key)
        ORDER BY due_at_ms, id
        LIMIT @max
        """;

    private const string DeliveredSql = """
        UPDATE notifications
        SET delivered_at_ms = @delivered_at_ms, attempts = @attempts
        WHERE id = @id
        """;

    private const string DeferSql = """
        UPDATE notifications
        SET due_at_ms = @due_at_ms, attempts = @attempts
        WHERE id = @id
        """;

    private const string DeleteSql = """
        DELETE FROM notifications
        WHERE id = @id
        """;

    public static void Insert(PreparedStatements statements, Notification notification) =>
        statements.Execute(
            InsertSql,
            ("@idempotency_key", notification.Key.ToBytes()),
            ("@says", notification.Says),
            ("@due_at_ms", notification.DueAt.ToUnixTimeMilliseconds())
        );

    /// <summary>What is due and was not told yet, in the order in which it is to be told.</summary>
    public static IReadOnlyList<Notification> Due(
        PreparedStatements statements,
        OperationId? key,
        DateTimeOffset now,
        int max
    )
    {
        using var rows = statements
            .With(DueSql, ("@now_ms", now.ToUnixTimeMilliseconds()), ("@key", key?.ToBytes()), ("@max", (long)max))
            .ExecuteReader();
        var due = new List<Notification>();
        while (rows.Read())
        {
            due.Add(
                new Notification(
                    rows.GetInt64(0),
                    new OperationId(new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true)),
                    rows.GetString(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
                    (int)rows.GetInt64(4)
                )
            );
        }

        return due;
    }

    public static void NoteDelivered(PreparedStatements statements, Notification notification, DateTimeOffset at) =>
        statements.Execute(
            DeliveredSql,
            ("@delivered_at_ms", at.ToUnixTimeMilliseconds()),
            ("@attempts", (long)notification.Attempts),
            ("@id", notification.Id)
        );

    public static void Defer(PreparedStatements statements, Notification notification) =>
        statements.Execute(
            DeferSql,
            ("@due_at_ms", notification.DueAt.ToUnixTimeMilliseconds()),
            ("@attempts", (long)notification.Attempts),
            ("@id", notification.Id)
        );

    public static void Delete(PreparedStatements statements, Notification notification) =>
        statements.Execute(DeleteSql, ("@id", notification.Id));
}

/// <summary>A message that something happened to an operation. The receiver asks the provider what; it trusts no message.</summary>
/// <param name="Id">Its number in the table; 0 before it is there.</param>
/// <param name="Key">The operation.</param>
/// <param name="Says">What a provider would claim in it: <c>succeeded</c>, <c>failed</c> or <c>pending</c>. For the log.</param>
/// <param name="DueAt">When to tell it, by the service's clock.</param>
/// <param name="Attempts">How often that was tried.</param>
internal sealed record Notification(long Id, OperationId Key, string Says, DateTimeOffset DueAt, int Attempts);
