using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class TransactionHistoryTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Transactions transactions = server.Gr4vy.Transactions;

    [Fact]
    public async Task Events_are_told_newest_first_over_all_pages()
    {
        var paid = await server.Gr4vy.AuthorizedAsync();
        await transactions.CaptureAsync(paid.Id);

        var whole = await transactions.Events.ListPageAsync(paid.Id);
        var names = new List<TransactionEventName>();
        await foreach (var happened in transactions.Events.ListAsync(paid.Id, limit: 1))
        {
            names.Add(happened.Name);
        }

        Assert.Equal(
            [
                TransactionEventName.PaymentConnectorResponseTransactionCaptureSucceeded,
                TransactionEventName.PaymentConnectorResponseTransactionAuthorizationSucceeded,
            ],
            names
        );
        Assert.Equal(names, whole.Items.Select(item => item.Name));
        Assert.Equal(1299, whole.Items[0].Context.GetProperty("amount").GetInt32());
    }

    [Fact]
    public async Task What_never_happens_here_is_an_empty_list()
    {
        var paid = await server.Gr4vy.CapturedAsync();

        Assert.Empty(await transactions.Actions.ListAsync(paid.Id));
        Assert.Empty(await transactions.Settlements.ListAsync(paid.Id));
        Assert.Empty(await transactions.RefundSettlements.ListAsync(paid.Id));
    }

    [Fact]
    public async Task There_are_no_settlements()
    {
        var paid = await server.Gr4vy.CapturedAsync();

        var settlement = await transactions.Settlements.TryGetAsync(paid.Id, Paying.UnknownId);
        var refundSettlement = await transactions.RefundSettlements.TryGetAsync(paid.Id, Paying.UnknownId);

        Assert.IsType<NotFoundException>(settlement.Error);
        Assert.IsType<NotFoundException>(refundSettlement.Error);
    }
}
