using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class TransactionSettlementExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task Settlements_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-settlements-list
        var settlements = await client.Transactions.Settlements.ListAsync(transactionId);
        // end

        Assert.Empty(settlements);
    }

    [Fact]
    public async Task A_settlement_is_read()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        var settlementId = "fe26475d-ec3e-4884-9553-f7356683f7f9";

        // example: gr4vy-transactions-settlements-get
        var result = await client.Transactions.Settlements.TryGetAsync(transactionId, settlementId);
        Console.WriteLine(result.Ok ? $"{result.Value.Commission}" : result.Error.Message);
        // end

        Assert.IsType<NotFoundException>(result.Error);
    }

    [Fact]
    public async Task Settlements_of_refunds_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-refund-settlements-list
        var settlements = await client.Transactions.RefundSettlements.ListAsync(transactionId);
        // end

        Assert.Empty(settlements);
    }

    [Fact]
    public async Task A_settlement_of_a_refund_is_read()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        var settlementId = "fe26475d-ec3e-4884-9553-f7356683f7f9";

        // example: gr4vy-transactions-refund-settlements-get
        var result = await client.Transactions.RefundSettlements.TryGetAsync(transactionId, settlementId);
        Console.WriteLine(result.Ok ? $"{result.Value.Commission}" : result.Error.Message);
        // end

        Assert.IsType<NotFoundException>(result.Error);
    }
}
