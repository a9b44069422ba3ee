using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class TransactionExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_session_is_paid()
    {
        var sessionId = (await client.OpenWithCardAsync()).Id;

        // example: gr4vy-transactions-create
        var transaction = await client.Transactions.CreateAsync(
            new TransactionCreate
            {
                Amount = 1299,
                Currency = "USD",
                PaymentMethod = new CheckoutSessionWithUrlPaymentMethodCreate { Id = sessionId },
            },
            options: new CallOptions { IdempotencyKey = "order-12345" }
        );
        Console.WriteLine(transaction.Status);
        // end

        Assert.Equal(TransactionStatus.AuthorizationSucceeded, transaction.Status);
    }

    [Fact]
    public async Task A_card_is_charged()
    {
        // example: gr4vy-transactions-create-card
        var transaction = await client.Transactions.CreateAsync(
            new TransactionCreate
            {
                Amount = 1299,
                Currency = "USD",
                Intent = TransactionIntent.Capture,
                PaymentMethod = new CardWithUrlPaymentMethodCreate
                {
                    Number = "4111111111111111",
                    ExpirationDate = "11/25",
                    SecurityCode = "123",
                },
            }
        );
        if (transaction.Status == TransactionStatus.AuthorizationDeclined)
        {
            Console.WriteLine(transaction.ErrorCode);
        }
        // end

        Assert.Equal(TransactionStatus.CaptureSucceeded, transaction.Status);
    }

    [Fact]
    public async Task Payments_are_listed()
    {
        await client.CapturedAsync("order-1");

        // example: gr4vy-transactions-list
        var filter = new TransactionFilter { Status = [TransactionStatus.CaptureSucceeded], Currency = ["USD"] };
        await foreach (var transaction in client.Transactions.ListAsync(filter))
        {
            Console.WriteLine($"{transaction.Id} {transaction.Amount}");
        }
        // end

        Assert.NotEmpty((await client.Transactions.ListPageAsync(filter)).Items);
    }

    [Fact]
    public async Task Payments_are_listed_page_by_page()
    {
        await client.CapturedAsync("order-2");

        // example: gr4vy-transactions-list-page
        var page = await client.Transactions.ListPageAsync(limit: 50);
        for (; page is not null; page = await page.NextAsync())
        {
            Console.WriteLine($"{page.Items.Count} transactions, then {page.NextCursor ?? "no more"}");
        }
        // end

        Assert.Null(page);
    }

    [Fact]
    public async Task A_payment_is_read()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-get
        var transaction = await client.Transactions.GetAsync(transactionId);
        Console.WriteLine($"{transaction.CapturedAmount} of {transaction.AuthorizedAmount} {transaction.Currency}");
        // end

        Assert.Equal(transactionId, transaction.Id);
    }

    [Fact]
    public async Task What_was_written_on_a_payment_is_changed()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-update
        var transaction = await client.Transactions.UpdateAsync(
            transactionId,
            new TransactionUpdate { Metadata = new Dictionary<string, string> { ["order_id"] = "order-12345" } }
        );
        // end

        Assert.Equal("order-12345", transaction.Metadata?["order_id"]);
    }

    [Fact]
    public async Task Reserved_money_is_taken()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-capture
        var transaction = await client.Transactions.CaptureAsync(
            transactionId,
            new TransactionCaptureCreate { Amount = 500, Final = false }
        );
        // end

        Assert.Equal(500, transaction.CapturedAmount);
    }

    [Fact]
    public async Task A_capture_is_told()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-capture-detailed
        var capture = await client.Transactions.CaptureDetailedAsync(transactionId);
        Console.WriteLine($"{capture.Status}, {capture.RawResponseDescription}");
        // end

        Assert.Equal(CaptureStatus.Succeeded, capture.Status);
    }

    [Fact]
    public async Task Reserved_money_is_given_up()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-void
        var transaction = await client.Transactions.VoidAsync(transactionId);
        // end

        Assert.Equal(TransactionStatus.AuthorizationVoided, transaction.Status);
    }

    [Fact]
    public async Task A_void_is_told()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-void-detailed
        var outcome = await client.Transactions.VoidDetailedAsync(transactionId);
        Console.WriteLine($"{outcome.Status}, {outcome.RawResponseDescription}");
        // end

        Assert.Equal(VoidStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task A_payment_is_not_cancelled()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-cancel
        var result = await client.Transactions.TryCancelAsync(transactionId);
        Console.WriteLine(result.Ok ? $"{result.Value.Status}" : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }

    [Fact]
    public async Task A_payment_is_not_looked_up()
    {
        var transactionId = (await client.AuthorizedAsync()).Id;

        // example: gr4vy-transactions-sync
        var result = await client.Transactions.TrySyncAsync(transactionId);
        Console.WriteLine(result.Ok ? $"{result.Value.Status}" : result.Error.Message);
        // end

        Assert.IsType<BadRequestException>(result.Error);
    }

    [Fact]
    public async Task Captures_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-captures-list
        var captures = await client.Transactions.Captures.ListAsync(transactionId);
        var total = captures.Sum(capture => capture.Amount);
        // end

        Assert.Equal(1299, total);
    }

    [Fact]
    public async Task A_capture_is_read()
    {
        var transactionId = (await client.CapturedAsync()).Id;
        var captureId = (await client.Transactions.Captures.ListAsync(transactionId))[0].Id;

        // example: gr4vy-transactions-captures-get
        var capture = await client.Transactions.Captures.GetAsync(transactionId, captureId);
        Console.WriteLine(capture.CapturedAt);
        // end

        Assert.Equal(captureId, capture.Id);
    }

    [Fact]
    public async Task Events_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-events-list
        var names = new List<TransactionEventName>();
        await foreach (var happened in client.Transactions.Events.ListAsync(transactionId))
        {
            names.Add(happened.Name);
        }
        // end

        Assert.NotEmpty(names);
    }

    [Fact]
    public async Task Actions_are_listed()
    {
        var transactionId = (await client.CapturedAsync()).Id;

        // example: gr4vy-transactions-actions-list
        var actions = await client.Transactions.Actions.ListAsync(transactionId);
        // end

        Assert.Empty(actions);
    }
}
