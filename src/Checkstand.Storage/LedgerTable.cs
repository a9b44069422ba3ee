using System.Diagnostics;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;

namespace Checkstand.Storage;

/// <summary>The table <c>ledger</c>: rows are added and never changed.</summary>
public static class LedgerTable
{
    private const string InsertSql = """
        INSERT INTO ledger (operation_id, payment_id, kind, minor_units, currency, payment_service_id, at_ms)
        VALUES (@operation_id, @payment_id, @kind, @minor_units, @currency, @payment_service_id, @at_ms)
        """;

    private const string BetweenSql = """
        SELECT operation_id, payment_id, kind, minor_units, currency, payment_service_id, at_ms
        FROM ledger
        WHERE at_ms >= @from_ms AND at_ms < @until_ms
        ORDER BY at_ms
        """;

    /// <summary>Adds an entry.</summary>
    public static void Insert(PreparedStatements statements, LedgerEntry entry) =>
        statements.Execute(
            InsertSql,
            ("@operation_id", entry.OperationId.ToBytes()),
            ("@payment_id", entry.PaymentId.ToBytes()),
            ("@kind", NameOf(entry.Kind)),
            ("@minor_units", entry.Amount.MinorUnits),
            ("@currency", entry.Amount.Currency),
            ("@payment_service_id", entry.PaymentServiceId.ToByteArray(bigEndian: true)),
            ("@at_ms", entry.At.ToUnixTimeMilliseconds())
        );

    /// <summary>Entries of an interval, oldest first; <paramref name="until"/> is not part of it.</summary>
    public static IReadOnlyList<LedgerEntry> Between(
        PreparedStatements statements,
        DateTimeOffset from,
        DateTimeOffset until
    )
    {
        using var rows = statements
            .With(
                BetweenSql,
                ("@from_ms", from.ToUnixTimeMilliseconds()),
                ("@until_ms", until.ToUnixTimeMilliseconds())
            )
            .ExecuteReader();
        var entries = new List<LedgerEntry>();
        while (rows.Read())
        {
            entries.Add(
                new LedgerEntry(
                    new OperationId(new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true)),
                    new PaymentId(new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true)),
                    KindOf(rows.GetString(2)),
                    new Money(rows.GetInt64(3), rows.GetString(4)),
                    new Guid(rows.GetFieldValue<byte[]>(5), bigEndian: true),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(6))
                )
            );
        }

        return entries;
    }

    private static string NameOf(MovementKind kind) =>
        kind switch
        {
            MovementKind.Authorization => "authorization",
            MovementKind.Capture => "capture",
            MovementKind.Void => "void",
            MovementKind.Refund => "refund",
            _ => throw new UnreachableException($"No stored name is defined for {kind}."),
        };

    private static MovementKind KindOf(string name) =>
        name switch
        {
            "authorization" => MovementKind.Authorization,
            "capture" => MovementKind.Capture,
            "void" => MovementKind.Void,
            "refund" => MovementKind.Refund,
            _ => throw new InvalidDataException("The ledger has a movement that this version does not know."),
        };
}
