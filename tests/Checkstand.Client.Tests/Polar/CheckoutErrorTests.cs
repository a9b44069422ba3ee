using Checkstand.Client.Polar;
using Standing = Checkstand.Core.Organizations.OrganizationStatus;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Every row of the errors that checkouts have (contract sections 3.2 and 3.3), from the real server.</summary>
public sealed class CheckoutErrorTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Nobody = "0f0e0d0c-0b0a-4908-8706-050403020100";

    private Checkouts Checkouts => server.Polar.Checkouts;

    [Fact]
    public async Task A_refused_payment_is_told_and_leaves_the_checkout_open()
    {
        var made = await server.OpenAsync();

        var failure = await Assert.ThrowsAsync<PaymentErrorException>(() =>
            server.PayAsync(made, token: "ctoken_test_decline_insufficient_funds")
        );

        Assert.Equal((400, "PaymentError"), (failure.StatusCode, failure.Code));
        Assert.StartsWith("The payment failed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("PaymentError", failure.Body, StringComparison.Ordinal);
        Assert.NotEmpty(failure.RequestId!);
        Assert.Equal(CheckoutStatus.Open, (await Checkouts.GetAsync(made.Id)).Status);
    }

    [Fact]
    public async Task What_is_paid_is_not_open_for_its_seller_or_its_buyer()
    {
        var made = await server.OpenAsync();
        await server.PayAsync(made);

        var confirmed = await Assert.ThrowsAsync<NotOpenCheckoutException>(() => server.PayAsync(made));
        var updated = await Assert.ThrowsAsync<NotOpenCheckoutException>(() =>
            Checkouts.UpdateAsync(made.Id, new CheckoutUpdate { CustomerName = "Ada" })
        );
        var buyers = await Checkouts.TryClientUpdateAsync(made.ClientSecret, new() { CustomerName = "Ada" });

        Assert.Equal(403, confirmed.StatusCode);
        Assert.Contains(made.Id, updated.Message, StringComparison.Ordinal);
        Assert.False(buyers.Ok);
        Assert.Null(buyers.Value);
        Assert.IsType<NotOpenCheckoutException>(buyers.Error);
        Assert.Equal(403, buyers.Response?.StatusCode);
    }

    [Fact]
    public async Task Who_is_subscribed_already_is_told_where_one_is_the_most()
    {
        var product = await server.MonthlyAsync();
        await server.SellAsync(product.Id, "member@example.com");
        var again = await server.OpenAsync(product.Id);
        await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = false });
        try
        {
            await Assert.ThrowsAsync<AlreadyActiveSubscriptionException>(() =>
                server.PayAsync(again, "MEMBER@example.com")
            );
            await Assert.ThrowsAsync<AlreadyActiveSubscriptionException>(() =>
                Checkouts.UpdateAsync(again.Id, new CheckoutUpdate { CustomerEmail = "member@example.com" })
            );
            await Assert.ThrowsAsync<AlreadyActiveSubscriptionException>(() =>
                Checkouts.ClientUpdateAsync(again.ClientSecret, new() { CustomerEmail = "member@example.com" })
            );
        }
        finally
        {
            await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = true });
        }
    }

    [Fact]
    public async Task Who_had_a_trial_is_told_where_one_is_the_most()
    {
        var product = await server.MonthlyAsync(trialDays: 7);
        await server.SellAsync(product.Id, "trial@example.com");
        var again = await server.OpenAsync(product.Id);
        await server.SellerAsync(seller => seller with { PreventTrialAbuse = true });
        try
        {
            await Assert.ThrowsAsync<TrialAlreadyRedeemedException>(() => server.PayAsync(again, "trial@example.com"));
        }
        finally
        {
            await server.SellerAsync(seller => seller with { PreventTrialAbuse = false });
        }
    }

    [Theory]
    [InlineData(Standing.Created, typeof(PaymentNotReadyException))]
    [InlineData(Standing.Blocked, typeof(NotPermittedException))]
    public async Task An_organization_that_may_not_sell_is_told(Standing status, Type expected)
    {
        var made = await server.OpenAsync();
        await server.SellerAsync(seller => seller with { Status = status });
        try
        {
            var result = await Checkouts.TryClientConfirmAsync(made.ClientSecret, Shop.Confirmation("ada@example.com"));

            Assert.IsType(expected, result.Error);
        }
        finally
        {
            await server.SellerAsync(seller => seller with { Status = Standing.Active });
        }
    }

    [Fact]
    public async Task A_discount_that_its_buyer_used_up_is_told()
    {
        var discount = await server.Polar.Discounts.CreateAsync(
            new DiscountPercentageCreate
            {
                Name = "Once each",
                Duration = DiscountDuration.Once,
                BasisPoints = 1000,
                MaxRedemptionsPerCustomer = 1,
            }
        );
        await server.SellAsync(email: "once@example.com", change: request => request.DiscountId = discount.Id);
        var again = await server.OpenAsync(change: request => request.DiscountId = discount.Id);

        await Assert.ThrowsAsync<DiscountRedemptionLimitReachedException>(() =>
            server.PayAsync(again, "once@example.com")
        );
    }

    [Fact]
    public async Task A_checkout_that_never_was_is_not_found_by_id_or_secret()
    {
        var failure = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Checkouts.GetAsync(Nobody));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Checkouts.UpdateAsync(Nobody, new()));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Checkouts.ClientGetAsync("polar_c_nothing"));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Checkouts.ClientUpdateAsync("polar_c_x/y", new()));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            Checkouts.ClientConfirmAsync("polar_c_nothing", new CheckoutConfirmStripe())
        );

        Assert.Equal((404, "ResourceNotFound", "Not found"), (failure.StatusCode, failure.Code, failure.Message));
    }

    [Fact]
    public async Task Another_organizations_checkout_is_not_found()
    {
        var made = await server.OpenAsync();

        var other = server.PolarWith(server.Umbrella.AccessToken);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => other.Checkouts.GetAsync(made.Id));
    }

    [Fact]
    public async Task A_checkout_whose_time_is_over_has_expired_for_its_buyer()
    {
        var made = await server.OpenAsync();
        server.Clock.Advance(TimeSpan.FromHours(25));

        var failure = await Assert.ThrowsAsync<ExpiredCheckoutException>(() =>
            Checkouts.ClientGetAsync(made.ClientSecret)
        );
        await Assert.ThrowsAsync<ExpiredCheckoutException>(() => Checkouts.ClientUpdateAsync(made.ClientSecret, new()));
        await Assert.ThrowsAsync<ExpiredCheckoutException>(() => server.PayAsync(made));

        Assert.Equal(410, failure.StatusCode);
        Assert.Equal(CheckoutStatus.Expired, (await Checkouts.GetAsync(made.Id)).Status);
    }

    [Fact]
    public async Task Everything_that_is_missing_comes_in_one_list_with_its_places()
    {
        var made = await server.OpenAsync();

        var failure = await Assert.ThrowsAsync<HttpValidationException>(() =>
            Checkouts.ClientConfirmAsync(made.ClientSecret, new CheckoutConfirmStripe())
        );

        Assert.Equal((422, "PolarRequestValidationError"), (failure.StatusCode, failure.Code));
        Assert.Equal(
            [
                ("body", "/customer_email", "missing"),
                ("body", "/customer_billing_address", "missing"),
                ("body", "/confirmation_token_id", "missing"),
            ],
            failure.Details.Select(detail => (detail.Location, detail.Pointer, detail.Type))
        );
    }

    [Fact]
    public async Task An_id_that_is_none_is_refused_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<HttpValidationException>(() => Checkouts.GetAsync("no-id"));

        var detail = Assert.Single(failure.Details);
        Assert.Equal(("path", "uuid_parsing"), (detail.Location, detail.Type));
    }

    [Fact]
    public async Task A_product_that_is_not_sold_is_refused_with_its_place()
    {
        var failure = await Assert.ThrowsAsync<HttpValidationException>(() => server.OpenAsync(Nobody));

        Assert.Equal("/products/0", Assert.Single(failure.Details).Pointer);
    }

    [Fact]
    public async Task An_external_id_of_another_customer_is_refused_with_a_sentence()
    {
        await server.Polar.Customers.CreateAsync(new() { Email = "two@example.com" });
        var made = await server.OpenAsync(change: request => request.ExternalCustomerId = "ext-2");
        var two = Assert.Single((await server.Polar.Customers.ListPageAsync(email: "two@example.com")).Items);
        await server.Polar.Customers.UpdateAsync(two.Id, new() { ExternalId = "ext-2" });

        var failure = await Assert.ThrowsAsync<UnprocessableContentException>(() =>
            server.PayAsync(made, "other@example.com")
        );

        Assert.Equal("CheckoutCustomerExternalIdMismatch", failure.Code);
        Assert.Empty(failure.Details);
    }

    [Fact]
    public async Task A_customer_that_was_deleted_meanwhile_is_a_conflict()
    {
        var customer = await server.Polar.Customers.CreateAsync(new() { Email = "gone@example.com" });
        var made = await server.OpenAsync(change: request => request.CustomerId = customer.Id);
        await server.Polar.Customers.DeleteAsync(customer.Id);

        var failure = await Assert.ThrowsAsync<CheckoutCustomerDeletedException>(() =>
            server.PayAsync(made, "gone@example.com")
        );

        Assert.Equal("CheckoutCustomerDeleted", failure.Code);
    }
}
