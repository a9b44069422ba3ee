using Checkstand.Polar.Tests.Checkouts;

namespace Checkstand.Polar.Tests.Customers;

/// <summary>What customers have, and what becomes of it when they are deleted.</summary>
public sealed class CustomerStateTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task The_state_of_a_customer_has_its_subscriptions_that_last_as_agreed()
    {
        var (customer, subscription) = await SubscribeAsync();

        var state = (await server.Api.GetAsync($"/v1/customers/{customer}/state")).Expect(200);

        Golden.AssertSame("customers.get_state", state);
        Assert.Equal(subscription, state.TextAt("/active_subscriptions/0/id"));
        (await server.Api.DeleteAsync($"/v1/subscriptions/{subscription}")).Expect(200);
        var after = (await server.Api.GetAsync($"/v1/customers/{customer}/state")).Expect(200);
        Assert.Equal(0, after.At("/active_subscriptions").GetArrayLength());
    }

    [Fact]
    public async Task The_state_is_found_by_the_external_id_too()
    {
        var made = (
            await server.Api.PostAsync("/v1/customers/", """{"email":"state@example.com","external_id":"state-1"}""")
        ).Expect(201);

        var state = (await server.Api.GetAsync("/v1/customers/external/state-1/state")).Expect(200);

        Assert.Equal(made.TextAt("/id"), state.TextAt("/id"));
        Assert.Equal(0, state.At("/active_subscriptions").GetArrayLength());
        (await server.OtherApi.GetAsync("/v1/customers/external/state-1/state")).ExpectError(404, "ResourceNotFound");
        (await server.OtherApi.GetAsync($"/v1/customers/{made.TextAt("/id")}/state")).ExpectError(
            404,
            "ResourceNotFound"
        );
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a%252Fb")]
    [InlineData("a/b ü?#%2F")]
    [InlineData("100%")]
    [InlineData("%")]
    public async Task An_external_id_of_any_letters_names_its_own_customer(string externalId)
    {
        var made = (
            await server.Api.PostAsync(
                "/v1/customers/",
                $$"""{"email":"odd-{{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(externalId))}}@example.com","external_id":"{{externalId}}"}"""
            )
        ).Expect(201);
        var escaped = Uri.EscapeDataString(externalId);

        foreach (var path in new[] { escaped, $"{escaped}/", $"{escaped}/state", $"{escaped}?a=/b%2Fc/" })
        {
            var found = (await server.Api.GetAsync($"/v1/customers/external/{path}")).Expect(200);
            Assert.Equal(made.TextAt("/id"), found.TextAt("/id"));
        }
    }

    [Fact]
    public async Task The_subscriptions_of_a_deleted_customer_end_and_its_order_keeps_naming_it()
    {
        var (customer, subscription) = await SubscribeAsync();

        (await server.Api.DeleteAsync($"/v1/customers/{customer}")).Expect(204);

        var ended = (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200);
        Assert.Equal("canceled", ended.TextAt("/status"));
        Assert.Equal(customer, ended.TextAt("/customer/id"));
        Assert.False(ended.IsNullAt("/customer/deleted_at"));
        (await server.Api.GetAsync($"/v1/customers/{customer}/state")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task An_order_names_an_anonymized_customer_by_a_pseudonym()
    {
        var (customer, subscription) = await SubscribeAsync();

        (await server.Api.DeleteAsync($"/v1/customers/{customer}?anonymize=true")).Expect(204);

        var ended = (await server.Api.GetAsync($"/v1/subscriptions/{subscription}")).Expect(200);
        Assert.EndsWith("@anonymized.invalid", ended.TextAt("/customer/email"), StringComparison.Ordinal);
    }

    private async Task<(string Customer, string Subscription)> SubscribeAsync()
    {
        var product = await server.Api.ProductAsync(more: ",\"recurring_interval\":\"month\"");
        var checkout = await server.Api.OpenAsync(product);
        (await server.Public.ConfirmAsync(checkout)).Expect(200);
        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        return (order.GetProperty("customer_id").GetString()!, order.GetProperty("subscription_id").GetString()!);
    }
}
