using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;

namespace Checkstand.Client.Tests.Examples;

/// <summary>The seven examples of the vendor's document about checkouts.</summary>
public sealed class PolarCheckoutExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Checkouts_are_listed_item_by_item()
    {
        var product = await server.ProductAsync();
        var productId = product.Id;
        await server.OpenAsync(productId);
        var count = 0;

        // example: polar-checkouts-list-items
        var checkouts = polar.Checkouts.ListAsync(
            productId: productId,
            status: [CheckoutStatus.Open, CheckoutStatus.Confirmed],
            sorting: CheckoutSortProperty.CreatedAtDescending
        );
        await foreach (var checkout in checkouts)
        {
            Console.WriteLine($"{checkout.Id} {checkout.TotalAmount} {checkout.Currency}");
            count++;
        }
        // end

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_checkout_is_opened()
    {
        var (product1, product2, product3) = (
            server.Handbook(),
            server.Products.Custom.ToString(),
            server.Products.Recurring.ToString()
        );

        // example: polar-checkouts-create
        var checkout = await polar.Checkouts.CreateAsync(
            request: new CheckoutCreate
            {
                CustomerBillingAddress = new BillingAddress { Country = "US" },
                Products = [product1, product2, product3],
            }
        );

        Console.WriteLine($"Pay at {checkout.Url}");
        // end

        Assert.Equal(3, checkout.Products.Count);
    }

    [Fact]
    public async Task A_checkout_is_opened_with_prices_of_its_own()
    {
        var productId = server.Handbook();

        // example: polar-checkouts-create-prices
        var checkout = await polar.Checkouts.CreateAsync(
            new CheckoutCreate
            {
                Products = [productId],
                Prices = new() { [productId] = [new ProductPriceFixedCreate { PriceAmount = 1999 }] },
                CustomerEmail = "ada@example.com",
                Metadata = new Metadata { ["cart"] = "A-7" },
                SuccessUrl = "https://example.com/thanks?checkout_id={CHECKOUT_ID}",
            }
        );
        // end

        Assert.Equal(1999, checkout.TotalAmount);
    }

    [Fact]
    public async Task A_checkout_is_opened_without_exceptions()
    {
        var productId = server.Handbook();

        // example: polar-checkouts-create-result
        var result = await polar.Checkouts.TryCreateAsync(new CheckoutCreate { Products = [productId] });
        if (result.Ok)
        {
            Console.WriteLine(result.Value.Id);
        }
        else
        {
            Console.WriteLine($"create failed: {result.Error.Message}");
        }
        // end

        Assert.True(result.Ok);
    }

    [Fact]
    public async Task A_checkout_is_read()
    {
        var id = (await server.OpenAsync()).Id;

        // example: polar-checkouts-get
        var checkout = await polar.Checkouts.GetAsync(id: id);

        Console.WriteLine(checkout.Status);
        // end

        Assert.Equal(CheckoutStatus.Open, checkout.Status);
    }

    [Fact]
    public async Task A_checkout_is_changed()
    {
        var id = (await server.OpenAsync()).Id;

        // example: polar-checkouts-update
        var checkout = await polar.Checkouts.UpdateAsync(
            id: id,
            checkoutUpdate: new CheckoutUpdate { CustomerBillingAddress = new BillingAddress { Country = "US" } }
        );
        // end

        Assert.Equal("US", checkout.CustomerBillingAddress?.Country);
    }

    [Fact]
    public async Task A_part_of_a_checkout_is_cleared()
    {
        var id = (await server.OpenAsync(change: request => request.CustomerName = "Ada")).Id;

        // example: polar-checkouts-update-parts
        var checkout = await polar.Checkouts.UpdateAsync(
            id,
            new CheckoutUpdate
            {
                DiscountId = null, // takes the discount away
                Metadata = new Metadata { ["cart"] = "A-8" }, // replaces the whole of it
                // CustomerName is not named, and stays.
            }
        );
        // end

        Assert.Equal(("Ada", "A-8"), (checkout.CustomerName, checkout.Metadata["cart"].Text));
    }

    [Fact]
    public async Task A_buyer_reads_a_checkout()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;

        // example: polar-checkouts-client-get
        var checkout = await polar.Checkouts.ClientGetAsync(clientSecret: clientSecret);

        Console.WriteLine($"{checkout.Organization.Name} sells {checkout.Product?.Name}");
        // end

        Assert.Equal("Acme", checkout.Organization.Name);
    }

    [Fact]
    public async Task A_buyer_changes_a_checkout()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;

        // example: polar-checkouts-client-update
        var checkout = await polar.Checkouts.ClientUpdateAsync(
            clientSecret: clientSecret,
            checkoutUpdatePublic: new CheckoutUpdatePublic { CustomerBillingAddress = null }
        );
        // end

        Assert.Null(checkout.CustomerBillingAddress);
    }

    [Fact]
    public async Task A_buyer_enters_a_code()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;
        await polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Spring",
                Code = "SPRING",
                Duration = DiscountDuration.Once,
                BasisPoints = 1000,
            }
        );

        // example: polar-checkouts-client-update-code
        var checkout = await polar.Checkouts.ClientUpdateAsync(
            clientSecret,
            new CheckoutUpdatePublic { DiscountCode = "SPRING", CustomerEmail = "ada@example.com" }
        );

        var saved = checkout.Discount switch
        {
            CheckoutDiscountPercentage part => $"{part.BasisPoints / 100m} %",
            CheckoutDiscountFixed money => $"{money.Amounts[checkout.Currency]} {checkout.Currency}",
            null => "nothing",
            _ => "something that is newer than this client",
        };
        // end

        Assert.Equal("10 %", saved);
    }

    [Fact]
    public async Task A_buyer_confirms_a_checkout()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;
        var confirmationToken = Shop.Approve;

        // example: polar-checkouts-client-confirm
        var checkout = await polar.Checkouts.ClientConfirmAsync(
            clientSecret: clientSecret,
            checkoutConfirmStripe: new CheckoutConfirmStripe
            {
                CustomerEmail = "ada@example.com",
                CustomerBillingAddress = new BillingAddress
                {
                    Country = "US",
                    Line1 = "1 Main St",
                    City = "Springfield",
                    State = "IL",
                    PostalCode = "62701",
                },
                ConfirmationTokenId = confirmationToken,
            }
        );
        // end

        Assert.Equal(CheckoutStatus.Confirmed, checkout.Status);
    }

    [Fact]
    public async Task A_buyer_is_told_why_a_confirmation_fails()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;
        var confirmation = Shop.Confirmation("ada@example.com", "ctoken_test_decline");
        var told = "";

        // example: polar-checkouts-client-confirm-errors
        try
        {
            await polar.Checkouts.ClientConfirmAsync(clientSecret, confirmation);
        }
        catch (PaymentErrorException refused)
        {
            told = refused.Message; // the checkout stays open: another card may do
        }
        catch (HttpValidationException wrong)
        {
            told = string.Join(", ", wrong.Details.Select(detail => $"{detail.Pointer}: {detail.Message}"));
        }
        catch (ExpiredCheckoutException)
        {
            told = "Too late: open another checkout.";
        }
        catch (ApiException other)
        {
            told = $"{other.StatusCode} {other.Code} (request {other.RequestId})";
        }
        // end

        Assert.StartsWith("The payment failed", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_tells_that_it_was_opened()
    {
        var clientSecret = (await server.OpenAsync()).ClientSecret;

        // example: polar-checkouts-client-opened
        var checkout = await polar.Checkouts.ClientOpenedAsync(clientSecret: clientSecret);
        // end

        Assert.Equal(CheckoutStatus.Open, checkout.Status);
    }

    [Fact]
    public async Task A_page_hears_what_happens()
    {
        var made = await server.OpenAsync();
        var clientSecret = made.ClientSecret;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var shown = 0;
        var paying = PayWhenHeardAsync();

        // example: polar-checkouts-client-stream
        await foreach (var happened in polar.Checkouts.ClientStreamAsync(clientSecret, cancellationToken: stop.Token))
        {
            Show(happened.Key);
            if (happened.Payload.Status == CheckoutStatus.Succeeded)
            {
                break;
            }
        }
        // end

        await paying;
        Assert.Equal(CheckoutStatus.Succeeded, (await polar.Checkouts.GetAsync(made.Id)).Status);

        void Show(CheckoutEventKey key) => shown += key.Value.Length;

        // What happened before somebody listens is not told.
        async Task PayWhenHeardAsync()
        {
            while (Volatile.Read(ref shown) == 0)
            {
                await polar.Checkouts.UpdateAsync(made.Id, new() { CustomerName = "Ada" }, null, stop.Token);
            }

            await server.PayAsync(made);
        }
    }
}
