using Checkstand.Client.Polar;
using Checkstand.Client.Tests.Polar;

namespace Checkstand.Client.Tests.Examples;

public sealed class PolarCatalogueExamples(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Products_are_listed()
    {
        List<string> names = [];

        // example: polar-products-list
        await foreach (var product in polar.Products.ListAsync(isArchived: false, sorting: ProductSortProperty.Name))
        {
            names.Add(product.Name);
        }
        // end

        Assert.Contains("Handbook", names);
    }

    [Fact]
    public async Task A_product_is_made()
    {
        // example: polar-products-create
        var product = await polar.Products.CreateAsync(
            new ProductCreate
            {
                Name = "Membership",
                RecurringInterval = RecurringInterval.Month,
                TrialInterval = RecurringInterval.Day,
                TrialIntervalCount = 14,
                Prices = [new ProductPriceFixedCreate { PriceAmount = 1500, PriceCurrency = "usd" }],
            }
        );
        // end

        Assert.True(product.IsRecurring);
    }

    [Fact]
    public async Task A_product_is_made_with_a_price_that_the_buyer_names()
    {
        // example: polar-products-create-custom
        var product = await polar.Products.CreateAsync(
            new ProductCreate
            {
                Name = "Tip jar",
                Prices =
                [
                    new ProductPriceCustomCreate
                    {
                        MinimumAmount = 100,
                        MaximumAmount = 100_000,
                        PresetAmount = 500,
                    },
                ],
            }
        );
        // end

        Assert.IsType<ProductPriceCustom>(product.Prices[0]);
    }

    [Fact]
    public async Task A_products_prices_are_read()
    {
        var id = server.Handbook();

        // example: polar-products-get
        var product = await polar.Products.GetAsync(id: id);

        foreach (var price in product.Prices)
        {
            Console.WriteLine(
                price switch
                {
                    ProductPriceFixed money => $"{money.PriceAmount} {money.PriceCurrency}",
                    ProductPriceCustom named => $"{named.MinimumAmount} {named.PriceCurrency} or more",
                    ProductPriceSeatBased seats => $"from {seats.SeatTiers.Tiers[0].PricePerSeat} a seat",
                    ProductPriceMeteredUnit metered => $"{metered.UnitAmount} a {metered.Meter.Name}",
                    _ => $"a price of the kind {price.AmountType}",
                }
            );
        }
        // end

        Assert.Single(product.Prices);
    }

    [Fact]
    public async Task A_product_is_changed()
    {
        var made = await server.ProductAsync();
        var (id, priceId) = (made.Id, made.Prices[0].Id);

        // example: polar-products-update
        var product = await polar.Products.UpdateAsync(
            id: id,
            productUpdate: new ProductUpdate
            {
                Description = null, // clears it
                Prices = new List<ProductPriceUpdate>
                {
                    new ExistingProductPrice { Id = priceId },
                    new ProductPriceFixedCreate { PriceAmount = 900, PriceCurrency = "eur" },
                },
            }
        );
        // end

        Assert.Equal(2, product.Prices.Count);
    }

    [Fact]
    public async Task A_products_benefits_are_said()
    {
        var id = (await server.ProductAsync()).Id;

        // example: polar-products-update-benefits
        var product = await polar.Products.UpdateBenefitsAsync(
            id: id,
            productBenefitsUpdate: new ProductBenefitsUpdate { Benefits = [] }
        );
        // end

        Assert.Empty(product.Benefits);
    }

    [Fact]
    public async Task Discounts_are_made_listed_read_changed_and_deleted()
    {
        // example: polar-discounts-create
        var discount = await polar.Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "Five off",
                Code = "FIVE",
                Duration = DiscountDuration.Once,
                Amounts = new AmountsByCurrency { ["usd"] = 500 },
            }
        );
        // end

        // example: polar-discounts-create-percentage
        var spring = await polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Spring",
                Duration = DiscountDuration.Repeating,
                DurationInMonths = 3,
                BasisPoints = 1000, // 10 %
            }
        );
        // end

        var id = discount.Id;

        // example: polar-discounts-list
        await foreach (var found in polar.Discounts.ListAsync(query: "off", sorting: DiscountSortProperty.Name))
        {
            Console.WriteLine($"{found.Name} was redeemed {found.RedemptionsCount} times");
        }
        // end

        // example: polar-discounts-get
        var read = await polar.Discounts.GetAsync(id: id);
        // end

        // example: polar-discounts-update
        var changed = await polar.Discounts.UpdateAsync(
            id: id,
            discountUpdate: new DiscountUpdate { Code = null, MaxRedemptions = 100 }
        );
        // end

        // example: polar-discounts-delete
        await polar.Discounts.DeleteAsync(id: id);
        // end

        Assert.Equal(("FIVE", null, 100), (read.Code, changed.Code, changed.MaxRedemptions!.Value));
        Assert.Equal(3, spring.DurationInMonths);
    }

    [Fact]
    public async Task Checkout_links_are_made_listed_read_changed_and_deleted()
    {
        var productId = server.Handbook();

        // example: polar-checkout-links-create
        var link = await polar.CheckoutLinks.CreateAsync(
            new CheckoutLinkCreate
            {
                Products = [productId],
                Label = "Newsletter",
                SuccessUrl = "https://example.com/thanks?checkout_id={CHECKOUT_ID}",
            }
        );

        Console.WriteLine($"Buy at {link.Url}");
        // end

        var id = link.Id;

        // example: polar-checkout-links-list
        var page = await polar.CheckoutLinks.ListPageAsync(productId: productId);

        Console.WriteLine($"{page.TotalCount} links");
        // end

        // example: polar-checkout-links-get
        var read = await polar.CheckoutLinks.GetAsync(id: id);
        // end

        // example: polar-checkout-links-update
        var changed = await polar.CheckoutLinks.UpdateAsync(
            id: id,
            checkoutLinkUpdate: new CheckoutLinkUpdate { Label = null, AllowDiscountCodes = false }
        );
        // end

        // example: polar-checkout-links-delete
        await polar.CheckoutLinks.DeleteAsync(id: id);
        // end

        Assert.Equal(("Newsletter", null), (read.Label, changed.Label));
        Assert.Contains(id, page.Items.Select(one => one.Id));
    }

    [Fact]
    public async Task Custom_fields_are_made_listed_read_changed_and_deleted()
    {
        // example: polar-custom-fields-create
        var field = await polar.CustomFields.CreateAsync(
            new CustomFieldSelectCreate
            {
                Slug = "size",
                Name = "Size",
                Properties = new CustomFieldSelectProperties
                {
                    Options = [new() { Value = "s", Label = "Small" }, new() { Value = "l", Label = "Large" }],
                },
            }
        );

        var product = await polar.Products.CreateAsync(
            new ProductCreate
            {
                Name = "Shirt",
                Prices = [new ProductPriceFixedCreate { PriceAmount = 2500 }],
                AttachedCustomFields = [new() { CustomFieldId = field.Id, Required = true }],
            }
        );
        // end

        var id = field.Id;

        // example: polar-custom-fields-list
        await foreach (var found in polar.CustomFields.ListAsync(type: [CustomFieldType.Select, CustomFieldType.Text]))
        {
            Console.WriteLine($"{found.Slug} asks for {found.Name}");
        }
        // end

        // example: polar-custom-fields-get
        var read = await polar.CustomFields.GetAsync(id: id);
        // end

        // example: polar-custom-fields-update
        var changed = await polar.CustomFields.UpdateAsync(
            id: id,
            customFieldUpdate: new CustomFieldSelectUpdate { Name = "Shirt size" }
        );
        // end

        // example: polar-custom-fields-delete
        await polar.CustomFields.DeleteAsync(id: id);
        // end

        Assert.Equal(2, Assert.IsType<CustomFieldSelect>(read).Properties.Options.Count);
        Assert.Equal("Shirt size", changed.Name);
        Assert.Single(product.AttachedCustomFields);
    }

    [Fact]
    public async Task Meters_are_made_listed_read_and_changed()
    {
        // example: polar-meters-create
        var meter = await polar.Meters.CreateAsync(
            new MeterCreate
            {
                Name = "Calls",
                Filter = new MeterFilter
                {
                    Conjunction = FilterConjunction.And,
                    Clauses =
                    [
                        new()
                        {
                            Property = "name",
                            Operator = FilterOperator.Eq,
                            Value = "call",
                        },
                    ],
                },
                Aggregation = new MeterAggregation { Func = AggregationFunction.Count },
            }
        );

        var product = await polar.Products.CreateAsync(
            new ProductCreate
            {
                Name = "Pay as you call",
                RecurringInterval = RecurringInterval.Month,
                Prices = [new ProductPriceMeteredUnitCreate { MeterId = meter.Id, UnitAmount = "0.5" }],
            }
        );
        // end

        var id = meter.Id;

        // example: polar-meters-list
        var page = await polar.Meters.ListPageAsync(isArchived: false, sorting: MeterSortProperty.Name);
        // end

        // example: polar-meters-get
        var read = await polar.Meters.GetAsync(id: id);
        // end

        // example: polar-meters-update
        var archived = await polar.Meters.UpdateAsync(id: id, meterUpdate: new MeterUpdate { IsArchived = true });
        // end

        Assert.IsType<ProductPriceMeteredUnit>(product.Prices[0]);
        Assert.Equal((id, "Calls"), (Assert.Single(page.Items).Id, read.Name));
        Assert.NotNull(archived.ArchivedAt);
    }
}
