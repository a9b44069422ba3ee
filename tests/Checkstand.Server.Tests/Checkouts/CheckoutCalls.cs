using System.Text.Json.Nodes;
using Checkstand.Server.Tests.Payments;

namespace Checkstand.Server.Tests.Checkouts;

/// <summary>What sellers and buyers ask of checkouts.</summary>
internal static class CheckoutCalls
{
    /// <summary>A client with the token of the sandbox's own organization, and the ids of its products.</summary>
    public static (ApiClient Api, JsonNode Polar) ClientOf(ServerProgram server)
    {
        var polar = JsonNode.Parse(File.ReadAllText(server.CredentialsPath))!["polar"]!;
        return (new ApiClient(server.Address, polar.Text("access_token")), polar);
    }

    /// <summary>Opens a checkout.</summary>
    public static async Task<KnownCheckout> OpenCheckoutAsync(this ApiClient api, string product, string more = "")
    {
        var made = (
            await api.SendAsync(HttpMethod.Post, "/v1/checkouts/", $$"""{"products":["{{product}}"]{{more}}}""")
        ).As(201);
        return new KnownCheckout(made.Text("id"), made.Text("client_secret"));
    }

    /// <summary>Pays it, as a buyer's browser does.</summary>
    public static Task<Answer> ConfirmAsync(
        this ApiClient api,
        KnownCheckout checkout,
        string token = "ctoken_test_approve",
        string email = "ada@example.com"
    ) =>
        api.SendAsync(
            HttpMethod.Post,
            $"/v1/checkouts/client/{checkout.Secret}/confirm",
            $$$"""{"confirmation_token_id":"{{{token}}}","customer_email":"{{{email}}}","customer_billing_address":{"country":"FR"}}""",
            withToken: false
        );

    /// <summary>Makes a product that is paid every month.</summary>
    public static async Task<string> PlanAsync(this ApiClient api, long amount) => (
            await api.SendAsync(
                HttpMethod.Post,
                "/v1/products/",
                $$"""
                {"name":"Plan","recurring_interval":"month",
                 "prices":[{"amount_type":"fixed","price_currency":"usd","price_amount":{{amount}}}]}
                """
            )
        ).As(201).Text("id");

    /// <summary>Begins a subscription.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> SubscribeAsync(this ApiClient api, string product, string email)
    {
        var checkout = await api.OpenCheckoutAsync(product);
        (await api.ConfirmAsync(checkout, email: email)).As(200);
        return Assert.Single(await api.OrdersAsync(checkout)).Text("subscription_id");
    }

    /// <summary>Changes it, as a buyer's browser does.</summary>
    public static Task<Answer> ChangeAsync(this ApiClient api, KnownCheckout checkout, string body) =>
        api.SendAsync(HttpMethod.Patch, $"/v1/checkouts/client/{checkout.Secret}", body, withToken: false);

    public static async Task<JsonNode> ReadAsync(this ApiClient api, KnownCheckout checkout) =>
        (await api.SendAsync(HttpMethod.Get, $"/v1/checkouts/{checkout.Id}")).As(200);

    public static async Task<IReadOnlyList<JsonNode>> OrdersAsync(this ApiClient api, KnownCheckout checkout)
    {
        var list = (await api.SendAsync(HttpMethod.Get, $"/v1/orders/?checkout_id={checkout.Id}")).As(200);
        return [.. list["items"]!.AsArray().Select(item => item!)];
    }

    /// <summary>What the provider took for it.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ChargedAsync(this ApiClient api, KnownCheckout checkout) =>
        [.. (await api.ChargesAsync(checkout.Id)).Where(charge => charge.Text("outcome") == "charged")];

    /// <summary>How many checkouts wait for the outcome of their payment.</summary>
    public static long Waiting(string directory) =>
        Database.Ask<long>(directory, "SELECT COUNT(*) FROM checkouts WHERE status = 'confirmed'");

    /// <summary>
    /// Asserts that a checkout was charged once and has one order for what it was charged, or is open and has neither.
    /// </summary>
    /// <returns>Whether it was charged.</returns>
    public static async Task<bool> AssertWholeAsync(this ApiClient api, KnownCheckout checkout)
    {
        var found = await api.ReadAsync(checkout);
        var charged = await api.ChargedAsync(checkout);
        var orders = await api.OrdersAsync(checkout);
        if (found.Text("status") is "open" or "expired")
        {
            Assert.Empty(charged);
            Assert.Empty(orders);
            return false;
        }

        Assert.Equal("succeeded", found.Text("status"));
        var order = Assert.Single(orders);
        Assert.Equal(found.Number("total_amount"), order.Number("total_amount"));
        Assert.Equal(found.Number("total_amount"), Assert.Single(charged).Number("amount"));
        return true;
    }
}

/// <summary>A checkout by both of its names.</summary>
internal sealed record KnownCheckout(string Id, string Secret);
