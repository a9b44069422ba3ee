using System.Text.Json;
using Checkstand.Polar.Tests.Checkouts;

namespace Checkstand.Polar.Tests.Webhooks;

/// <summary>What each event tells: the thing as a token's owner reads it.</summary>
public sealed class EventBodyTests : WebhookServer
{
    [Fact]
    public async Task A_checkout_is_told_as_a_token_reads_it()
    {
        await ListenAsync(events: """["checkout.created","checkout.updated","checkout.expired"]""");
        var made = (
            await Api.PostAsync(
                "/v1/checkouts/",
                $$"""{"products":["{{Acme.ProductId}}"],"customer_email":"buyer@example.com","metadata":{"a":"Ł"} }"""
            )
        ).Expect(201);
        await ReceiveAsync(1);
        var path = $"/v1/checkouts/{made.TextAt("/id")}";
        var changed = (await Api.PatchAsync(path, """{"customer_name":"Ada"}""")).Expect(200);
        await ReceiveAsync(2);
        Advance(TimeSpan.FromDays(2));
        await ReceiveAsync(3);
        var ended = (await Api.GetAsync(path)).Expect(200);

        Assert.Equal(
            [("checkout.created", made.Text), ("checkout.updated", changed.Text), ("checkout.expired", ended.Text)],
            Told()
        );
        Assert.Equal("expired", ended.TextAt("/status"));
    }

    [Fact]
    public async Task A_discount_is_told_as_it_is_read_and_last_as_it_was()
    {
        await ListenAsync(events: """["discount.created","discount.updated","discount.deleted"]""");
        var made = (
            await Api.PostAsync(
                "/v1/discounts/",
                $$"""
                {"name":"Spring","code":"SPRING","type":"percentage","basis_points":1000,"duration":"once",
                "products":["{{Acme.ProductId}}"]}
                """
            )
        ).Expect(201);
        var path = $"/v1/discounts/{made.TextAt("/id")}";
        var changed = (await Api.PatchAsync(path, """{"name":"Summer"}""")).Expect(200);
        (await Api.DeleteAsync(path)).Expect(204);

        await ReceiveAsync(3);

        Assert.Equal(
            [("discount.created", made.Text), ("discount.updated", changed.Text), ("discount.deleted", changed.Text)],
            Told()
        );
    }

    [Fact]
    public async Task An_organization_is_told_as_its_token_reads_it()
    {
        await ListenAsync(events: """["organization.updated"]""");
        var changed = (await Api.PatchAsync($"/v1/organizations/{Acme.Id}", """{"name":"Acme & Sons"}""")).Expect(200);

        await ReceiveAsync(1);

        Assert.Equal([("organization.updated", changed.Text)], Told());
    }

    [Fact]
    public async Task A_product_is_told_as_it_is_read()
    {
        await ListenAsync();
        var made = await HappenAsync();
        var changed = (
            await Api.PatchAsync($"/v1/products/{made.TextAt("/id")}", """{"description":"Thick"}""")
        ).Expect(200);

        await ReceiveAsync(2);

        Assert.Equal([("product.created", made.Text), ("product.updated", changed.Text)], Told());
    }

    [Fact]
    public async Task A_sale_is_told_from_its_order_to_its_checkout()
    {
        await ListenAsync(events: """["order.created","order.updated","order.paid","checkout.updated"]""");
        var checkout = await Api.OpenAsync();
        (await Public.ConfirmAsync(checkout)).Expect(200);
        Assert.Equal("succeeded", await Api.StatusAsync(checkout));

        await ReceiveAsync(5);

        var told = Told().ToList();
        Assert.Equal(
            ["checkout.updated", "order.created", "order.updated", "order.paid", "checkout.updated"],
            told.Select(one => one.Type)
        );
        var order = (await Api.GetAsync($"/v1/orders/{JsonElement.Parse(told[1].Data).GetProperty("id")}")).Expect(200);
        Assert.All(told[1..4], one => Assert.Equal(order.Text, one.Data));
        Assert.Equal("confirmed", JsonElement.Parse(told[0].Data).GetProperty("status").GetString());
        Assert.Equal("succeeded", JsonElement.Parse(told[4].Data).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_subscription_is_told_with_its_customer()
    {
        await ListenAsync(
            events: """["customer.created","customer.state_changed","subscription.created","subscription.active"]"""
        );
        var checkout = await Api.OpenAsync(Products.Recurring.ToString());
        (await Public.ConfirmAsync(checkout)).Expect(200);
        Assert.Equal("succeeded", await Api.StatusAsync(checkout));
        await UntilAsync(() => Task.FromResult(Told().Any(one => one.Type == "subscription.active")));
        await UntilAsync(async () =>
            (await Store.ListWaitedForAsync(Guid.Empty, 1, CancellationToken.None)).Count == 0
        );

        var created = JsonElement.Parse(Told().Single(one => one.Type == "subscription.created").Data);
        var read = (await Api.GetAsync($"/v1/subscriptions/{created.GetProperty("id")}")).Expect(200);
        Assert.Equal(read.Text, Told().Single(one => one.Type == "subscription.active").Data);
        var customer = JsonElement.Parse(Told().Single(one => one.Type == "customer.created").Data);
        Assert.Equal(read.At("/customer").GetRawText(), customer.GetRawText());
        var state = JsonElement.Parse(Told().Last(one => one.Type == "customer.state_changed").Data);
        Assert.Equal(customer.GetProperty("id").GetString(), state.GetProperty("id").GetString());
        var active = Assert.Single(state.GetProperty("active_subscriptions").EnumerateArray());
        Assert.Equal(read.TextAt("/id"), active.GetProperty("id").GetString());
        Assert.Equal(0, active.GetProperty("meters").GetArrayLength());
    }

    [Fact]
    public async Task A_known_customer_who_says_more_with_a_confirmation_is_told_with_the_new_state()
    {
        var customer = await this.CustomerAsync("known@example.com");
        await ListenAsync(events: """["customer.updated","customer.state_changed"]""");
        var checkout = await Api.OpenAsync(Acme.ProductId.ToString(), $$""","customer_id":"{{customer.Id}}" """);

        (
            await Public.ConfirmAsync(
                checkout,
                buyer: """ "customer_name":"Ada","customer_billing_address":{"country":"FR"} """
            )
        ).Expect(200);
        await ReceiveAsync(2);

        Assert.Equal(["customer.updated", "customer.state_changed"], Told().Select(one => one.Type));
        Assert.All(Told(), one => Assert.Equal("Ada", JsonElement.Parse(one.Data).GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_channel_of_people_reads_amounts_and_states()
    {
        await ListenAsync(format: "slack", events: """["checkout.updated","order.paid"]""");
        var checkout = await Api.OpenAsync();
        (await Public.ConfirmAsync(checkout)).Expect(200);
        Assert.Equal("succeeded", await Api.StatusAsync(checkout));
        await ReceiveAsync(3);

        var lines = Receiver
            .Received.Select(sent => JsonElement.Parse(sent.Body).GetProperty("text").GetString()!)
            .ToList();

        Assert.Equal(
            [
                $"checkout.updated: 10.00 USD, confirmed, ada@example.com ({checkout.Id})",
                $"checkout.updated: 10.00 USD, succeeded, ada@example.com ({checkout.Id})",
            ],
            [lines[0], lines[2]]
        );
        Assert.Matches(@"^order\.paid: [A-Z0-9-]+, 10\.00 USD \([0-9a-f-]{36}\)$", lines[1]);
    }

    private IEnumerable<(string Type, string Data)> Told() =>
        Receiver
            .Received.Select(sent => JsonElement.Parse(sent.Body))
            .Select(body => (body.GetProperty("type").GetString()!, body.GetProperty("data").GetRawText()));
}
