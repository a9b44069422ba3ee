using System.Text.Json;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>
/// Whole answers of a sale, from the confirmation to what it leaves behind. Each on a server of its own, because orders are
/// numbered.
/// </summary>
public sealed class ConfirmGoldenTests : IAsyncLifetime
{
    private const string Full = """
        "customer_email":"ada@example.com","customer_name":"Ada","is_business_customer":true,
        "customer_billing_name":"Ada Ltd","customer_billing_address":{"country":"FR","line1":"1 rue","line2":"2e",
        "city":"Paris","postal_code":"75001"}
        """;

    private readonly PolarServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_confirmation() => Golden.AssertSame("checkouts.client_confirm", (await SellAsync()).Confirmed);

    [Fact]
    public async Task An_order()
    {
        var (_, checkout) = await SellAsync();
        var order = Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("id").GetString();

        Golden.AssertSame("orders.get", await server.Api.GetAsync($"/v1/orders/{order}"));
    }

    [Fact]
    public async Task A_list_of_orders()
    {
        var (_, checkout) = await SellAsync();

        Golden.AssertSame("orders.list", await server.Api.GetAsync($"/v1/orders/?checkout_id={checkout.Id}"));
    }

    [Fact]
    public async Task A_confirmation_that_needs_a_challenge()
    {
        var checkout = await server.Api.OpenAsync();

        Golden.AssertSame(
            "checkouts.client_confirm.requires_action",
            await server.Public.ConfirmAsync(checkout, "ctoken_test_requires_action")
        );
    }

    [Fact]
    public async Task A_refused_payment()
    {
        var checkout = await server.Api.OpenAsync();

        Golden.AssertSame(
            "checkouts.client_confirm.refused",
            await server.Public.ConfirmAsync(checkout, "ctoken_test_decline_insufficient_funds")
        );
    }

    [Fact]
    public async Task The_order_of_a_subscription()
    {
        var order = (await SubscribeAsync()).GetProperty("id").GetString();

        Golden.AssertSame("orders.get.subscription", await server.Api.GetAsync($"/v1/orders/{order}"));
    }

    [Fact]
    public async Task A_subscription()
    {
        var subscription = (await SubscribeAsync()).GetProperty("subscription_id").GetString();

        Golden.AssertSame(
            "subscriptions.update",
            await server.Api.PatchAsync(
                $"/v1/subscriptions/{subscription}",
                """{"cancel_at_period_end":true,"customer_cancellation_reason":"unused"}"""
            )
        );
    }

    private async Task<(Answer Confirmed, Opened Checkout)> SellAsync()
    {
        var discount = (
            await server.Api.PostAsync(
                "/v1/discounts/",
                """{"name":"A tenth","type":"percentage","basis_points":1000,"duration":"once"}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            $$""","discount_id":"{{discount}}","metadata":{"ref":"r-1"}"""
        );
        return (await server.Public.ConfirmAsync(checkout, buyer: Full), checkout);
    }

    private async Task<JsonElement> SubscribeAsync()
    {
        var product = await server.Api.ProductAsync(
            more: ",\"recurring_interval\":\"month\",\"trial_interval\":\"day\",\"trial_interval_count\":7"
        );
        var checkout = await server.Api.OpenAsync(product);
        (await server.Public.ConfirmAsync(checkout)).Expect(200);
        return Assert.Single(await server.Api.OrdersAsync(checkout));
    }
}
