using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What stands in the way of a checkout although everything was said (contract sections 3.2 and 3.3).</summary>
public sealed class CheckoutRefusalTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Unknown = "7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11";

    [Fact]
    public async Task A_complaint_says_what_where_and_how_and_repeats_nothing()
    {
        var rule = await server.OpenAsync(server.Acme.ProductId, $""" "discount_id":"{Unknown}" """);
        Assert.Equal(
            """{"error":"PolarRequestValidationError","detail":[{"type":"value_error","loc":["body","discount_id"],"msg":"Discount does not exist.","input":null}]}""",
            rule.Expect(422).Text
        );
        var form = await server.OpenAsync(server.Acme.ProductId, """ "seats":0 """);
        Assert.Equal(
            """{"error":"RequestValidationError","detail":[{"type":"greater_than_equal","loc":["body","seats"],"msg":"Input should be greater than or equal to 1.","input":null}]}""",
            form.Expect(422).Text
        );
    }

    [Fact]
    public async Task What_can_not_be_sold_says_why()
    {
        var draft = await server.ProductAsync(Fixed(500), """ "visibility":"draft" """);
        var archived = await server.ProductAsync(Fixed(500));
        (await server.Api.PatchAsync($"/v1/products/{archived}", """{"is_archived":true}""")).Expect(200);
        var refused = await server.Api.PostAsync(
            Root,
            $$"""{"products":["{{draft}}","{{archived}}","{{server.Umbrella.ProductId}}","{{draft}}"]}"""
        );

        Assert.Equal(
            [
                "products: Products must be unique.",
                "products.0: Product is a draft.",
                "products.1: Product is archived.",
                "products.2: Product does not exist.",
                "products.3: Product is a draft.",
            ],
            MessagesOf(refused)
        );
        Assert.Equal(
            ["product_id: Product does not exist."],
            MessagesOf(await server.Api.PostAsync(Root, $$"""{"product_id":"{{Unknown}}"}"""))
        );
        Assert.Equal(
            ["product_price_id: Price does not exist."],
            MessagesOf(await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{Unknown}}"}"""))
        );
    }

    [Fact]
    public async Task What_a_checkout_does_not_offer_can_not_be_chosen_and_says_why()
    {
        var other = await server.ProductAsync(Fixed(500));
        var price = (await server.OpenAsync(other)).TextAt("/product_price_id");
        var checkout = await server.CheckoutAsync();

        Assert.Equal(
            ["product_id: Product is not available in this checkout."],
            MessagesOf(await checkout.UpdateAsync($$"""{"product_id":"{{other}}"}"""))
        );
        Assert.Equal(
            ["product_price_id: Price is not available in this checkout."],
            MessagesOf(await checkout.UpdateAsync($$"""{"product_price_id":"{{price}}"}"""))
        );
        Assert.Equal(
            ["product_id: Product is not available in this checkout."],
            MessagesOf(await ConfirmAsync(checkout, $$""" "product_id":"{{other}}" """))
        );
    }

    [Fact]
    public async Task A_discount_that_was_deleted_or_used_up_does_not_exist_and_is_redeemed_no_more()
    {
        var deleted = await server.DiscountAsync(
            new Reduction.Percentage(1000),
            made => made with { Code = "DELETED1" }
        );
        var usedUp = await server.DiscountAsync(
            new Reduction.Percentage(1000),
            made => made with { RedemptionsMax = 0 }
        );
        var carrying = await server.CheckoutAsync($""" "discount_id":"{deleted.Id}" """);
        (await server.Api.DeleteAsync($"/v1/discounts/{deleted.Id}")).Expect(204);

        foreach (var discount in new[] { deleted, usedUp })
        {
            Assert.Equal(
                ["discount_id: Discount does not exist."],
                MessagesOf(await server.OpenAsync(server.Acme.ProductId, $""" "discount_id":"{discount.Id}" """))
            );
        }

        Assert.Equal(
            ["discount_code: Discount does not exist."],
            MessagesOf(await (await server.CheckoutAsync()).ClientUpdateAsync("""{"discount_code":"DELETED1"}"""))
        );
        Assert.Equal(100, (await carrying.ClientGetAsync()).Expect(200).NumberAt("/discount_amount"));
        Assert.Equal(["discount_id: Discount is no longer redeemable."], MessagesOf(await ConfirmAsync(carrying, "")));
        (await ConfirmAsync(carrying, """ "discount_code":null """)).Expect(200);
    }

    [Fact]
    public async Task A_free_product_says_that_discounts_are_not_for_it()
    {
        var discount = await server.DiscountAsync(new Reduction.Percentage(1000));
        Assert.Equal(
            ["discount_id: Discounts are not applicable to this product."],
            MessagesOf(await server.OpenAsync(server.Products.Free, $""" "discount_id":"{discount.Id}" """))
        );
    }

    [Fact]
    public async Task A_discount_that_ended_meanwhile_is_not_redeemed()
    {
        var discount = await server.DiscountAsync(
            new Reduction.Percentage(1000),
            made => made with { EndsAt = server.Clock.GetUtcNow().AddSeconds(5) }
        );
        var checkout = await server.CheckoutAsync($""" "discount_id":"{discount.Id}" """);
        server.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["discount_id: Discount is no longer redeemable."], MessagesOf(await ConfirmAsync(checkout, "")));
    }

    [Fact]
    public async Task A_customer_who_was_deleted_buys_nothing()
    {
        var customer = await server.CustomerAsync("deleted@example.com", made => made with { ExternalId = "deleted" });
        var linked = await server.CheckoutAsync($""" "customer_id":"{customer.Id}" """);
        (await server.Api.DeleteAsync($"/v1/customers/{customer.Id}")).Expect(204);

        Assert.Equal(
            ["customer_id: Customer does not exist."],
            MessagesOf(await server.OpenAsync(server.Acme.ProductId, $""" "customer_id":"{customer.Id}" """))
        );
        (await ConfirmAsync(linked, "")).ExpectError(409, "CheckoutCustomerDeleted");
        // The id that the seller gave is free again.
        Assert.True(
            (await server.OpenAsync(server.Acme.ProductId, """ "external_customer_id":"deleted" """))
                .Expect(201)
                .IsNullAt("/customer_id")
        );
    }

    [Fact]
    public async Task An_external_id_of_somebody_else_is_told_in_a_sentence()
    {
        var checkout = await server.CheckoutAsync(""" "external_customer_id":"ext-else" """);
        await server.CustomerAsync("else@example.com", made => made with { ExternalId = "ext-else" });

        var refused = await ConfirmAsync(checkout, "");

        refused.ExpectError(422, "CheckoutCustomerExternalIdMismatch");
        Assert.Equal(System.Text.Json.JsonValueKind.String, refused.At("/detail").ValueKind);
    }

    [Fact]
    public async Task Whoever_pays_for_a_subscription_still_can_not_have_a_second_one_where_one_is_the_most()
    {
        var product = await server.ProductAsync(Fixed(900), """ "recurring_interval":"month" """);
        var trial = await server.ProductAsync(
            Fixed(900),
            """ "recurring_interval":"month","trial_interval":"day","trial_interval_count":7 """
        );
        var (active, trying) = (
            await SubscribeAsync(product, "active@x.co"),
            await SubscribeAsync(trial, "trying@x.co")
        );
        await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = false });
        try
        {
            await AssertRefusedAsync(active);
            await AssertRefusedAsync(trying);

            // Until it is over it is paid for.
            var path = $"/v1/subscriptions/{active.Subscription}";
            (await server.Api.PatchAsync(path, """{"cancel_at_period_end":true}""")).Expect(200);
            await AssertRefusedAsync(active);
            (await server.Api.DeleteAsync(path)).Expect(200);
            (await ConfirmAsync(await OpenAsync(active), "")).Expect(200);
        }
        finally
        {
            await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = true });
        }

        async Task AssertRefusedAsync((Guid Customer, string Subscription) known)
        {
            // To open it is no offence.
            var checkout = await OpenAsync(known);
            (await checkout.UpdateAsync("{}")).ExpectError(403, "AlreadyActiveSubscriptionError");
            (await checkout.ClientUpdateAsync("{}")).ExpectError(403, "AlreadyActiveSubscriptionError");
            var refused = (await ConfirmAsync(checkout, "")).ExpectError(403, "AlreadyActiveSubscriptionError");
            Assert.Equal("You already have an active subscription.", refused.TextAt("/detail"));
        }

        Task<OpenCheckout> OpenAsync((Guid Customer, string Subscription) known) =>
            server.CheckoutAsync(product, $""" "customer_id":"{known.Customer}" """);
    }

    [Fact]
    public async Task An_organization_that_is_not_ready_keeps_no_card_either()
    {
        var trial = await server.CheckoutAsync(
            server.Products.Recurring,
            """ "trial_interval":"day","trial_interval_count":7 """
        );
        await server.SellerAsync(seller => seller with { Status = OrganizationStatus.Created });
        try
        {
            var refused = (await ConfirmAsync(trial, "")).ExpectError(403, "PaymentNotReady");
            Assert.Equal("Organization is not ready to accept payments", refused.TextAt("/detail"));
        }
        finally
        {
            await server.SellerAsync(seller => seller with { Status = OrganizationStatus.Active });
        }
    }

    [Fact]
    public async Task An_address_that_the_seller_wants_is_asked_for_even_where_nothing_is_paid()
    {
        var checkout = await server.CheckoutAsync(server.Products.Free, """ "require_billing_address":true """);
        const string Buyer = """ "customer_email":"free@example.com" """;
        Assert.Equal(
            ["body.customer_billing_address: missing"],
            (await ConfirmBareAsync(checkout, Buyer)).Expect(422).Complaints
        );
        Assert.Equal(
            [
                "body.customer_billing_address.line1: missing",
                "body.customer_billing_address.city: missing",
                "body.customer_billing_address.postal_code: missing",
            ],
            (await ConfirmBareAsync(checkout, $$"""{{Buyer}},"customer_billing_address":{"country":"FR"}"""))
                .Expect(422)
                .Complaints
        );
        (
            await ConfirmBareAsync(
                checkout,
                $$"""
                {{Buyer}},"customer_billing_address":{"country":"FR","line1":"1","city":"Paris","postal_code":"75001"}
                """
            )
        ).Expect(200);
    }

    [Fact]
    public async Task A_known_customer_need_not_say_an_email()
    {
        var customer = await server.CustomerAsync("known-by-id@example.com");
        var checkout = await server.CheckoutAsync($""" "customer_id":"{customer.Id}" """);
        Assert.Equal(
            ["body.customer_billing_address: missing", "body.confirmation_token_id: missing"],
            (await ConfirmBareAsync(checkout, "")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task What_is_required_says_so_in_the_same_words_everywhere()
    {
        var refused = await ConfirmBareAsync(await server.CheckoutAsync(), "");
        Assert.Equal(
            [
                "customer_email: Field is required.",
                "customer_billing_address: Field is required.",
                "confirmation_token_id: Confirmation token is required.",
            ],
            MessagesOf(refused)
        );
    }

    private static IReadOnlyList<string> MessagesOf(Answer refused) =>
        [
            .. refused
                .ExpectError(422, "PolarRequestValidationError")
                .At("/detail")
                .EnumerateArray()
                .Select(one =>
                    $"{string.Join('.', one.GetProperty("loc").EnumerateArray().Skip(1))}: {one.GetProperty("msg")}"
                ),
        ];

    private async Task<(Guid Customer, string Subscription)> SubscribeAsync(Guid product, string email)
    {
        var checkout = await server.CheckoutAsync(product, $""" "customer_email":"{email}" """);
        var confirmed = await ConfirmAsync(checkout, $""" "customer_email":"{email}" """);
        var order = Assert.Single(await server.Api.OrdersAsync(new Opened($"{checkout.Id}", checkout.Secret)));
        return (confirmed.Expect(200).At("/customer_id").GetGuid(), order.GetProperty("subscription_id").GetString()!);
    }

    private Task<Answer> ConfirmAsync(OpenCheckout checkout, string said) =>
        server.Public.ConfirmAsync(
            new Opened($"{checkout.Id}", checkout.Secret),
            buyer: said.Contains("customer_email", StringComparison.Ordinal)
                ? said + ",\"customer_billing_address\":{\"country\":\"FR\"}"
                : Shop.Buyer + Comma(said)
        );

    private Task<Answer> ConfirmBareAsync(OpenCheckout checkout, string said) =>
        server.Public.ConfirmAsync(new Opened($"{checkout.Id}", checkout.Secret), token: null, said);
}
