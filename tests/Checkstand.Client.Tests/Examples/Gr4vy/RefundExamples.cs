using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class RefundExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task Money_is_given_back()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-refunds-create
        var refund = await client.Transactions.Refunds.CreateAsync(
            transactionId,
            new TransactionRefundCreate { Amount = 299, Reason = "One item was broken" }
        );
        // end

        Assert.Equal(RefundStatus.Succeeded, refund.Status);
    }

    [Fact]
    public async Task Refunds_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        await client.Transactions.Refunds.CreateAsync(transactionId);

        // example: gr4vy-transactions-refunds-list
        var refunds = await client.Transactions.Refunds.ListAsync(transactionId);
        // end

        Assert.Single(refunds);
    }

    [Fact]
    public async Task A_refund_of_a_transaction_is_read()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        var refundId = (await client.Transactions.Refunds.CreateAsync(transactionId)).Id;

        // example: gr4vy-transactions-refunds-get
        var refund = await client.Transactions.Refunds.GetAsync(transactionId, refundId);
        // end

        Assert.Equal(refundId, refund.Id);
    }

    [Fact]
    public async Task Everything_is_given_back()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-refunds-all-create
        var refunds = await client.Transactions.Refunds.All.CreateAsync(
            transactionId,
            new TransactionRefundAllCreate { Reason = "The flight was cancelled" }
        );
        // end

        Assert.Equal(1299, Assert.Single(refunds).Amount);
    }

    [Fact]
    public async Task A_refund_is_read()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        var refundId = (await client.Transactions.Refunds.CreateAsync(transactionId)).Id;

        // example: gr4vy-refunds-get
        var refund = await client.Refunds.GetAsync(refundId);
        Console.WriteLine($"{refund.Amount} {refund.Currency}: {refund.Status}");
        // end

        Assert.Equal(refundId, refund.Id);
    }
}
