using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>The operations of a checkout's organization.</summary>
public sealed class CheckoutTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task A_checkout_is_opened_with_everything_that_can_be_said()
    {
        var made = await server.Polar.Checkouts.CreateAsync(
            new CheckoutCreate
            {
                Products = [server.Handbook(), server.Products.Recurring.ToString()],
                Currency = "usd",
                AllowDiscountCodes = false,
                RequireBillingAddress = true,
                IsBusinessCustomer = true,
                ExternalCustomerId = "c-1",
                CustomerName = "Ada",
                CustomerEmail = "ada@example.com",
                CustomerIpAddress = "192.0.2.1",
                CustomerBillingName = "Ada Ltd",
                CustomerBillingAddress = new BillingAddress
                {
                    Country = "US",
                    State = "CA",
                    City = "Springfield",
                    PostalCode = "90001",
                    Line1 = "1 Main St",
                },
                CustomerMetadata = new Metadata { ["tier"] = "gold", ["since"] = 2020 },
                Metadata = new Metadata
                {
                    ["cart"] = "A-7",
                    ["weight"] = 1.5,
                    ["gift"] = true,
                },
                SuccessUrl = "https://example.com/thanks?id={CHECKOUT_ID}",
                ReturnUrl = "https://example.com/cart",
                EmbedOrigin = "https://example.com",
                Locale = "fr",
            }
        );

        Assert.Equal(CheckoutStatus.Open, made.Status);
        Assert.StartsWith("polar_c_", made.ClientSecret, StringComparison.Ordinal);
        Assert.Equal(PaymentProcessor.Stripe, made.PaymentProcessor);
        Assert.Equal($"https://example.com/thanks?id={made.Id}", made.SuccessUrl);
        Assert.Equal("https://example.com/cart", made.ReturnUrl);
        Assert.Equal(
            (1000, 0, 1000, 1000, "usd"),
            (made.Amount, made.DiscountAmount, made.NetAmount, made.TotalAmount, made.Currency)
        );
        Assert.Equal(server.Clock.GetUtcNow(), made.CreatedAt);
        Assert.Equal(server.Clock.GetUtcNow().AddHours(24), made.ExpiresAt);
        Assert.Equal("US-CA", made.CustomerBillingAddress?.State);
        Assert.Equal(BillingAddressFieldMode.Required, made.BillingAddressFields.PostalCode);
        Assert.Equal("gold", made.CustomerMetadata["tier"].Text);
        Assert.Equal(2020, made.CustomerMetadata["since"].Integer);
        Assert.Equal(1.5, made.Metadata["weight"].Number);
        Assert.True(made.Metadata["gift"].Boolean);
        Assert.Equal(["Handbook", "Membership"], made.Products.Select(product => product.Name));
        Assert.Equal(server.Handbook(), made.Product?.Id);
        Assert.Equal(1000, Assert.IsType<ProductPriceFixed>(made.ProductPrice).PriceAmount);
        Assert.Equal(2, made.Prices?.Count);
        Assert.True(made.IsPaymentRequired && made.IsPaymentFormRequired && !made.IsPaymentSetupRequired);
        Assert.False(made.AllowDiscountCodes);
    }

    [Fact]
    public async Task A_checkout_can_be_opened_by_price_and_with_prices_of_its_own()
    {
        var product = await server.ProductAsync();

        var older = await server.Polar.Checkouts.CreateAsync(
            new CheckoutCreate { ProductPriceId = product.Prices[0].Id }
        );
        var own = await server.OpenAsync(
            product.Id,
            request =>
                request.Prices = new()
                {
                    [product.Id] = [new ProductPriceCustomCreate { MinimumAmount = 100, PresetAmount = 700 }],
                }
        );

        Assert.Equal(product.Prices[0].Id, older.ProductPriceId);
        var price = Assert.IsType<ProductPriceCustom>(own.ProductPrice);
        Assert.Equal(ProductPriceSource.AdHoc, price.Source);
        Assert.Equal((700, 700, 100), (own.Amount, price.PresetAmount!.Value, price.MinimumAmount));
    }

    [Fact]
    public async Task A_checkout_is_read_as_it_was_opened()
    {
        var made = await server.OpenAsync();

        var read = await server.Polar.Checkouts.GetAsync(made.Id);

        Assert.Equal(Wire.Text(made), Wire.Text(read));
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await server.OpenAsync(change: request =>
        {
            request.CustomerName = "Ada";
            request.CustomerEmail = "ada@example.com";
            request.ReturnUrl = "https://example.com/";
            request.Metadata = new Metadata { ["a"] = 1, ["b"] = 2 };
        });

        var changed = await server.Polar.Checkouts.UpdateAsync(
            made.Id,
            new CheckoutUpdate
            {
                CustomerName = null,
                ReturnUrl = "https://example.com/back",
                Metadata = new Metadata { ["c"] = 3 },
            }
        );

        Assert.Null(changed.CustomerName);
        Assert.Equal("ada@example.com", changed.CustomerEmail);
        Assert.Equal("https://example.com/back", changed.ReturnUrl);
        Assert.Equal(["c"], changed.Metadata.Keys);
    }

    [Fact]
    public async Task A_discount_is_put_on_taken_off_and_shown_by_its_kind()
    {
        var discount = await server.Polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Spring",
                Duration = DiscountDuration.Once,
                BasisPoints = 2500,
            }
        );
        var made = await server.OpenAsync();

        var with = await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { DiscountId = discount.Id });
        var kept = await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { CustomerName = "Ada" });
        var without = await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { DiscountId = null });

        Assert.Equal((250, 750), (with.DiscountAmount, with.TotalAmount));
        Assert.Equal(2500, Assert.IsType<CheckoutDiscountPercentage>(with.Discount).BasisPoints);
        Assert.Equal(discount.Id, kept.DiscountId);
        Assert.Null(without.Discount);
        Assert.Equal(1000, without.TotalAmount);
    }

    [Fact]
    public async Task An_empty_update_changes_nothing()
    {
        var made = await server.OpenAsync();

        var changed = await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate());

        Assert.Equal(made.TotalAmount, changed.TotalAmount);
        Assert.Equal(CheckoutStatus.Open, changed.Status);
    }

    [Fact]
    public async Task Seats_are_chosen_and_cost_what_their_tier_says()
    {
        var product = await server.ProductAsync(
            product => product.Name = "Seats",
            new ProductPriceSeatBasedCreate
            {
                SeatTiers = new ProductPriceSeatTiersCreate
                {
                    SeatTierType = SeatTierType.Volume,
                    Tiers =
                    [
                        new ProductPriceSeatTier
                        {
                            MinSeats = 1,
                            MaxSeats = 4,
                            PricePerSeat = 500,
                        },
                        new ProductPriceSeatTier { MinSeats = 5, PricePerSeat = 400 },
                    ],
                },
            }
        );
        var made = await server.OpenAsync(product.Id, request => (request.Seats, request.MaxSeats) = (2, 50));

        var more = await server.Polar.Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { Seats = 10 });

        Assert.Equal((1000, 2, 50), (made.Amount, made.Seats!.Value, made.MaxSeats!.Value));
        Assert.Equal(4000, more.Amount);
        var price = Assert.IsType<ProductPriceSeatBased>(more.ProductPrice);
        Assert.Equal(SeatTierType.Volume, price.SeatTiers.SeatTierType);
        Assert.Equal([500, 400], price.SeatTiers.Tiers.Select(tier => tier.PricePerSeat));
        Assert.Equal((1, (int?)null), (price.SeatTiers.MinimumSeats, price.SeatTiers.MaximumSeats));
    }
}
