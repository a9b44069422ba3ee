using System.Data.Common;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;

namespace Checkstand.Storage;

/// <summary>The tables <c>payments</c> and <c>payment_operations</c>.</summary>
public static class PaymentTable
{
    private const string InsertSql = """
        INSERT INTO payments
            (id, merchant_account_id, checkout_id, external_identifier, buyer_id, status, next_check_at_ms, document)
        VALUES
            (@id, @merchant_account_id, @checkout_id, @external_identifier, @buyer_id, @status, @next_check_at_ms,
            @document)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string UpdateSql = """
        UPDATE payments
        SET status = @status, next_check_at_ms = @next_check_at_ms, document = @document
        WHERE id = @id
        """;

    private const string UpdateSaidSql = """
        UPDATE payments
        SET external_identifier = @external_identifier, buyer_id = @buyer_id
        WHERE id = @id
        """;

    private const string FindSql = """
        SELECT id, merchant_account_id, checkout_id, next_check_at_ms, document
        FROM payments
        WHERE id = @id
        """;

    // The last of one session's few payments is the one that was stored last: two of one millisecond have ids in no order.
    private const string FindLastSql = """
        SELECT id, merchant_account_id, checkout_id, next_check_at_ms, document
        FROM payments
        WHERE merchant_account_id = @merchant_account_id AND checkout_id = @checkout_id
        ORDER BY rowid DESC
        LIMIT 1
        """;

    private const string NoteOperationSql = """
        INSERT INTO payment_operations (id, payment_id)
        VALUES (@id, @payment_id)
        """;

    private const string FindOperationSql = """
        SELECT payment_id
        FROM payment_operations
        WHERE id = @id
        """;

    private const string DueSql = """
        SELECT id
        FROM payments
        WHERE next_check_at_ms <= @by_ms
        ORDER BY next_check_at_ms
        LIMIT @max
        """;

    /// <summary>Adds a payment.</summary>
    /// <exception cref="InvalidOperationException">Its id is taken.</exception>
    public static void Insert(PreparedStatements statements, Payment payment)
    {
        if (!TryInsert(statements, payment))
        {
            throw new InvalidOperationException($"The id of payment {payment.Id} is taken.");
        }
    }

    /// <summary>Adds a payment.</summary>
    /// <returns>False when its id is taken; nothing is changed then.</returns>
    public static bool TryInsert(PreparedStatements statements, Payment payment)
    {
        var isNew =
            statements.Execute(
                InsertSql,
                ("@id", payment.Id.ToBytes()),
                ("@merchant_account_id", payment.MerchantAccountId.Value),
                ("@checkout_id", payment.CheckoutId?.ToByteArray(bigEndian: true)),
                ("@external_identifier", payment.Order.ExternalIdentifier),
                ("@buyer_id", payment.Order.BuyerId?.ToByteArray(bigEndian: true)),
                ("@status", payment.Status.ToString()),
                ("@next_check_at_ms", payment.NextCheckAt?.ToUnixTimeMilliseconds()),
                ("@document", PaymentDocument.Write(payment))
            ) > 0;
        if (isNew)
        {
            statements.Memory?.NoteAdded(payment);
        }

        return isNew;
    }

    /// <summary>Writes a payment's new state over its old one, and notes operations that are new.</summary>
    public static void Update(PreparedStatements statements, Payment before, Payment after)
    {
        statements.Execute(
            UpdateSql,
            ("@status", after.Status.ToString()),
            ("@next_check_at_ms", after.NextCheckAt?.ToUnixTimeMilliseconds()),
            ("@document", PaymentDocument.Write(after)),
            ("@id", after.Id.ToBytes())
        );

        // A statement that names an indexed column rewrites its index even when the value is the same.
        if (
            before.Order.ExternalIdentifier != after.Order.ExternalIdentifier
            || before.Order.BuyerId != after.Order.BuyerId
        )
        {
            statements.Execute(
                UpdateSaidSql,
                ("@external_identifier", after.Order.ExternalIdentifier),
                ("@buyer_id", after.Order.BuyerId?.ToByteArray(bigEndian: true)),
                ("@id", after.Id.ToBytes())
            );
        }

        foreach (var operation in after.Operations.Skip(before.Operations.Length))
        {
            if (!operation.IsPartOfAuthorization)
            {
                statements.Execute(
                    NoteOperationSql,
                    ("@id", operation.Id.ToBytes()),
                    ("@payment_id", after.Id.ToBytes())
                );
            }
        }

        statements.Memory?.Note(after);
    }

    /// <summary>The payment of an id; null when there is none.</summary>
    public static Payment? Find(PreparedStatements statements, PaymentId id)
    {
        if (statements.Memory?.Find(id) is { } open)
        {
            return open;
        }

        using var row = statements.With(FindSql, ("@id", id.ToBytes())).ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The payment that charged a session last; null when none did.</summary>
    public static Payment? FindLast(PreparedStatements statements, CheckoutSession session)
    {
        if (statements.Memory?.Find(session.Id) is { KnowsLastPayment: true } known)
        {
            return known.LastPayment;
        }

        using var row = statements
            .With(
                FindLastSql,
                ("@merchant_account_id", session.MerchantAccountId.Value),
                ("@checkout_id", session.Id.ToBytes())
            )
            .ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    /// <summary>The payment that an operation belongs to; null when there is none.</summary>
    public static Payment? FindByOperation(PreparedStatements statements, OperationId id) =>
        Find(statements, new PaymentId(id.Value))
        ?? (PaymentOf(statements, id) is { } payment ? Find(statements, payment) : null);

    /// <summary>Payments that are to be checked by an instant, the longest due first.</summary>
    public static IReadOnlyList<PaymentId> Due(PreparedStatements statements, DateTimeOffset by, int max)
    {
        using var rows = statements
            .With(DueSql, ("@by_ms", by.ToUnixTimeMilliseconds()), ("@max", (long)max))
            .ExecuteReader();
        var ids = new List<PaymentId>();
        while (rows.Read())
        {
            ids.Add(new PaymentId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)));
        }

        return ids;
    }

    internal static Payment Read(DbDataReader row) =>
        PaymentDocument.Read(
            new PaymentId(new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true)),
            MerchantAccountId.Parse(row.GetString(1)),
            row.IsDBNull(2) ? null : new Guid(row.GetFieldValue<byte[]>(2), bigEndian: true),
            row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            row.GetFieldValue<byte[]>(4)
        );

    private static PaymentId? PaymentOf(PreparedStatements statements, OperationId id)
    {
        using var row = statements.With(FindOperationSql, ("@id", id.ToBytes())).ExecuteReader();
        return row.Read() ? new PaymentId(new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true)) : null;
    }
}
