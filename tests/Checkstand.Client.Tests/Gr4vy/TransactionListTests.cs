using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class TransactionListTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Transactions transactions = server.Gr4vy.Transactions;

    [Fact]
    public async Task Items_of_all_pages_are_listed_newest_first()
    {
        var made = await MakeAsync("pages", 5);
        var filter = new TransactionFilter { ExternalIdentifier = "pages" };

        var listed = new List<string>();
        await foreach (var transaction in transactions.ListAsync(filter, limit: 2))
        {
            listed.Add(transaction.Id);
        }

        Assert.Equal(made.Reverse(), listed);
    }

    [Fact]
    public async Task Pages_lead_from_one_to_the_next_and_back()
    {
        var made = await MakeAsync("cursors", 3);
        var filter = new TransactionFilter { ExternalIdentifier = "cursors" };

        var first = await transactions.ListPageAsync(filter, limit: 2);
        var second = await first.NextAsync();
        var back = await transactions.ListPageAsync(filter, cursor: second?.PreviousCursor, limit: 2);

        Assert.True(first.HasNext);
        Assert.Null(first.PreviousCursor);
        Assert.Equal([made[2], made[1]], first.Items.Select(item => item.Id));
        Assert.Equal([made[0]], second!.Items.Select(item => item.Id));
        Assert.False(second.HasNext);
        Assert.Null(await second.NextAsync());
        Assert.Equal(first.Items.Select(item => item.Id), back.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_page_is_a_result_too()
    {
        await MakeAsync("result", 2);

        var page = await transactions.TryListPageAsync(new() { ExternalIdentifier = "result" }, limit: 1);
        var next = await page.ValueOrThrow().TryNextAsync();
        var refused = await transactions.TryListPageAsync(cursor: "nonsense");

        Assert.True(next?.Ok);
        Assert.Null(await next!.Value!.TryNextAsync());
        Assert.Equal("cursor", Assert.Single(refused.Error!.Details).Pointer);
    }

    [Fact]
    public async Task Every_filter_is_understood()
    {
        var session = await server.Gr4vy.OpenWithCardAsync();
        var payment = new TransactionCreate
        {
            Amount = 77,
            Currency = "CHF",
            Country = "CH",
            PaymentMethod = new CheckoutSessionWithUrlPaymentMethodCreate { Id = session.Id },
            Buyer = SeedPayload.Buyer(),
            BuyerExternalIdentifier = "b-1",
            Metadata = new() { ["a"] = "b" },
        };
        var paid = await transactions.CreateAsync(payment);
        var filter = new TransactionFilter
        {
            CreatedAtLte = paid.CreatedAt,
            CreatedAtGte = paid.CreatedAt,
            UpdatedAtLte = paid.UpdatedAt,
            UpdatedAtGte = paid.UpdatedAt,
            Search = paid.Id,
            BuyerExternalIdentifier = "b-1",
            BuyerEmailAddress = "john@example.com",
            Status = [TransactionStatus.AuthorizationSucceeded, TransactionStatus.Processing],
            Id = paid.Id,
            PaymentServiceTransactionId = paid.PaymentServiceTransactionId,
            Metadata = ["""{"a":"b"}"""],
            AmountEq = 77,
            AmountLte = 77,
            AmountGte = 77,
            Currency = ["CHF", "EUR"],
            Country = ["CH"],
            PaymentServiceId = [paid.PaymentService!.Id],
            PaymentMethodLabel = "1111",
            PaymentMethodScheme = [CardScheme.Visa],
            PaymentMethodFingerprint = paid.PaymentMethod!.Fingerprint,
            PaymentMethodBin = "411111",
            Method = [Method.Card],
            HasRefunds = false,
            PendingReview = false,
            CheckoutSessionId = session.Id,
            ReconciliationId = paid.ReconciliationId,
            HasGiftCardRedemptions = false,
            HasSettlements = false,
            PaymentSource = [TransactionPaymentSource.Ecommerce],
            IsSubsequentPayment = false,
            MerchantInitiated = false,
            Used3ds = false,
            Disputed = false,
            BuyerSearch = ["John"],
        };

        var found = Assert.Single((await transactions.ListPageAsync(filter)).Items);

        Assert.Equal(paid.Id, found.Id);
        Assert.Equal((paid.Amount, paid.Status, paid.Currency), (found.Amount, found.Status, found.Currency));
        Assert.Equivalent(paid.PaymentMethod, found.PaymentMethod, strict: true);
        Assert.Null(found.AdditionalProperties);
    }

    [Fact]
    public async Task A_filter_that_does_not_fit_finds_nothing()
    {
        await MakeAsync("misses", 1);
        TransactionFilter[] misses =
        [
            new() { BuyerId = Paying.UnknownId },
            new() { IpAddress = "192.0.2.1" },
            new() { PaymentMethodId = Paying.UnknownId },
            new() { PaymentMethodCountry = "US" },
            new() { ErrorCode = ["issuer_decline"] },
            new() { PaymentLinkId = Paying.UnknownId },
            new() { GiftCardId = Paying.UnknownId },
            new() { GiftCardLast4 = "1234" },
            new() { ReauthorizedFromTransactionId = Paying.UnknownId },
        ];

        foreach (var filter in misses)
        {
            filter.ExternalIdentifier = "misses";
            Assert.Empty((await transactions.ListPageAsync(filter)).Items);
        }
    }

    private async Task<string[]> MakeAsync(string externalIdentifier, int count)
    {
        var made = new string[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = (await server.Gr4vy.CapturedAsync(externalIdentifier)).Id;
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return made;
    }
}
