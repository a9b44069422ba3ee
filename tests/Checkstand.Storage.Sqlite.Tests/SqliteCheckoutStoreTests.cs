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

    [Theory]
    [InlineData("")]
    [InlineData("AND status = 'open'")]
    [InlineData("AND status IN ('open', 'expired')")]
    [InlineData("AND product_id IN (x'00')")]
    public async Task The_usual_lists_walk_the_index_and_sort_nothing(string narrow)
    {
        var plan = await PlanAsync(
            $"SELECT rowid, id FROM checkouts WHERE organization_id = x'00' {narrow} ORDER BY created_at_ms DESC, id DESC LIMIT 10"
        );
        Assert.Contains("COVERING INDEX checkouts_by_organization", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("COUNT(*)", "AND product_id IN (x'00')", "id")]
    [InlineData("rowid", "", "expires_at_ms ASC, id ASC")]
    [InlineData("rowid", "AND product_id = x'00'", "status DESC, created_at_ms DESC, id DESC")]
    public async Task Lists_that_look_at_every_checkout_look_at_no_row(string what, string narrow, string order)
    {
        var plan = await PlanAsync(
            $"SELECT {what} FROM checkouts WHERE organization_id = x'00' {narrow} ORDER BY {order}"
        );
        Assert.Contains("COVERING INDEX checkouts_by_organization", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_looked_for_among_ids()
    {
        var plan = await PlanAsync("SELECT document FROM checkouts WHERE id BETWEEN x'00' AND x'01'");
        Assert.Contains("(id>? AND id<?)", plan, StringComparison.Ordinal);
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
        Assert.DoesNotContain("checkouts_by_organization", plan, StringComparison.Ordinal);
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
