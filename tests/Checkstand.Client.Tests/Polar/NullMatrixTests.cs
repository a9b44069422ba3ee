using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>
/// What null does in updates, member by member, as the models say it: it clears where it can, and otherwise keeps what is
/// there (contract section 2.3).
/// </summary>
public sealed class NullMatrixTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Of_a_product_null_clears_description_and_trial_and_keeps_the_rest()
    {
        var made = await server.ProductAsync(product =>
        {
            product.Description = "Old";
            product.Visibility = ProductVisibility.Private;
            product.RecurringInterval = RecurringInterval.Month;
            (product.TrialInterval, product.TrialIntervalCount) = (RecurringInterval.Week, 2);
        });

        var cleared = await polar.Products.UpdateAsync(
            made.Id,
            new ProductUpdate
            {
                Name = null,
                Description = null,
                Visibility = null,
                Prices = null,
                TrialInterval = null,
                TrialIntervalCount = null,
                IsArchived = null,
                Medias = null,
                AttachedCustomFields = null,
            }
        );

        Assert.Equal((null, null, null), (cleared.Description, cleared.TrialInterval, cleared.TrialIntervalCount));
        Assert.Equal(
            ("Tent", ProductVisibility.Private, false),
            (cleared.Name, cleared.Visibility, cleared.IsArchived)
        );
        Assert.Equal(RecurringInterval.Month, cleared.RecurringInterval);
        Assert.Equal(made.Prices[0].Id, Assert.Single(cleared.Prices).Id);
        // What is paid again and again stays so.
        var refusal = await Assert.ThrowsAsync<HttpValidationException>(() =>
            polar.Products.UpdateAsync(made.Id, new ProductUpdate { RecurringInterval = null })
        );
        Assert.Equal("/recurring_interval", Assert.Single(refusal.Details).Pointer);
    }

    [Fact]
    public async Task Of_a_discount_null_clears_its_bounds_and_keeps_what_it_takes_off()
    {
        var made = await polar.Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "Bounds",
                Code = "BOUNDS",
                Duration = DiscountDuration.Repeating,
                DurationInMonths = 3,
                Amounts = new AmountsByCurrency { ["usd"] = 100 },
                StartsAt = server.Clock.GetUtcNow(),
                EndsAt = server.Clock.GetUtcNow().AddDays(1),
                MaxRedemptions = 5,
                MaxRedemptionsPerCustomer = 1,
                Products = [server.Handbook()],
            }
        );

        var cleared = Assert.IsType<DiscountFixed>(
            await polar.Discounts.UpdateAsync(
                made.Id,
                new DiscountUpdate
                {
                    Name = null,
                    Code = null,
                    StartsAt = null,
                    EndsAt = null,
                    MaxRedemptions = null,
                    MaxRedemptionsPerCustomer = null,
                    Duration = null,
                    Type = null,
                    Amounts = null,
                    Products = null,
                }
            )
        );

        Assert.Equal((null, null, null), (cleared.Code, cleared.StartsAt, cleared.EndsAt));
        Assert.Equal((null, null), (cleared.MaxRedemptions, cleared.MaxRedemptionsPerCustomer));
        Assert.Equal(
            ("Bounds", DiscountDuration.Repeating, 100),
            (cleared.Name, cleared.Duration, cleared.Amounts["usd"])
        );
        Assert.Single(cleared.Products!);
    }

    [Fact]
    public async Task Of_a_link_null_clears_all_but_its_products_and_switches()
    {
        var discount = await polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Link",
                Duration = DiscountDuration.Once,
                BasisPoints = 1,
            }
        );
        var made = await polar.CheckoutLinks.CreateAsync(
            new CheckoutLinkCreate
            {
                Products = [server.Handbook()],
                Label = "Label",
                Seats = 2,
                SuccessUrl = "https://example.com/a",
                ReturnUrl = "https://example.com/b",
                TrialInterval = RecurringInterval.Day,
                TrialIntervalCount = 3,
                DiscountId = discount.Id,
                AllowDiscountCodes = false,
                RequireBillingAddress = true,
            }
        );

        var cleared = await polar.CheckoutLinks.UpdateAsync(
            made.Id,
            new CheckoutLinkUpdate
            {
                Products = null,
                Label = null,
                AllowDiscountCodes = null,
                RequireBillingAddress = null,
                DiscountId = null,
                Seats = null,
                SuccessUrl = null,
                ReturnUrl = null,
                TrialInterval = null,
                TrialIntervalCount = null,
            }
        );

        Assert.All(
            new object?[]
            {
                cleared.Label,
                cleared.DiscountId,
                cleared.Discount,
                cleared.Seats,
                cleared.SuccessUrl,
                cleared.ReturnUrl,
                cleared.TrialInterval,
                cleared.TrialIntervalCount,
            },
            Assert.Null
        );
        Assert.Single(cleared.Products);
        Assert.Equal((false, true), (cleared.AllowDiscountCodes, cleared.RequireBillingAddress));
    }

    [Fact]
    public async Task Of_a_customer_null_clears_name_tax_number_and_language()
    {
        var made = await polar.Customers.CreateAsync(
            new CustomerCreate
            {
                Email = "null@example.com",
                Name = "Ada",
                Locale = "fr",
                BillingAddress = new BillingAddress { Country = "FR" },
                TaxId = "FR61954506077",
            }
        );

        var cleared = await polar.Customers.UpdateAsync(
            made.Id,
            new CustomerUpdate
            {
                Email = null,
                Name = null,
                Locale = null,
                TaxId = null,
                ExternalId = null,
                Type = null,
            }
        );

        Assert.Equal((null, null, null), (cleared.Name, cleared.Locale, cleared.TaxId));
        Assert.Equal(("null@example.com", "FR"), (cleared.Email, cleared.BillingAddress?.Country));
    }

    [Fact]
    public async Task Of_an_organization_null_clears_its_addresses_and_country_only()
    {
        await polar.Organizations.UpdateAsync(
            server.Id(),
            new OrganizationUpdate
            {
                AvatarUrl = "https://example.com/a.png",
                Email = "help@example.com",
                Website = "https://example.com/",
                Country = "FR",
                DefaultTaxBehavior = TaxBehaviorOption.Exclusive,
                EmbedHosts = new List<string> { "example.com" },
            }
        );

        var cleared = await polar.Organizations.UpdateAsync(
            server.Id(),
            new OrganizationUpdate
            {
                Name = null,
                AvatarUrl = null,
                Email = null,
                Website = null,
                Country = null,
                Socials = null,
                Details = null,
                FeatureSettings = null,
                SubscriptionSettings = null,
                CustomerEmailSettings = null,
                CustomerPortalSettings = null,
                DisputeSettings = null,
                EmbedHosts = null,
                DefaultPresentmentCurrency = null,
                DefaultTaxBehavior = null,
                SsoEnforced = null,
            }
        );

        Assert.Equal((null, null, null, null), (cleared.AvatarUrl, cleared.Email, cleared.Website, cleared.Country));
        Assert.Equal(("Acme", TaxBehaviorOption.Exclusive), (cleared.Name, cleared.DefaultTaxBehavior));
        Assert.Equal(["example.com"], cleared.EmbedHosts);
    }

    [Fact]
    public async Task Of_an_endpoint_null_clears_its_name_only()
    {
        var made = await polar.Webhooks.CreateWebhookEndpointAsync(
            new WebhookEndpointCreate
            {
                Url = "https://example.com/hooks",
                Name = "Name",
                Format = WebhookFormat.Discord,
                Events = [WebhookEventType.OrderPaid],
            }
        );

        var cleared = await polar.Webhooks.UpdateWebhookEndpointAsync(
            made.Id,
            new WebhookEndpointUpdate
            {
                Url = null,
                Name = null,
                Format = null,
                Events = null,
                Enabled = null,
            }
        );

        Assert.Null(cleared.Name);
        Assert.Equal((made.Url, WebhookFormat.Discord, true), (cleared.Url, cleared.Format, cleared.Enabled));
        Assert.Single(cleared.Events);
    }
}
