using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

public sealed class ProductTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private Products Products => server.Polar.Products;

    [Fact]
    public async Task A_product_of_every_kind_of_price_is_made_and_read_back()
    {
        var meter = await server.Polar.Meters.CreateAsync(MeterTests.Calls());

        var monthly = await Products.CreateAsync(
            new ProductCreate
            {
                Name = "Everything",
                Description = "All of it",
                Visibility = ProductVisibility.Private,
                RecurringInterval = RecurringInterval.Month,
                RecurringIntervalCount = 3,
                TrialInterval = RecurringInterval.Week,
                TrialIntervalCount = 2,
                Metadata = new Metadata { ["shelf"] = "B" },
                Prices =
                [
                    new ProductPriceFixedCreate { PriceAmount = 1500, TaxBehavior = TaxBehaviorOption.Exclusive },
                    new ProductPriceMeteredUnitCreate
                    {
                        MeterId = meter.Id,
                        UnitAmount = "0.25",
                        CapAmount = 5000,
                        TaxBehavior = TaxBehaviorOption.Exclusive,
                    },
                ],
            }
        );
        var read = await Products.GetAsync(monthly.Id);

        Assert.Equal(Wire.Text(monthly), Wire.Text(read));
        Assert.Equal(("Everything", "All of it"), (read.Name, read.Description));
        Assert.Equal(ProductVisibility.Private, read.Visibility);
        Assert.Equal((RecurringInterval.Month, 3), (read.RecurringInterval!.Value, read.RecurringIntervalCount!.Value));
        Assert.Equal((RecurringInterval.Week, 2), (read.TrialInterval!.Value, read.TrialIntervalCount!.Value));
        Assert.Equal("B", read.Metadata["shelf"].Text);
        var money = Assert.IsType<ProductPriceFixed>(read.Prices[0]);
        Assert.Equal((1500, "usd", "exclusive"), (money.PriceAmount, money.PriceCurrency, money.TaxBehavior?.Value));
        Assert.Equal(ProductPriceType.Recurring, money.Type);
        var metered = Assert.IsType<ProductPriceMeteredUnit>(read.Prices[1]);
        Assert.Equal((meter.Id, meter.Name, 5000), (metered.MeterId, metered.Meter.Name, metered.CapAmount!.Value));
        Assert.Equal(0.25m, decimal.Parse(metered.UnitAmount));
    }

    [Fact]
    public async Task A_price_that_the_buyer_names_has_its_bounds_and_a_free_one_is_a_fixed_one_of_nothing()
    {
        var custom = await server.ProductAsync(
            null,
            new ProductPriceCustomCreate
            {
                MinimumAmount = 100,
                MaximumAmount = 9900,
                PresetAmount = 500,
            }
        );
        var free = await server.ProductAsync(null, new ProductPriceFreeCreate());

        var named = Assert.IsType<ProductPriceCustom>(Assert.Single(custom.Prices));
        Assert.Equal((100, 9900, 500), (named.MinimumAmount, named.MaximumAmount!.Value, named.PresetAmount!.Value));
        Assert.Equal(PriceAmountType.Custom, named.AmountType);
        Assert.Equal(0, Assert.IsType<ProductPriceFixed>(Assert.Single(free.Prices)).PriceAmount);
    }

    [Fact]
    public async Task In_an_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await server.ProductAsync(product =>
            (product.Description, product.Metadata) = ("Old", new Metadata { ["a"] = 1 })
        );

        var renamed = await Products.UpdateAsync(made.Id, new ProductUpdate { Name = "Better tent" });
        var cleared = await Products.UpdateAsync(made.Id, new ProductUpdate { Description = null });
        var archived = await Products.UpdateAsync(
            made.Id,
            new ProductUpdate
            {
                IsArchived = true,
                Metadata = new Metadata { ["b"] = 2 },
            }
        );

        Assert.Equal(("Better tent", "Old"), (renamed.Name, renamed.Description));
        Assert.Equal(("Better tent", null), (cleared.Name, cleared.Description));
        Assert.True(archived.IsArchived);
        Assert.Equal(["b"], archived.Metadata.Keys);
    }

    [Fact]
    public async Task Prices_are_kept_by_id_and_new_ones_join_them()
    {
        var made = await server.ProductAsync();

        var both = await Products.UpdateAsync(
            made.Id,
            new ProductUpdate
            {
                Prices = new List<ProductPriceUpdate>
                {
                    new ExistingProductPrice { Id = made.Prices[0].Id },
                    new ProductPriceFixedCreate { PriceAmount = 900, PriceCurrency = "eur" },
                },
            }
        );

        Assert.Equal(made.Prices[0].Id, both.Prices[0].Id);
        Assert.Equal(["usd", "eur"], both.Prices.Select(price => price.PriceCurrency));
    }

    [Fact]
    public async Task Products_are_listed_by_what_is_asked_for()
    {
        var one = await server.ProductAsync(product =>
            (product.Name, product.Metadata) = ("Unique lamp", new Metadata { ["room"] = "attic" })
        );
        var two = await server.MonthlyAsync();

        var named = await Products.ListAsync(query: "unique LAMP", isArchived: false).ToListAsync();
        var both = await Products.ListAsync(id: [one.Id, two.Id], sorting: ProductSortProperty.Name).ToListAsync();
        var recurring = await Products.ListAsync(id: new[] { one.Id, two.Id }, isRecurring: true).ToListAsync();
        var attic = await Products
            .ListAsync(metadata: new Dictionary<string, string> { ["room"] = "attic" })
            .ToListAsync();
        var drafts = await Products.ListAsync(visibility: [ProductVisibility.Draft]).ToListAsync();

        Assert.Equal([one.Id], named.Select(product => product.Id));
        Assert.Equal([two.Id, one.Id], both.Select(product => product.Id));
        Assert.Equal([two.Id], recurring.Select(product => product.Id));
        Assert.Equal([one.Id], attic.Select(product => product.Id));
        Assert.Empty(drafts);
    }

    [Fact]
    public async Task Benefits_are_said_and_one_that_there_is_not_is_refused()
    {
        var made = await server.ProductAsync();

        var without = await Products.UpdateBenefitsAsync(made.Id, new ProductBenefitsUpdate());

        Assert.Empty(without.Benefits);
        await Assert.ThrowsAsync<HttpValidationException>(() =>
            Products.UpdateBenefitsAsync(made.Id, new() { Benefits = ["0f0e0d0c-0b0a-4908-8706-050403020100"] })
        );
    }

    [Fact]
    public async Task What_the_server_does_not_take_of_a_price_is_told_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            server.ProductAsync(null, new ProductPriceFixedCreate { PriceAmount = 7 })
        );

        Assert.StartsWith("/prices/0", Assert.Single(failure.Details).Pointer, StringComparison.Ordinal);
    }
}
