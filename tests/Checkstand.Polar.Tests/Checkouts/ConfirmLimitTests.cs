namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What one buyer may have once or so often only: subscriptions, trials, discounts.</summary>
public sealed class ConfirmLimitTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_second_subscription_is_refused_where_one_is_the_most()
    {
        var product = await server.Api.ProductAsync(more: ",\"recurring_interval\":\"month\"");
        (await server.Public.ConfirmAsync(await server.Api.OpenAsync(product), buyer: Of("only@example.com"))).Expect(
            200
        );
        var second = await server.Api.OpenAsync(product);
        await server.SellerAsync(organization => organization with { AllowMultipleSubscriptions = false });
        try
        {
            await ConfirmRefusedAsync(
                second,
                "ctoken_test_approve",
                Of("ONLY@example.com"),
                403,
                "AlreadyActiveSubscriptionError"
            );
        }
        finally
        {
            await server.SellerAsync(organization => organization with { AllowMultipleSubscriptions = true });
        }
    }

    [Fact]
    public async Task A_second_trial_is_refused_where_one_is_the_most()
    {
        var product = await server.Api.ProductAsync(
            more: ",\"recurring_interval\":\"month\",\"trial_interval\":\"day\",\"trial_interval_count\":7"
        );
        (await server.Public.ConfirmAsync(await server.Api.OpenAsync(product), buyer: Of("trial@example.com"))).Expect(
            200
        );
        var second = await server.Api.OpenAsync(product);
        await server.SellerAsync(organization => organization with { PreventTrialAbuse = true });
        try
        {
            await ConfirmRefusedAsync(
                second,
                "ctoken_test_approve",
                Of("trial@example.com"),
                403,
                "TrialAlreadyRedeemed"
            );
            // Without the trial it may be bought.
            (
                await server.Public.ConfirmAsync(second, buyer: Of("trial@example.com") + ",\"allow_trial\":false")
            ).Expect(200);
        }
        finally
        {
            await server.SellerAsync(organization => organization with { PreventTrialAbuse = false });
        }
    }

    [Theory]
    [InlineData("alias+one@example.com", "ctoken_test_approve", "ALIAS+two@example.com", "ctoken_test_late_success")]
    [InlineData(
        "card-one@example.com",
        "ctoken_test_timeout_charged",
        "card-two@example.com",
        "ctoken_test_timeout_charged"
    )]
    public async Task A_buyer_is_known_by_mailbox_and_card(
        string first,
        string firstCard,
        string second,
        string secondCard
    )
    {
        var product = await server.Api.ProductAsync(
            more: ",\"recurring_interval\":\"month\",\"trial_interval\":\"day\",\"trial_interval_count\":7"
        );
        (await server.Public.ConfirmAsync(await server.Api.OpenAsync(product), firstCard, Of(first))).Expect(200);
        var again = await server.Api.OpenAsync(product);
        await server.SellerAsync(organization => organization with { PreventTrialAbuse = true });
        try
        {
            await ConfirmRefusedAsync(again, secondCard, Of(second), 403, "TrialAlreadyRedeemed");
        }
        finally
        {
            await server.SellerAsync(organization => organization with { PreventTrialAbuse = false });
        }
    }

    [Fact]
    public async Task A_discount_is_redeemed_as_often_as_it_may_be_in_all_and_by_one()
    {
        var product = await server.Api.ProductAsync();
        var scarce = await DiscountAsync("\"max_redemptions\":1");
        var perCustomer = await DiscountAsync("\"max_redemptions_per_customer\":1");
        var first = await server.Api.OpenAsync(product, $$""","discount_id":"{{scarce}}" """);
        var second = await server.Api.OpenAsync(product, $$""","discount_id":"{{scarce}}" """);
        var third = await server.Api.OpenAsync(product, $$""","discount_id":"{{perCustomer}}" """);
        var fourth = await server.Api.OpenAsync(product, $$""","discount_id":"{{perCustomer}}" """);

        // A payment that fails gives the redemption back.
        (await server.Public.ConfirmAsync(first, "ctoken_test_decline")).ExpectError(400, "PaymentError");
        (await server.Public.ConfirmAsync(first)).Expect(200);
        var gone = await ConfirmRefusedAsync(
            second,
            "ctoken_test_approve",
            Shop.Buyer,
            422,
            "PolarRequestValidationError"
        );
        Assert.Equal(["body.discount_id: value_error"], gone.Complaints);

        (await server.Public.ConfirmAsync(third, buyer: Of("once@example.com"))).Expect(200);
        await ConfirmRefusedAsync(
            fourth,
            "ctoken_test_approve",
            Of("once@example.com"),
            403,
            "DiscountRedemptionLimitReached"
        );
        (await server.Public.ConfirmAsync(fourth, buyer: Of("another@example.com"))).Expect(200);
    }

    private static string Of(string email) =>
        $$"""
            "customer_email":"{{email}}","customer_billing_address":{"country":"FR"}
            """;

    private async Task<Answer> ConfirmRefusedAsync(
        Opened checkout,
        string? token,
        string buyer,
        int status,
        string error
    )
    {
        var refused = (await server.Public.ConfirmAsync(checkout, token, buyer)).ExpectError(status, error);
        Assert.Equal("open", await server.Api.StatusAsync(checkout));
        Assert.Empty(await server.ChargesAsync(checkout));
        return refused;
    }

    private async Task<string> DiscountAsync(string more) =>
        (
            await server.Api.PostAsync(
                "/v1/discounts/",
                $$"""{"name":"Half","type":"percentage","basis_points":5000,"duration":"once",{{more}}}"""
            )
        )
            .Expect(201)
            .TextAt("/id")!;
}
