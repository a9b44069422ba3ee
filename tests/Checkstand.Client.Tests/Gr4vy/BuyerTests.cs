using Checkstand.Client.Gr4vy;

namespace Checkstand.Client.Tests.Gr4vy;

public sealed class BuyerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Buyers buyers = server.Gr4vy.Buyers;

    [Fact]
    public async Task A_buyer_is_added_and_read()
    {
        var buyer = await buyers.CreateAsync(
            new()
            {
                DisplayName = "John Doe",
                ExternalIdentifier = "b-1",
                AccountNumber = "a-1",
                BillingDetails = SeedPayload.Billing(),
            }
        );

        Assert.Equal(("buyer", "default"), (buyer.Type, buyer.MerchantAccountId));
        Assert.Equal(("John Doe", "b-1", "a-1"), (buyer.DisplayName, buyer.ExternalIdentifier, buyer.AccountNumber));
        Assert.Equivalent(SeedPayload.Billing(), buyer.BillingDetails, strict: true);
        Assert.NotEqual("", buyer.ReconciliationId);
        Assert.Equivalent(buyer, await buyers.GetAsync(buyer.Id), strict: true);
    }

    [Fact]
    public async Task A_second_buyer_of_one_name_is_a_conflict()
    {
        await buyers.CreateAsync(new() { ExternalIdentifier = "b-2" });

        var error = await Assert.ThrowsAsync<ConflictException>(() =>
            buyers.CreateAsync(new() { ExternalIdentifier = "b-2" })
        );

        Assert.Equal((409, "duplicate_record"), (error.StatusCode, error.Code));
    }

    [Fact]
    public async Task Buyers_are_searched_over_all_pages()
    {
        for (var i = 0; i < 3; i++)
        {
            await buyers.CreateAsync(new() { DisplayName = $"Searched {i}" });
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var found = new List<string?>();
        await foreach (var buyer in buyers.ListAsync(search: "searched", limit: 2))
        {
            found.Add(buyer.DisplayName);
        }

        Assert.Equal(["Searched 2", "Searched 1", "Searched 0"], found);
    }

    [Fact]
    public async Task A_buyer_is_found_by_the_merchants_name()
    {
        var buyer = await buyers.CreateAsync(new() { ExternalIdentifier = "b-3" });

        Assert.Equal(buyer.Id, Assert.Single((await buyers.ListPageAsync(externalIdentifier: "b-3")).Items).Id);
    }

    [Fact]
    public async Task A_deleted_buyer_is_gone()
    {
        var buyer = await buyers.CreateAsync(new());

        await buyers.DeleteAsync(buyer.Id);

        await Assert.ThrowsAsync<NotFoundException>(() => buyers.GetAsync(buyer.Id));
    }

    [Fact]
    public async Task Shipping_details_are_added_changed_and_removed()
    {
        var buyer = await buyers.CreateAsync(new());
        var details = buyers.ShippingDetails;

        var first = await details.CreateAsync(buyer.Id, SeedPayload.Buyer().ShippingDetails!);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await details.CreateAsync(buyer.Id, new() { FirstName = "Jane" });
        var changed = await details.UpdateAsync(
            buyer.Id,
            first.Id!,
            new()
            {
                FirstName = null,
                LastName = "Roe",
                Address = new Address { City = "Oslo" },
            }
        );

        Assert.Equal(("shipping-details", buyer.Id), (first.Type, first.BuyerId));
        Assert.Equivalent(SeedPayload.Address(), first.Address, strict: true);
        Assert.Equal((null, "Roe", "Oslo"), (changed.FirstName, changed.LastName, changed.Address?.City));
        Assert.Equal(first.EmailAddress, changed.EmailAddress);
        Assert.Null(changed.Address?.Country);
        Assert.Equivalent(changed, await details.GetAsync(buyer.Id, first.Id!), strict: true);
        Assert.Equal([second.Id, first.Id], (await details.ListAsync(buyer.Id)).Select(item => item.Id));

        await details.DeleteAsync(buyer.Id, first.Id!);

        Assert.Equal(second.Id, Assert.Single(await details.ListAsync(buyer.Id)).Id);
        await Assert.ThrowsAsync<NotFoundException>(() => details.GetAsync(buyer.Id, first.Id!));
    }

    [Fact]
    public async Task A_buyer_and_the_shipping_details_go_with_a_payment()
    {
        var buyer = await buyers.CreateAsync(new() { DisplayName = "John", ExternalIdentifier = "b-4" });
        var details = await buyers.ShippingDetails.CreateAsync(buyer.Id, new() { LastName = "Doe" });
        var payment = Paying.Payment();
        payment.BuyerId = buyer.Id;
        payment.ShippingDetailsId = details.Id;

        var paid = await server.Gr4vy.Transactions.CreateAsync(payment);

        Assert.Equal((buyer.Id, "b-4"), (paid.Buyer?.Id, paid.Buyer?.ExternalIdentifier));
        Assert.Equal((details.Id, "Doe"), (paid.ShippingDetails?.Id, paid.ShippingDetails?.LastName));
    }

    [Fact]
    public async Task Nobody_has_gift_cards()
    {
        var buyer = await buyers.CreateAsync(new() { ExternalIdentifier = "b-5" });

        Assert.Empty(await buyers.GiftCards.ListAsync(buyer.Id, "b-5", SortBy.UsageCount, OrderBy.Asc));
        Assert.Empty((await server.Gr4vy.GiftCards.ListPageAsync(buyer.Id, "b-5", limit: 1)).Items);
        await foreach (var card in server.Gr4vy.GiftCards.ListAsync())
        {
            Assert.Fail($"There is {card.Id}.");
        }
    }
}
