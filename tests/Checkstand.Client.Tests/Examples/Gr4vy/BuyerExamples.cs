using Checkstand.Client.Gr4vy;
using Checkstand.Client.Tests.Gr4vy;

namespace Checkstand.Client.Tests.Examples;

public sealed class BuyerExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Gr4vyClient client = server.Gr4vy;

    [Fact]
    public async Task A_buyer_is_added()
    {
        // example: gr4vy-buyers-create
        var buyer = await client.Buyers.CreateAsync(
            new BuyerCreate
            {
                DisplayName = "John Doe",
                ExternalIdentifier = "buyer-12345",
                BillingDetails = new() { FirstName = "John", LastName = "Doe" },
            }
        );
        // end

        Assert.Equal("John Doe", buyer.DisplayName);
    }

    [Fact]
    public async Task Buyers_are_listed()
    {
        await client.Buyers.CreateAsync(new() { DisplayName = "John Listed" });

        // example: gr4vy-buyers-list
        await foreach (var buyer in client.Buyers.ListAsync(search: "john"))
        {
            Console.WriteLine(buyer.DisplayName);
        }
        // end

        Assert.NotEmpty((await client.Buyers.ListPageAsync(search: "john")).Items);
    }

    [Fact]
    public async Task A_buyer_is_read()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;

        // example: gr4vy-buyers-get
        var buyer = await client.Buyers.GetAsync(buyerId);
        // end

        Assert.Equal(buyerId, buyer.Id);
    }

    [Fact]
    public async Task A_buyer_is_changed()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;

        // example: gr4vy-buyers-update
        var buyer = await client.Buyers.UpdateAsync(
            buyerId,
            new BuyerUpdate { DisplayName = "Jane Doe", AccountNumber = null }
        );
        // end

        Assert.Equal("Jane Doe", buyer.DisplayName);
    }

    [Fact]
    public async Task A_buyer_is_removed()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;

        // example: gr4vy-buyers-delete
        await client.Buyers.DeleteAsync(buyerId);
        // end

        Assert.IsType<NotFoundException>((await client.Buyers.TryGetAsync(buyerId)).Error);
    }

    [Fact]
    public async Task Shipping_details_are_added()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;

        // example: gr4vy-buyers-shipping-details-create
        var details = await client.Buyers.ShippingDetails.CreateAsync(
            buyerId,
            new ShippingDetailsCreate
            {
                FirstName = "John",
                LastName = "Doe",
                Address = new() { City = "San Jose", Country = "US" },
            }
        );
        // end

        Assert.Equal(buyerId, details.BuyerId);
    }

    [Fact]
    public async Task Shipping_details_are_listed()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;
        var shippingDetailsId = (
            await client.Buyers.ShippingDetails.CreateAsync(buyerId, new() { LastName = "Doe" })
        ).Id!;

        // example: gr4vy-buyers-shipping-details-list
        var all = await client.Buyers.ShippingDetails.ListAsync(buyerId);
        // end

        Assert.Equal(shippingDetailsId, Assert.Single(all).Id);
    }

    [Fact]
    public async Task Shipping_details_are_read()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;
        var shippingDetailsId = (
            await client.Buyers.ShippingDetails.CreateAsync(buyerId, new() { LastName = "Doe" })
        ).Id!;

        // example: gr4vy-buyers-shipping-details-get
        var details = await client.Buyers.ShippingDetails.GetAsync(buyerId, shippingDetailsId);
        // end

        Assert.Equal("Doe", details.LastName);
    }

    [Fact]
    public async Task Shipping_details_are_changed()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;
        var shippingDetailsId = (
            await client.Buyers.ShippingDetails.CreateAsync(buyerId, new() { LastName = "Doe" })
        ).Id!;

        // example: gr4vy-buyers-shipping-details-update
        var details = await client.Buyers.ShippingDetails.UpdateAsync(
            buyerId,
            shippingDetailsId,
            new ShippingDetailsUpdate { EmailAddress = "john@example.com", LastName = null }
        );
        // end

        Assert.Equal((null, "john@example.com"), (details.LastName, details.EmailAddress));
    }

    [Fact]
    public async Task Shipping_details_are_removed()
    {
        var buyerId = (await client.Buyers.CreateAsync(new())).Id;
        var shippingDetailsId = (
            await client.Buyers.ShippingDetails.CreateAsync(buyerId, new() { LastName = "Doe" })
        ).Id!;

        // example: gr4vy-buyers-shipping-details-delete
        await client.Buyers.ShippingDetails.DeleteAsync(buyerId, shippingDetailsId);
        // end

        Assert.Empty(await client.Buyers.ShippingDetails.ListAsync(buyerId));
    }

    [Fact]
    public async Task A_buyers_payment_methods_are_listed()
    {
        await client.PaymentMethods.CreateAsync(
            new CardPaymentMethodCreate
            {
                Number = "4111111111111111",
                ExpirationDate = "12/35",
                BuyerExternalIdentifier = "buyer-2",
            }
        );

        // example: gr4vy-buyers-payment-methods-list
        var methods = await client.Buyers.PaymentMethods.ListAsync(
            buyerExternalIdentifier: "buyer-2",
            sortBy: SortBy.LastUsedAt
        );
        // end

        Assert.Single(methods);
    }

    [Fact]
    public async Task A_buyers_gift_cards_are_listed()
    {
        // example: gr4vy-buyers-gift-cards-list
        var cards = await client.Buyers.GiftCards.ListAsync(buyerExternalIdentifier: "buyer-12345");
        // end

        Assert.Empty(cards);
    }

    [Fact]
    public async Task Gift_cards_are_listed()
    {
        var count = 0;

        // example: gr4vy-gift-cards-list
        await foreach (var card in client.GiftCards.ListAsync())
        {
            Console.WriteLine($"{card.Bin}...{card.Last4}");
            count++;
        }
        // end

        Assert.Equal(0, count);
    }
}
