using System.Text.Json;
using Checkstand.Core;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What a confirmed checkout leaves behind: customers, orders, subscriptions, and what was charged.</summary>
public sealed class ConfirmSaleTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_free_product_needs_neither_card_nor_address_and_asks_no_provider()
    {
        var checkout = await server.Api.OpenAsync(await server.Api.ProductAsync(Shop.FixedPrice(0)));

        (await server.Public.ConfirmAsync(checkout, token: null, """ "customer_email":"free@example.com" """)).Expect(
            200
        );

        Assert.Equal("succeeded", await server.Api.StatusAsync(checkout));
        Assert.Equal(0, Number(Assert.Single(await server.Api.OrdersAsync(checkout)), "total_amount"));
        Assert.Empty(await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task A_discount_of_everything_leaves_nothing_to_pay()
    {
        var discount = (
            await server.Api.PostAsync(
                "/v1/discounts/",
                """{"name":"All","type":"percentage","basis_points":10000,"duration":"once"}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            $$""","discount_id":"{{discount}}" """
        );

        (await server.Public.ConfirmAsync(checkout, token: null, """ "customer_email":"all@example.com" """)).Expect(
            200
        );

        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal(
            (1000, 1000, 0),
            (Number(order, "subtotal_amount"), Number(order, "discount_amount"), Number(order, "total_amount"))
        );
        Assert.Equal(discount, order.GetProperty("discount").GetProperty("id").GetString());
        Assert.Equal(1, Number(order.GetProperty("discount"), "redemptions_count"));
        Assert.Empty(await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task The_amount_that_the_buyer_names_in_the_confirmation_is_charged()
    {
        var product = await server.Api.ProductAsync(
            """{"amount_type":"custom","price_currency":"usd","minimum_amount":500,"preset_amount":900}"""
        );
        var checkout = await server.Api.OpenAsync(product);

        var answer = await server.Public.ConfirmAsync(checkout, buyer: Shop.Buyer + ",\"amount\":1234");

        Assert.Equal(1234, answer.Expect(200).NumberAt("/total_amount"));
        Assert.Equal([(1234, "USD", "charged")], await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task A_trial_takes_no_money_and_makes_a_subscription_that_becomes_active_when_it_ends()
    {
        var product = await server.Api.ProductAsync(
            more: ",\"recurring_interval\":\"month\",\"trial_interval\":\"day\",\"trial_interval_count\":7"
        );
        var checkout = await server.Api.OpenAsync(product);

        (await server.Public.ConfirmAsync(checkout, "ctoken_test_decline")).ExpectError(400, "PaymentError");
        (await server.Public.ConfirmAsync(checkout)).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal("subscription_create", order.GetProperty("billing_reason").GetString());
        Assert.Equal(0, Number(order, "total_amount"));
        Assert.DoesNotContain(await server.ChargesAsync(checkout), charge => charge.Outcome == "charged");
        var subscription = order.GetProperty("subscription");
        Assert.Equal("trialing", subscription.GetProperty("status").GetString());
        Assert.Equal(1000, Number(subscription, "amount"));
    }

    [Fact]
    public async Task A_subscription_begins_and_its_order_names_it()
    {
        var product = await server.Api.ProductAsync(more: ",\"recurring_interval\":\"month\"");
        var checkout = await server.Api.OpenAsync(product, ",\"metadata\":{\"cohort\":\"a\"}");

        (await server.Public.ConfirmAsync(checkout)).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        var id = order.GetProperty("subscription_id").GetString();
        var subscription = (await server.Api.GetAsync($"/v1/subscriptions/{id}")).Expect(200);
        Assert.Equal("active", subscription.TextAt("/status"));
        Assert.Equal(checkout.Id, subscription.TextAt("/checkout_id"));
        Assert.Equal("a", subscription.TextAt("/metadata/cohort"));
        Assert.Equal("fixed", subscription.TextAt("/prices/0/amount_type"));
        Assert.Equal([(1000, "USD", "charged")], await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task The_order_repeats_what_was_confirmed()
    {
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(name: "Anorak"),
            ",\"metadata\":{\"ref\":\"r-1\"}"
        );

        (
            await server.Public.ConfirmAsync(
                checkout,
                buyer: """
                "customer_email":"Grace@example.com","customer_name":"Grace","customer_billing_address":{"country":"FR"}
                """
            )
        ).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal("purchase", order.GetProperty("billing_reason").GetString());
        Assert.Equal("r-1", order.GetProperty("metadata").GetProperty("ref").GetString());
        Assert.Equal("Grace", order.GetProperty("customer").GetProperty("name").GetString());
        Assert.Equal("FR", order.GetProperty("billing_address").GetProperty("country").GetString());
        Assert.StartsWith("ACME-", order.GetProperty("invoice_number").GetString(), StringComparison.Ordinal);
        var item = Assert.Single(order.GetProperty("items").EnumerateArray());
        Assert.Equal(("Anorak", 1000L), (item.GetProperty("label").GetString(), Number(item, "amount")));
        Assert.Equal(checkout.Id, order.GetProperty("checkout_id").GetString());
    }

    [Fact]
    public async Task A_customer_of_the_same_address_is_the_same_and_its_name_is_not_overwritten()
    {
        var known = await server.CustomerAsync(
            "Known@example.com",
            customer => customer with { Name = "Known", Metadata = new JsonText("""{"a":"1","b":"2"}"""u8.ToArray()) }
        );
        var checkout = await server.Api.OpenAsync(
            await server.Api.ProductAsync(),
            ",\"external_customer_id\":\"ext-new\",\"customer_metadata\":{\"b\":\"3\"}"
        );

        var answer = await server.Public.ConfirmAsync(
            checkout,
            buyer: """
            "customer_email":"KNOWN@example.com","customer_name":"Somebody","customer_billing_address":{"country":"FR"}
            """
        );

        Assert.Equal(known.Id.ToString("D"), answer.Expect(200).TextAt("/customer_id"));
        Assert.Equal("", answer.TextAt("/customer_session_token"));
        var customer = Assert.Single(await server.Api.OrdersAsync(checkout)).GetProperty("customer");
        Assert.Equal("Known", customer.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, customer.GetProperty("external_id").ValueKind);
        Assert.Equal("FR", customer.GetProperty("billing_address").GetProperty("country").GetString());
        Assert.Equal("""{"a":"1","b":"3"}""", customer.GetProperty("metadata").GetRawText());
    }

    [Theory]
    [InlineData("Polar-Version", "2026-10", true)]
    [InlineData("User-Agent", "speakeasy-sdk/typescript 0.49.0 2.918.3 2026-04 @polar-sh/sdk", true)]
    [InlineData("User-Agent", "speakeasy-sdk/typescript 0.46.7 2.918.3 2026-04 @polar-sh/sdk", true)]
    [InlineData("User-Agent", "speakeasy-sdk/typescript 0.46.0 2.918.3 2026-04 @polar-sh/sdk", false)]
    [InlineData("User-Agent", "speakeasy-sdk/python 0.32.0 2.1.0 2026-04 polar-sdk", true)]
    [InlineData("User-Agent", "speakeasy-sdk/python 0.22.5 2.1.0 2025-08 polar-sdk", false)]
    [InlineData("User-Agent", "curl/8", false)]
    public async Task No_session_token_is_null_where_the_client_knows_null(string header, string value, bool isNull)
    {
        var checkout = await server.Api.OpenAsync();

        var answer = (await server.Public.ConfirmAsync(checkout, headers: (header, value))).Expect(200);

        Assert.Equal(isNull ? null : "", answer.TextAt("/customer_session_token"));
    }

    [Fact]
    public async Task A_token_of_another_organization_sees_neither_order_nor_subscription()
    {
        var product = await server.Api.ProductAsync(more: ",\"recurring_interval\":\"year\"");
        var checkout = await server.Api.OpenAsync(product);
        (await server.Public.ConfirmAsync(checkout)).Expect(200);
        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        var subscription = order.GetProperty("subscription_id").GetString();

        (await server.OtherApi.GetAsync($"/v1/orders/{order.GetProperty("id").GetString()}")).ExpectError(
            404,
            "ResourceNotFound"
        );
        (await server.OtherApi.GetAsync($"/v1/subscriptions/{subscription}")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.DeleteAsync($"/v1/subscriptions/{subscription}")).ExpectError(404, "ResourceNotFound");
        Assert.Empty(await server.OtherApi.OrdersAsync(checkout));
    }

    private static long Number(JsonElement value, string name) => value.GetProperty(name).GetInt64();
}
