using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class RefundTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly TransactionRefunds refunds = server.Gr4vy.Transactions.Refunds;

    [Fact]
    public async Task A_part_is_given_back_and_found_by_both_names()
    {
        var paid = await server.Gr4vy.CapturedAsync("order-1");

        var refund = await refunds.CreateAsync(
            paid.Id,
            new()
            {
                Amount = 299,
                Reason = "Too large",
                ExternalIdentifier = "r-1",
                TargetType = RefundTargetType.PaymentMethod,
            }
        );

        Assert.Equal(("refund", RefundStatus.Succeeded, 299), (refund.Type, refund.Status, refund.Amount));
        Assert.Equal((paid.Id, "order-1"), (refund.TransactionId, refund.TransactionExternalIdentifier));
        Assert.Equal(("Too large", "r-1"), (refund.Reason, refund.ExternalIdentifier));
        Assert.Equal(RefundTargetType.PaymentMethod, refund.TargetType);
        Assert.Equal(paid.ReconciliationId, refund.TransactionReconciliationId);
        Assert.Equal(299, (await server.Gr4vy.Transactions.GetAsync(paid.Id)).RefundedAmount);
        Assert.Equivalent(refund, await refunds.GetAsync(paid.Id, refund.Id), strict: true);
        Assert.Equivalent(refund, await server.Gr4vy.Refunds.GetAsync(refund.Id), strict: true);
    }

    [Fact]
    public async Task Without_an_amount_all_that_is_left_is_given_back()
    {
        var paid = await server.Gr4vy.CapturedAsync();
        await refunds.CreateAsync(paid.Id, new() { Amount = 299 });

        var rest = await refunds.CreateAsync(paid.Id);
        var all = await refunds.ListAsync(paid.Id);

        Assert.Equal(1000, rest.Amount);
        Assert.Equal([1000, 299], all.Select(refund => refund.Amount));
    }

    [Fact]
    public async Task Everything_is_given_back_at_once()
    {
        var paid = await server.Gr4vy.CapturedAsync();

        var all = await refunds.All.CreateAsync(paid.Id, new() { Reason = "Gone", ExternalIdentifier = "r-2" });
        var other = await refunds.All.CreateAsync((await server.Gr4vy.CapturedAsync()).Id);

        var refund = Assert.Single(all);
        Assert.Equal((1299, "Gone", "r-2"), (refund.Amount, refund.Reason, refund.ExternalIdentifier));
        Assert.Equal(1299, Assert.Single(other).Amount);
    }

    [Fact]
    public async Task An_unknown_refund_is_not_found()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => server.Gr4vy.Refunds.GetAsync(Paying.UnknownId));
        await Assert.ThrowsAsync<NotFoundException>(() => refunds.GetAsync(Paying.UnknownId, Paying.UnknownId));
    }
}
