namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Seats that are paid for, and free subscriptions that a checkout upgrades.</summary>
public sealed class ConfirmUpgradeTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Seats = """
        {"amount_type":"seat_based","price_currency":"usd","seat_tiers":{"seat_tier_type":"graduated","tiers":[
          {"min_seats":1,"max_seats":5,"price_per_seat":1000},{"min_seats":6,"max_seats":null,"price_per_seat":700}]}}
        """;

    [Fact]
    public async Task Seats_are_charged_slice_by_slice_and_stand_on_order_and_subscription()
    {
        var product = await server.Api.ProductAsync(Seats, ""","recurring_interval":"month" """);
        var checkout = await server.Api.OpenAsync(product, ""","seats":8 """);

        (await server.Public.ConfirmAsync(checkout)).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal(8, order.GetProperty("seats").GetInt32());
        Assert.Equal(5 * 1000 + 3 * 700, order.GetProperty("total_amount").GetInt64());
        Assert.Equal(7100, Assert.Single(await server.ChargesAsync(checkout)).Amount);
        var subscription = order.GetProperty("subscription_id").GetString();
        var kept = (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200);
        Assert.Equal((8, 7100), (kept.NumberAt("/seats"), kept.NumberAt("/amount")));
    }

    [Fact]
    public async Task The_buyer_chooses_the_seats_in_the_confirmation()
    {
        var checkout = await server.Api.OpenAsync(await server.Api.ProductAsync(Seats), ""","seats":2 """);

        (await server.Public.ConfirmAsync(checkout, buyer: $$"""{{Shop.Buyer}},"seats":6 """)).Expect(200);

        Assert.Equal(5700, Assert.Single(await server.ChargesAsync(checkout)).Amount);
    }

    [Fact]
    public async Task An_upgrade_of_a_free_subscription_changes_it_and_begins_no_other()
    {
        var free = await server.Api.ProductAsync(Shop.FixedPrice(0), ""","recurring_interval":"month" """, "Free plan");
        var paid = await server.Api.ProductAsync(
            Shop.FixedPrice(2500),
            ""","recurring_interval":"year" """,
            "Paid plan"
        );
        var first = await server.Api.OpenAsync(free);
        const string Buyer = """ "customer_email":"up@example.com","customer_billing_address":{"country":"FR"} """;
        (await server.Public.ConfirmAsync(first, token: null, Buyer)).Expect(200);
        var begun = Assert.Single(await server.Api.OrdersAsync(first));
        var subscription = begun.GetProperty("subscription_id").GetString();

        var second = await server.Api.OpenAsync(paid, $$""","subscription_id":"{{subscription}}" """);
        (await server.Public.ConfirmAsync(second, buyer: Buyer)).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(second));
        Assert.Equal("subscription_update", order.GetProperty("billing_reason").GetString());
        Assert.Equal(subscription, order.GetProperty("subscription_id").GetString());
        Assert.Equal(begun.GetProperty("customer_id").GetString(), order.GetProperty("customer_id").GetString());
        var kept = (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200);
        Assert.Equal(paid, kept.TextAt("/product_id"));
        Assert.Equal("year", kept.TextAt("/recurring_interval"));
        Assert.Equal(("active", 2500), (kept.TextAt("/status"), kept.NumberAt("/amount")));
        var all = await server.Api.GetAsync($"/v1/subscriptions/?customer_id={order.GetProperty("customer_id")}");
        Assert.Equal(1, all.Expect(200).NumberAt("/pagination/total_count"));
        Assert.Equal(2500, Assert.Single(await server.ChargesAsync(second)).Amount);
    }

    [Fact]
    public async Task Of_two_upgrades_of_one_subscription_one_is_charged()
    {
        var subscription = await FreeSubscriptionAsync("twice@example.com");
        var paid = await PlanAsync();
        var first = await server.Api.OpenAsync(paid, Upgrades(subscription));
        var second = await server.Api.OpenAsync(paid, Upgrades(subscription));
        (await server.Public.ConfirmAsync(first)).Expect(200);

        var refused = await server.Public.ConfirmAsync(second);

        refused.ExpectError(403, "AlreadyActiveSubscriptionError");
        Assert.Equal("open", await server.Api.StatusAsync(second));
        Assert.Empty(await server.ChargesAsync(second));
        Assert.Single(await server.ChargesAsync(first));
    }

    [Fact]
    public async Task An_upgrade_stands_in_the_way_of_the_next_one_until_its_payment_failed()
    {
        var subscription = await FreeSubscriptionAsync("challenged@example.com");
        var paid = await PlanAsync();
        var first = await server.Api.OpenAsync(paid, Upgrades(subscription));
        var second = await server.Api.OpenAsync(paid, Upgrades(subscription));
        (await server.Public.ConfirmAsync(first, "ctoken_test_late_failure")).Expect(200);

        (await server.Public.ConfirmAsync(second)).ExpectError(403, "AlreadyActiveSubscriptionError");

        server.Clock.Advance(TimeSpan.FromSeconds(11));
        await server.UntilAsync(first, "open");
        (await server.Public.ConfirmAsync(second)).Expect(200);
        Assert.Single(await server.ChargesAsync(second));
    }

    [Fact]
    public async Task A_subscription_that_ended_meanwhile_is_not_upgraded()
    {
        var subscription = await FreeSubscriptionAsync("ended@example.com");
        var upgrade = await server.Api.OpenAsync(await PlanAsync(), Upgrades(subscription));
        (await server.Api.DeleteAsync($"/v1/subscriptions/{subscription}")).Expect(200);

        var refused = await server.Public.ConfirmAsync(upgrade);

        Assert.Equal(["body.subscription_id: value_error"], refused.Expect(422).Complaints);
        Assert.Empty(await server.ChargesAsync(upgrade));
        Assert.Equal(
            "canceled",
            (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200).TextAt("/status")
        );
    }

    [Fact]
    public async Task A_subscription_is_upgraded_by_its_own_customer_only()
    {
        var subscription = await FreeSubscriptionAsync("owner@example.com");
        var owner = (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200).TextAt("/customer_id");
        var other = await server.CustomerAsync("other@example.com");
        var paid = await PlanAsync();

        var refused = await server.Api.PostAsync(
            "/v1/checkouts/",
            $$"""{"products":["{{paid}}"],"customer_id":"{{other.Id}}"{{Upgrades(subscription)}}}"""
        );

        Assert.Equal(["body.customer_id: value_error"], refused.Expect(422).Complaints);
        await server.Api.OpenAsync(paid, $$""","customer_id":"{{owner}}"{{Upgrades(subscription)}}""");
    }

    [Fact]
    public async Task What_is_bought_once_is_no_upgrade_and_leaves_the_subscription_alone()
    {
        var subscription = await FreeSubscriptionAsync("once@example.com");
        var once = await server.Api.ProductAsync();
        var checkout = await server.Api.OpenAsync(once, Upgrades(subscription));
        (await server.Api.DeleteAsync($"/v1/subscriptions/{subscription}")).Expect(200);

        (await server.Public.ConfirmAsync(checkout)).Expect(200);

        Assert.Equal(
            "canceled",
            (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200).TextAt("/status")
        );
    }

    [Fact]
    public async Task A_paid_subscription_is_not_upgraded_by_a_checkout()
    {
        var paid = await server.Api.ProductAsync(Shop.FixedPrice(900), ""","recurring_interval":"month" """);
        var first = await server.Api.OpenAsync(paid);
        (await server.Public.ConfirmAsync(first)).Expect(200);
        var order = Assert.Single(await server.Api.OrdersAsync(first));
        var subscription = order.GetProperty("subscription_id").GetString();

        var refused = await server.Api.PostAsync(
            "/v1/checkouts/",
            $$"""{"products":["{{paid}}"],"subscription_id":"{{subscription}}"}"""
        );

        Assert.Equal(["body.subscription_id: value_error"], refused.Expect(422).Complaints);
    }

    private static string Upgrades(string subscription) => $$""","subscription_id":"{{subscription}}" """;

    private Task<string> PlanAsync() =>
        server.Api.ProductAsync(Shop.FixedPrice(2500), ""","recurring_interval":"month" """, "Paid plan");

    private async Task<string> FreeSubscriptionAsync(string email)
    {
        var free = await server.Api.ProductAsync(Shop.FixedPrice(0), ""","recurring_interval":"month" """, "Free plan");
        var checkout = await server.Api.OpenAsync(free);
        (await server.Public.ConfirmAsync(checkout, token: null, $""" "customer_email":"{email}" """)).Expect(200);
        return Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("subscription_id").GetString()!;
    }
}
