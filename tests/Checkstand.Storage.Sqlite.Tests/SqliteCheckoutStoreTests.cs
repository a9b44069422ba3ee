using Checkstand.Core.CustomFields;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteCheckoutStoreTests : CheckoutStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Several_statuses_are_merged_and_not_sorted()
    {
        const string Select = "SELECT document, id, created_at_ms FROM checkouts WHERE organization_id = x'00'";
        var plan = await PlanAsync(
            $"{Select} AND status = 'open' UNION ALL {Select} AND status = 'expired' ORDER BY created_at_ms DESC, id DESC LIMIT 10"
        );
        Assert.Contains("MERGE", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WHERE organization_id = x'00'", "created_at_ms DESC, id DESC")]
    [InlineData("WHERE organization_id = x'00' AND status = 'open'", "created_at_ms DESC, id DESC")]
    [InlineData("WHERE organization_id = x'00'", "expires_at_ms ASC, id ASC")]
    [InlineData("WHERE organization_id = x'00'", "status DESC, created_at_ms DESC, id DESC")]
    public async Task The_usual_lists_walk_an_index_and_sort_nothing(string where, string order)
    {
        var plan = await PlanAsync($"SELECT document FROM checkouts {where} ORDER BY {order} LIMIT 10");

        Assert.Contains("USING INDEX", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("customer_id IN (x'00', x'01')")]
    [InlineData(
        "(external_customer_id IN ('a', 'b') OR customer_id IN (SELECT customers.id FROM customers WHERE customers.organization_id = x'00' AND customers.external_id IN ('a', 'b') AND customers.deleted_at_ms IS NULL))"
    )]
    public async Task The_checkouts_of_a_customer_are_found_without_a_look_at_all(string filter)
    {
        var plan = await PlanAsync(
            $"SELECT COUNT(*) FROM checkouts WHERE +organization_id = x'00' AND status = 'open' AND {filter}"
        );
        Assert.DoesNotContain("SCAN checkouts", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("checkouts_by_status", plan, StringComparison.Ordinal);
        Assert.Contains("checkouts_by_customer", plan, StringComparison.Ordinal);
    }

    private Task<string> PlanAsync(string sql) =>
        database!.Writer.WriteAsync(statements =>
        {
            using var rows = statements.With($"EXPLAIN QUERY PLAN {sql}").ExecuteReader();
            var lines = new List<string>();
            while (rows.Read())
            {
                lines.Add(rows.GetString(3));
            }

            return string.Join('\n', lines);
        });

    protected override Task<TradeStores> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult(SqliteTrade.StoresOf(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }

    protected override Task AddFieldAsync(CustomField field) =>
        new SqliteCustomFieldStore(database!).AddAsync(field, CancellationToken.None);
}
