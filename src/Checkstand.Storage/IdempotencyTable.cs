using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;

namespace Checkstand.Storage;

/// <summary>The table <c>idempotency_keys</c>.</summary>
public static class IdempotencyTable
{
    private const string SaveSql = """
        INSERT INTO idempotency_keys (merchant_account_id, key, request_hash, reserved_id, created_at_ms)
        VALUES (@merchant_account_id, @key, @request_hash, @reserved_id, @created_at_ms)
        ON CONFLICT (merchant_account_id, key) DO UPDATE
        SET request_hash = excluded.request_hash, reserved_id = excluded.reserved_id,
            created_at_ms = excluded.created_at_ms, answer_status = NULL, answer_body = NULL
        """;

    private const string FindSql = """
        SELECT request_hash, reserved_id, created_at_ms, answer_status, answer_body
        FROM idempotency_keys
        WHERE merchant_account_id = @merchant_account_id AND key = @key
        """;

    private const string AnswerSql = """
        UPDATE idempotency_keys
        SET answer_status = @answer_status, answer_body = @answer_body
        WHERE merchant_account_id = @merchant_account_id AND key = @key
        """;

    private const string DeleteSql = """
        DELETE FROM idempotency_keys
        WHERE merchant_account_id = @merchant_account_id AND key = @key
        """;

    private const string AnyOldSql = """
        SELECT 1
        FROM idempotency_keys
        WHERE created_at_ms < @kept_since_ms
        LIMIT 1
        """;

    private const string DeleteOldSql = """
        DELETE FROM idempotency_keys
        WHERE (merchant_account_id, key) IN (
            SELECT merchant_account_id, key
            FROM idempotency_keys
            WHERE created_at_ms < @kept_since_ms
            LIMIT @max
        )
        """;

    /// <summary>Keeps a record in place of any earlier one.</summary>
    public static void Save(
        PreparedStatements statements,
        MerchantAccountId merchant,
        string key,
        IdempotencyRecord record
    ) =>
        statements.Execute(
            SaveSql,
            ("@merchant_account_id", merchant.Value),
            ("@key", key),
            ("@request_hash", record.RequestDigest.ToArray()),
            ("@reserved_id", record.ReservedId.ToByteArray(bigEndian: true)),
            ("@created_at_ms", record.CreatedAt.ToUnixTimeMilliseconds())
        );

    /// <summary>The record of a key; null when there is none.</summary>
    public static IdempotencyRecord? Find(PreparedStatements statements, MerchantAccountId merchant, string key)
    {
        using var row = statements
            .With(FindSql, ("@merchant_account_id", merchant.Value), ("@key", key))
            .ExecuteReader();
        return row.Read()
            ? new IdempotencyRecord(
                row.GetFieldValue<byte[]>(0),
                new Guid(row.GetFieldValue<byte[]>(1), bigEndian: true),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.IsDBNull(3) ? null : new RecordedAnswer(row.GetInt32(3), row.GetFieldValue<byte[]>(4))
            )
            : null;
    }

    /// <summary>Keeps the answer of a key.</summary>
    public static void Answer(
        PreparedStatements statements,
        MerchantAccountId merchant,
        string key,
        RecordedAnswer answer
    ) =>
        statements.Execute(
            AnswerSql,
            ("@answer_status", answer.Status),
            ("@answer_body", answer.Body.ToArray()),
            ("@merchant_account_id", merchant.Value),
            ("@key", key)
        );

    /// <summary>Removes a key.</summary>
    public static void Delete(PreparedStatements statements, MerchantAccountId merchant, string key) =>
        statements.Execute(DeleteSql, ("@merchant_account_id", merchant.Value), ("@key", key));

    /// <summary>Whether there are keys that were taken before an instant.</summary>
    public static bool HasOld(PreparedStatements statements, DateTimeOffset keptSince)
    {
        using var row = statements
            .With(AnyOldSql, ("@kept_since_ms", keptSince.ToUnixTimeMilliseconds()))
            .ExecuteReader();
        return row.Read();
    }

    /// <summary>Removes keys that were taken before an instant.</summary>
    /// <returns>How many were removed.</returns>
    public static int DeleteOld(PreparedStatements statements, DateTimeOffset keptSince, int max) =>
        statements.Execute(DeleteOldSql, ("@kept_since_ms", keptSince.ToUnixTimeMilliseconds()), ("@max", (long)max));
}
