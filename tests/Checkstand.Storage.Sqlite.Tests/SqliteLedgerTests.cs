using Checkstand.Core.Payments;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Microsoft.Data.Sqlite;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>What the database itself holds to, whoever writes to it.</summary>
public sealed class SqliteLedgerTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;
    private readonly SqlitePaymentStore store;

    public SqliteLedgerTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        store = new SqlitePaymentStore(database, new SqliteSessionStore(database));
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Theory]
    [InlineData("UPDATE ledger SET minor_units = 1", "ledger rows are never changed")]
    [InlineData("UPDATE ledger SET at_ms = at_ms", "ledger rows are never changed")]
    [InlineData("DELETE FROM ledger", "ledger rows are never removed")]
    public async Task A_row_of_the_ledger_is_neither_changed_nor_removed(string sql, string because)
    {
        await MoveAsync();
        using var connection = DatabaseFile.Open(directory);
        var before = connection.Rows("SELECT hex(operation_id), kind, minor_units, currency, at_ms FROM ledger");
        Assert.Single(before);

        var refused = Assert.Throws<SqliteException>(() => connection.Ask(sql));

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            before,
            connection.Rows("SELECT hex(operation_id), kind, minor_units, currency, at_ms FROM ledger")
        );
    }

    [Theory]
    [InlineData("operation_id", "(SELECT operation_id FROM ledger)", "UNIQUE")]
    [InlineData("minor_units", "-1", "CHECK")]
    [InlineData("kind", "'chargeback'", "CHECK")]
    [InlineData("currency", "NULL", "NOT NULL")]
    [InlineData("at_ms", "NULL", "NOT NULL")]
    public async Task A_row_that_can_not_be_is_not_added(string column, string value, string because)
    {
        await MoveAsync();
        using var connection = DatabaseFile.Open(directory);
        var columns = new Dictionary<string, string>
        {
            ["operation_id"] = "x'01'",
            ["payment_id"] = "x'02'",
            ["kind"] = "'refund'",
            ["minor_units"] = "0",
            ["currency"] = "'USD'",
            ["payment_service_id"] = "x'03'",
            ["at_ms"] = "0",
            [column] = value,
        };

        var refused = Assert.Throws<SqliteException>(() =>
            connection.Ask(
                $"INSERT INTO ledger ({string.Join(", ", columns.Keys)}) VALUES ({string.Join(", ", columns.Values)})"
            )
        );

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_is_stored_under_names_that_stay()
    {
        var payment = await MoveAsync();
        using var connection = DatabaseFile.Open(directory);

        Assert.Equal(
            [
                string.Join(
                    '|',
                    payment.Id.Value.ToString("N").ToUpperInvariant(),
                    payment.Id.Value.ToString("N").ToUpperInvariant(),
                    "authorization",
                    "1000",
                    "USD",
                    Service.ToString("N").ToUpperInvariant(),
                    Samples.Now.AddSeconds(1).ToUnixTimeMilliseconds()
                ),
            ],
            connection.Rows(
                "SELECT hex(operation_id), hex(payment_id), kind, minor_units, currency, hex(payment_service_id), at_ms FROM ledger"
            )
        );
    }

    // The promise is that nothing is written, and only the file knows.
    [Fact]
    public async Task A_decision_that_answers_the_payment_itself_writes_nothing()
    {
        var payment = await MoveAsync();
        using var connection = DatabaseFile.Open(directory);
        connection.Ask(
            "CREATE TRIGGER nothing_is_written BEFORE UPDATE ON payments BEGIN SELECT RAISE(ABORT, 'written'); END"
        );

        Must(await store.ChangeAsync(payment.Id, known => known, None));
        Must(
            await store.ChangeAsync(
                payment.Id,
                known => known.Settle(known.Authorization.Id, Approved, Samples.Now),
                None
            )
        );
        Refused(await store.ChangeAsync(payment.Id, known => new PaymentProblem.InProgress(known.Id), None));

        await Assert.ThrowsAsync<SqliteException>(() =>
            store.ChangeAsync(payment.Id, known => known with { UpdatedAt = Samples.Now }, None)
        );
    }

    // Without its index each of these would read a merchant's every payment, and the limit on what is looked at counts
    // only what the database hands out.
    [Theory]
    [InlineData("checkout_id = x'01'", "payments_by_checkout")]
    [InlineData("external_identifier = 'a'", "payments_by_external_identifier")]
    [InlineData("buyer_id = x'01'", "payments_by_buyer")]
    public void What_narrows_a_list_is_found_by_its_index(string narrow, string index)
    {
        using var connection = DatabaseFile.Open(directory);

        var plan = connection.Rows(
            $"EXPLAIN QUERY PLAN SELECT document FROM payments WHERE merchant_account_id = 'a' AND {narrow} "
                + "AND id < x'FF' ORDER BY id DESC"
        );

        Assert.Contains(plan, step => step.Contains($"USING INDEX {index} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id < x'FF' ORDER BY id DESC")]
    [InlineData("id > x'00' ORDER BY id ASC")]
    public void A_merchant_s_list_is_walked_in_the_order_of_its_index(string condition)
    {
        using var connection = DatabaseFile.Open(directory);

        var plan = connection.Rows(
            $"EXPLAIN QUERY PLAN SELECT document FROM payments WHERE merchant_account_id = 'a' AND {condition}"
        );

        Assert.Contains("payments_by_merchant", Assert.Single(plan), StringComparison.Ordinal);
    }

    private async Task<Payment> MoveAsync()
    {
        var payment = Begun();
        await store.AddAsync(payment, None);
        return Must(await store.ChangeAsync(payment.Id, known => known.Hears(Approved), None));
    }
}
