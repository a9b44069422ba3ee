using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>The operations of a checkout's buyer, who has the client secret and no token.</summary>
public sealed class CheckoutClientTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int LooksMax = 2000;

    private Checkouts Buyer => server.PolarWith(null).Checkouts;

    [Fact]
    public async Task The_buyer_sees_who_sells_and_not_what_is_the_sellers_own()
    {
        var made = await server.OpenAsync(change: request => request.Metadata = new Metadata { ["cart"] = "A-7" });

        var seen = await Buyer.ClientGetAsync(made.ClientSecret);

        Assert.Equal((made.Id, made.TotalAmount), (seen.Id, seen.TotalAmount));
        Assert.Equal(("Acme", "acme"), (seen.Organization.Name, seen.Organization.Slug));
        Assert.Equal(SubscriptionProrationBehavior.Prorate, seen.Organization.ProrationBehavior);
        Assert.DoesNotContain("metadata", seen.AdditionalProperties!.Keys);
    }

    [Fact]
    public async Task A_buyer_needs_no_token_and_a_client_with_one_does_not_send_it()
    {
        var made = await server.OpenAsync();

        // A bad token would be refused even here (contract section 3.2).
        var seen = await server.PolarWith("polar_oat_bad").Checkouts.ClientGetAsync(made.ClientSecret);

        Assert.Equal(made.Id, seen.Id);
    }

    [Fact]
    public async Task In_the_buyers_update_absent_keeps_null_clears_and_a_value_replaces()
    {
        var made = await server.OpenAsync(change: request =>
            (request.CustomerName, request.CustomerEmail) = ("Ada", "ada@example.com")
        );

        var changed = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic { CustomerName = null, CustomerBillingName = "Ada Ltd" }
        );
        var address = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic
            {
                CustomerBillingAddress = new BillingAddress { Country = "CA", State = "ON" },
            }
        );
        var kept = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic { CustomerBillingAddress = null }
        );

        Assert.Null(changed.CustomerName);
        Assert.Equal(("ada@example.com", "Ada Ltd"), (changed.CustomerEmail, changed.CustomerBillingName));
        Assert.Equal("CA-ON", address.CustomerBillingAddress?.State);
        Assert.Equal("CA-ON", kept.CustomerBillingAddress?.State);
    }

    [Fact]
    public async Task A_code_is_entered_and_taken_back()
    {
        await server.Polar.Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "Three off",
                Code = "THREE",
                Duration = DiscountDuration.Forever,
                Amounts = new AmountsByCurrency { ["usd"] = 300 },
            }
        );
        var made = await server.OpenAsync();

        var with = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic { DiscountCode = "three" }
        );
        var without = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic { DiscountCode = null }
        );

        Assert.Equal(700, with.TotalAmount);
        var discount = Assert.IsType<CheckoutDiscountFixed>(with.Discount);
        Assert.Equal(300, discount.Amounts["usd"]);
        Assert.Equal(1000, without.TotalAmount);
    }

    [Fact]
    public async Task A_buyer_gives_a_trial_up_and_switches_between_products()
    {
        var trial = await server.MonthlyAsync(trialDays: 7);
        var made = await server.OpenAsync(
            trial.Id,
            request => request.Products!.Add(server.Products.Custom.ToString())
        );
        Assert.Equal(
            (RecurringInterval.Day, 7),
            (made.ActiveTrialInterval!.Value, made.ActiveTrialIntervalCount!.Value)
        );
        Assert.Equal(server.Clock.GetUtcNow().AddDays(7), made.TrialEnd);

        var without = await Buyer.ClientUpdateAsync(made.ClientSecret, new CheckoutUpdatePublic { AllowTrial = false });
        var tip = await Buyer.ClientUpdateAsync(
            made.ClientSecret,
            new CheckoutUpdatePublic { ProductId = server.Products.Custom.ToString(), Amount = 1234 }
        );

        Assert.Null(without.ActiveTrialInterval);
        Assert.Equal(("Tip jar", 1234), (tip.Product?.Name, tip.TotalAmount));
    }

    [Fact]
    public async Task A_confirmation_answers_confirmed_and_leaves_an_order()
    {
        var made = await server.OpenAsync();

        var confirmed = await Buyer.ClientConfirmAsync(made.ClientSecret, Shop.Confirmation("first@example.com"));

        Assert.Equal(CheckoutStatus.Confirmed, confirmed.Status);
        Assert.Equal("Acme", confirmed.Organization.Name);
        Assert.NotEmpty(confirmed.PaymentProcessorMetadata);
        Assert.True(string.IsNullOrEmpty(confirmed.CustomerSessionToken));
        var after = await server.Polar.Checkouts.GetAsync(made.Id);
        Assert.Equal(CheckoutStatus.Succeeded, after.Status);
        var order = Assert.Single((await server.Polar.Orders.ListPageAsync(checkoutId: made.Id)).Items);
        Assert.Equal(after.CustomerId, order.CustomerId);
    }

    [Fact]
    public async Task What_costs_nothing_is_confirmed_without_anything_to_pay_with()
    {
        var made = await server.OpenAsync(server.Products.Free.ToString());
        Assert.True(made.IsFreeProductPrice && !made.IsPaymentFormRequired);

        await Buyer.ClientConfirmAsync(
            made.ClientSecret,
            new CheckoutConfirmStripe { CustomerEmail = "free@example.com" }
        );

        // What costs nothing is handed out behind the answer.
        var buyer = Buyer;
        var seen = await buyer.ClientGetAsync(made.ClientSecret);
        for (var looks = 1; seen.Status != CheckoutStatus.Succeeded && looks < LooksMax; looks++)
        {
            seen = await buyer.ClientGetAsync(made.ClientSecret);
        }

        Assert.Equal(CheckoutStatus.Succeeded, seen.Status);
        Assert.Equal(
            0,
            Assert.Single((await server.Polar.Orders.ListPageAsync(checkoutId: made.Id)).Items).TotalAmount
        );
    }

    [Fact]
    public async Task Answers_to_custom_fields_reach_the_order()
    {
        var field = await server.Polar.CustomFields.CreateAsync(
            new CustomFieldNumberCreate
            {
                Slug = "size",
                Name = "Size",
                Properties = new() { Ge = 1, Le = 50 },
            }
        );
        var product = await server.ProductAsync(product =>
            product.AttachedCustomFields = [new AttachedCustomFieldCreate { CustomFieldId = field.Id, Required = true }]
        );
        var made = await server.OpenAsync(product.Id);
        var asked = Assert.Single(made.AttachedCustomFields!);
        Assert.Equal((field.Id, true, 0), (asked.CustomFieldId, asked.Required, asked.Order));
        Assert.Equal(50, Assert.IsType<CustomFieldNumber>(asked.CustomField).Properties.Le);

        var confirmation = Shop.Confirmation("size@example.com");
        confirmation.CustomFieldData = new Metadata { ["size"] = 42 };
        await Buyer.ClientConfirmAsync(made.ClientSecret, confirmation);

        var order = Assert.Single((await server.Polar.Orders.ListPageAsync(checkoutId: made.Id)).Items);
        Assert.Equal(42, order.CustomFieldData!["size"].Integer);
    }

    [Fact]
    public async Task Looking_at_a_checkout_is_told_and_changes_nothing()
    {
        var made = await server.OpenAsync();

        var seen = await Buyer.ClientOpenedAsync(made.ClientSecret);

        Assert.Equal((made.Id, CheckoutStatus.Open), (seen.Id, seen.Status));
    }
}
