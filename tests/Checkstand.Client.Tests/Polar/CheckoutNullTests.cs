using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>
/// What null does in updates of checkouts, member by member, as the models say it: it clears where it can, and otherwise keeps what is
/// there (contract section 2.3).
/// </summary>
public sealed class CheckoutNullTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PolarClient polar = server.Polar;

    [Fact]
    public async Task Of_a_checkout_null_clears_what_is_the_buyers_and_keeps_what_is_chosen()
    {
        var (id, _) = await FullCheckoutAsync();

        var cleared = await polar.Checkouts.UpdateAsync(
            id,
            new CheckoutUpdate
            {
                ProductId = null,
                ProductPriceId = null,
                Amount = null,
                Seats = null,
                Currency = null,
                IsBusinessCustomer = null,
                CustomerBillingAddress = null,
                AllowDiscountCodes = null,
                RequireBillingAddress = null,
                AllowTrial = null,
                CustomerMetadata = null,
                CustomerName = null,
                CustomerEmail = null,
                CustomerBillingName = null,
                CustomerTaxId = null,
                CustomerIpAddress = null,
                Locale = null,
                DiscountId = null,
                TrialInterval = null,
                TrialIntervalCount = null,
                ReturnUrl = null,
                SuccessUrl = null,
                EmbedOrigin = null,
            }
        );

        Assert.Equal(
            (server.Products.Custom.ToString(), 700L, "usd"),
            (cleared.ProductId, cleared.Amount, cleared.Currency)
        );
        Assert.Equal("FR", cleared.CustomerBillingAddress?.Country);
        Assert.Equal(
            (false, true, false, true),
            (
                cleared.AllowDiscountCodes,
                cleared.RequireBillingAddress,
                cleared.AllowTrial!.Value,
                cleared.IsBusinessCustomer
            )
        );
        Assert.Equal("gold", cleared.CustomerMetadata["tier"].Text);
        Assert.All(
            new object?[]
            {
                cleared.CustomerName,
                cleared.CustomerEmail,
                cleared.CustomerBillingName,
                cleared.CustomerTaxId,
                cleared.CustomerIpAddress,
                cleared.DiscountId,
                cleared.Discount,
                cleared.TrialInterval,
                cleared.TrialIntervalCount,
                cleared.ReturnUrl,
                cleared.EmbedOrigin,
            },
            Assert.Null
        );
        Assert.EndsWith("/confirmation", cleared.SuccessUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_checkout_null_from_its_buyer_does_the_same()
    {
        var (id, clientSecret) = await FullCheckoutAsync();

        await polar.Checkouts.ClientUpdateAsync(
            clientSecret,
            new CheckoutUpdatePublic
            {
                ProductId = null,
                Amount = null,
                Seats = null,
                IsBusinessCustomer = null,
                CustomerBillingAddress = null,
                AllowTrial = null,
                CustomerName = null,
                CustomerEmail = null,
                CustomerBillingName = null,
                CustomerTaxId = null,
                Locale = null,
                PaymentMethodType = null,
                DiscountCode = null,
            }
        );

        var cleared = await polar.Checkouts.GetAsync(id);
        Assert.Equal((server.Products.Custom.ToString(), 700L), (cleared.ProductId, cleared.Amount));
        Assert.Equal(("FR", true), (cleared.CustomerBillingAddress?.Country, cleared.IsBusinessCustomer));
        Assert.All(
            new[]
            {
                cleared.CustomerName,
                cleared.CustomerEmail,
                cleared.CustomerBillingName,
                cleared.CustomerTaxId,
                cleared.PaymentMethodType,
            },
            Assert.Null
        );
        // Codes are not allowed, so what is said of them is not heard.
        Assert.NotNull(cleared.DiscountId);
    }

    private async Task<(string Id, string ClientSecret)> FullCheckoutAsync()
    {
        var discount = await polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Full",
                Duration = DiscountDuration.Once,
                BasisPoints = 100,
            }
        );
        var made = await server.OpenAsync(
            server.Products.Custom.ToString(),
            request =>
            {
                request.Amount = 700;
                request.Currency = "usd";
                request.IsBusinessCustomer = true;
                request.CustomerName = "Ada";
                request.CustomerEmail = "ada@example.com";
                request.CustomerBillingName = "Ada Ltd";
                request.CustomerBillingAddress = new BillingAddress { Country = "FR" };
                request.CustomerTaxId = "FR61954506077";
                request.CustomerIpAddress = "192.0.2.1";
                request.CustomerMetadata = new Metadata { ["tier"] = "gold" };
                request.Locale = "fr";
                request.DiscountId = discount.Id;
                request.AllowDiscountCodes = false;
                request.RequireBillingAddress = true;
                request.AllowTrial = false;
                (request.TrialInterval, request.TrialIntervalCount) = (RecurringInterval.Day, 3);
                request.SuccessUrl = "https://example.com/thanks";
                request.ReturnUrl = "https://example.com/";
                request.EmbedOrigin = "https://example.com";
            }
        );
        Assert.Equal("FR61954506077", made.CustomerTaxId);
        return (made.Id, made.ClientSecret);
    }
}
