using System.Data.Common;
using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Storage;

namespace Checkstand.TestProvider.Ledger;

/// <summary>The table <c>operations</c>: the provider's books.</summary>
internal static class LedgerTable
{
    private const string Columns = """
        idempotency_key, id, kind, account_id, payment_id, checkout_id, amount, currency, is_final, card_bin, outcome,
        card_last_four, error_code, avs, cvv, created_at_ms, final_at_ms, moved_at_ms, captured, refunded, is_released,
        is_challenge, return_url
        """;

    private const string InsertSql = $"""
        INSERT INTO operations ({Columns})
        VALUES (
            @idempotency_key, @id, @kind, @account_id, @payment_id, @checkout_id, @amount, @currency, @is_final,
            @card_bin, @outcome, @card_last_four, @error_code, @avs, @cvv, @created_at_ms, @final_at_ms, @moved_at_ms,
            @captured, @refunded, @is_released, @is_challenge, @return_url
        )
        ON CONFLICT (idempotency_key) DO NOTHING
        """;

    private const string FindSql = $"""
        SELECT {Columns}
        FROM operations
        WHERE idempotency_key = @idempotency_key
        """;

    private const string FindByIdSql = $"""
        SELECT {Columns}
        FROM operations
        WHERE id = @id
        """;

    private const string UpdateSql = """
        UPDATE operations
        SET outcome = @outcome, error_code = @error_code, final_at_ms = @final_at_ms, moved_at_ms = @moved_at_ms,
            captured = @captured, refunded = @refunded, is_released = @is_released
        WHERE idempotency_key = @idempotency_key
        """;

    private const string ChargesSql = $"""
        SELECT {Columns}
        FROM operations
        WHERE kind = 'authorize' AND outcome <> 'never_seen'
        ORDER BY id DESC
        LIMIT @max
        """;

    private const string ChargesOfCheckoutSql = $"""
        SELECT {Columns}
        FROM operations
        WHERE checkout_id = @checkout_id AND kind = 'authorize' AND outcome <> 'never_seen'
        ORDER BY id DESC
        LIMIT @max
        """;

    // Pages by time and key, because several movements share a millisecond.
    private const string MovementsSql = $"""
        SELECT {Columns}
        FROM operations
        WHERE account_id = @account_id AND moved_at_ms < @until_ms
            AND (moved_at_ms, idempotency_key) > (@after_ms, @after_key)
        ORDER BY moved_at_ms, idempotency_key
        LIMIT @max
        """;

    /// <summary>Adds an entry.</summary>
    /// <returns>False when there is one with its key.</returns>
    public static bool TryInsert(PreparedStatements statements, BookEntry entry) =>
        statements.Execute(
            InsertSql,
            ("@idempotency_key", entry.Key.ToBytes()),
            ("@id", Bytes(entry.Id)),
            ("@kind", Word(entry.Kind)),
            ("@account_id", Bytes(entry.AccountId)),
            ("@payment_id", Bytes(entry.PaymentId)),
            ("@checkout_id", Bytes(entry.CheckoutId)),
            ("@amount", entry.Amount.MinorUnits),
            ("@currency", entry.Amount.Currency),
            ("@is_final", Flag(entry.IsFinal)),
            ("@card_bin", entry.CardBin),
            ("@outcome", entry.Outcome.Word()),
            ("@card_last_four", entry.CardLastFour),
            ("@error_code", entry.Error?.Value),
            ("@avs", entry.Avs?.ToString()),
            ("@cvv", entry.Cvv?.ToString()),
            ("@created_at_ms", entry.CreatedAt.ToUnixTimeMilliseconds()),
            ("@final_at_ms", entry.FinalAt?.ToUnixTimeMilliseconds()),
            ("@moved_at_ms", entry.MovedAt?.ToUnixTimeMilliseconds()),
            ("@captured", entry.Captured),
            ("@refunded", entry.Refunded),
            ("@is_released", Flag(entry.IsReleased)),
            ("@is_challenge", Flag(entry.IsChallenge)),
            ("@return_url", entry.ReturnUrl)
        ) > 0;

    /// <summary>The entry of a key; null when there is none.</summary>
    public static BookEntry? Find(PreparedStatements statements, OperationId key) =>
        ReadOne(statements.With(FindSql, ("@idempotency_key", key.ToBytes())));

    /// <summary>The entry of one of the provider's ids; null when there is none.</summary>
    public static BookEntry? FindById(PreparedStatements statements, Guid id) =>
        ReadOne(statements.With(FindByIdSql, ("@id", Bytes(id))));

    /// <summary>Writes what can change of an entry over what it was.</summary>
    public static void Update(PreparedStatements statements, BookEntry entry) =>
        statements.Execute(
            UpdateSql,
            ("@outcome", entry.Outcome.Word()),
            ("@error_code", entry.Error?.Value),
            ("@final_at_ms", entry.FinalAt?.ToUnixTimeMilliseconds()),
            ("@moved_at_ms", entry.MovedAt?.ToUnixTimeMilliseconds()),
            ("@captured", entry.Captured),
            ("@refunded", entry.Refunded),
            ("@is_released", Flag(entry.IsReleased)),
            ("@idempotency_key", entry.Key.ToBytes())
        );

    /// <summary>Authorizations, newest first; of all checkouts when none is named.</summary>
    public static IReadOnlyList<BookEntry> Charges(PreparedStatements statements, Guid? checkoutId, int max) =>
        ReadAll(
            checkoutId is { } id
                ? statements.With(ChargesOfCheckoutSql, ("@checkout_id", Bytes(id)), ("@max", (long)max))
                : statements.With(ChargesSql, ("@max", (long)max))
        );

    /// <summary>A page of an account's movements, oldest first.</summary>
    /// <param name="statements">The connection.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="after">The page comes after this instant and key.</param>
    /// <param name="until">And before this instant.</param>
    /// <param name="max">Entries at most.</param>
    public static IReadOnlyList<BookEntry> Movements(
        PreparedStatements statements,
        Guid accountId,
        (DateTimeOffset At, byte[] Key) after,
        DateTimeOffset until,
        int max
    ) =>
        ReadAll(
            statements.With(
                MovementsSql,
                ("@account_id", Bytes(accountId)),
                ("@until_ms", until.ToUnixTimeMilliseconds()),
                ("@after_ms", after.At.ToUnixTimeMilliseconds()),
                ("@after_key", after.Key),
                ("@max", (long)max)
            )
        );

    private static BookEntry? ReadOne(DbCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? Read(row) : null;
    }

    private static List<BookEntry> ReadAll(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        var entries = new List<BookEntry>();
        while (rows.Read())
        {
            entries.Add(Read(rows));
        }

        return entries;
    }

    private static BookEntry Read(DbDataReader row) =>
        new()
        {
            Key = new OperationId(Id(row, 0)!.Value),
            Id = Id(row, 1)!.Value,
            Kind = KindOf(row.GetString(2)),
            AccountId = Id(row, 3)!.Value,
            PaymentId = Id(row, 4),
            CheckoutId = Id(row, 5),
            Amount = new Money(row.GetInt64(6), row.GetString(7)),
            IsFinal = row.GetInt64(8) != 0,
            CardBin = Text(row, 9),
            Outcome = OutcomeWords.Read(row.GetString(10)),
            CardLastFour = Text(row, 11),
            Error = Text(row, 12) is { } error ? PaymentErrorCode.Parse(error) : null,
            Avs = Text(row, 13) is { } avs ? Enum.Parse<AvsResult>(avs) : null,
            Cvv = Text(row, 14) is { } cvv ? Enum.Parse<CvvResult>(cvv) : null,
            CreatedAt = Instant(row, 15)!.Value,
            FinalAt = Instant(row, 16),
            MovedAt = Instant(row, 17),
            Captured = row.GetInt64(18),
            Refunded = row.GetInt64(19),
            IsReleased = row.GetInt64(20) != 0,
            IsChallenge = row.GetInt64(21) != 0,
            ReturnUrl = Text(row, 22),
        };

    private static string Word(OperationKind kind) =>
        kind switch
        {
            OperationKind.Authorize => "authorize",
            OperationKind.Capture => "capture",
            OperationKind.Void => "void",
            OperationKind.Refund => "refund",
            _ => throw new UnreachableException($"No word is defined for {kind}."),
        };

    private static OperationKind KindOf(string word) =>
        word switch
        {
            "authorize" => OperationKind.Authorize,
            "capture" => OperationKind.Capture,
            "void" => OperationKind.Void,
            "refund" => OperationKind.Refund,
            _ => throw new FormatException("Not a kind of operation."),
        };

    private static long Flag(bool value) => value ? 1 : 0;

    private static byte[]? Bytes(Guid? id) => id?.ToByteArray(bigEndian: true);

    private static Guid? Id(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
