using System.Text.Json;
using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.TestProvider;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What it takes to sell something and to pay for it.</summary>
internal static class Shop
{
    // A look at what is due may find that the server's own is under way; a few looks later it is over.
    private const int LooksMax = 2000;

    public const string Buyer = """
        "customer_email":"ada@example.com","customer_billing_address":{"country":"FR"}
        """;

    /// <summary>A product at a fixed price of 10 dollars, unless its prices are given.</summary>
    public static async Task<string> ProductAsync(
        this PolarClient api,
        string? prices = null,
        string more = "",
        string name = "Tent"
    )
    {
        prices ??= FixedPrice(1000);
        var answer = await api.PostAsync("/v1/products/", $$"""{"name":"{{name}}","prices":[{{prices}}]{{more}}}""");
        return answer.Expect(201).TextAt("/id")!;
    }

    public static string FixedPrice(long amount, string currency = "usd") =>
        $$"""{"amount_type":"fixed","price_amount":{{amount}},"price_currency":"{{currency}}"}""";

    /// <summary>Keeps a customer of the seller.</summary>
    public static async Task<Customer> CustomerAsync(
        this PolarServer server,
        string email,
        Func<Customer, Customer>? change = null
    )
    {
        var customer = new Customer
        {
            Id = RandomId.New(),
            OrganizationId = new OrganizationId(server.Acme.Id),
            CreatedAt = server.Clock.GetUtcNow(),
            Email = email,
        };
        customer = change?.Invoke(customer) ?? customer;
        await server.Services.GetRequiredService<ICustomerStore>().AddAsync(customer, CancellationToken.None);
        return customer;
    }

    /// <summary>Opens a checkout of a product.</summary>
    public static async Task<Opened> OpenAsync(this PolarClient api, string product, string more = "")
    {
        var answer = (await api.PostAsync("/v1/checkouts/", $$"""{"products":["{{product}}"]{{more}}}""")).Expect(201);
        return new Opened(answer.TextAt("/id")!, answer.TextAt("/client_secret")!);
    }

    /// <summary>Opens a checkout of something new at 10 dollars.</summary>
    public static async Task<Opened> OpenAsync(this PolarClient api) => await api.OpenAsync(await api.ProductAsync());

    public static Task<Answer> ConfirmAsync(
        this PolarClient client,
        Opened checkout,
        string? token = "ctoken_test_approve",
        string buyer = Buyer,
        params (string Name, string Value)[] headers
    )
    {
        var with = token is null ? "" : $$"""{{(buyer.Length > 0 ? "," : "")}}"confirmation_token_id":"{{token}}" """;
        return client.PostAsync(
            $"/v1/checkouts/client/{checkout.Secret}/confirm",
            $$"""{{{buyer}}{{with}}}""",
            headers
        );
    }

    public static async Task<string> StatusAsync(this PolarClient api, Opened checkout) =>
        (await api.GetAsync($"/v1/checkouts/{checkout.Id}")).Expect(200).TextAt("/status")!;

    /// <summary>The orders of a checkout.</summary>
    public static async Task<IReadOnlyList<JsonElement>> OrdersAsync(this PolarClient api, Opened checkout) =>
        [.. (await api.GetAsync($"/v1/orders/?checkout_id={checkout.Id}")).Expect(200).At("/items").EnumerateArray()];

    /// <summary>What the provider's books hold of a checkout: amount, currency and outcome of each.</summary>
    public static async Task<IReadOnlyList<(long Amount, string Currency, string Outcome)>> ChargesAsync(
        this PolarServer server,
        Opened checkout
    )
    {
        var answer = (await server.Public.GetAsync($"/dev/charges?session_id={checkout.Id}")).Expect(200);
        return
        [
            .. answer
                .At("/items")
                .EnumerateArray()
                .Select(item =>
                    (
                        item.GetProperty("amount").GetInt64(),
                        item.GetProperty("currency").GetString()!,
                        item.GetProperty("outcome").GetString()!
                    )
                ),
        ];
    }

    /// <summary>Lets everything happen that is due, until a checkout has a status.</summary>
    public static async Task UntilAsync(this PolarServer server, Opened checkout, string status)
    {
        var confirmations = server.Services.GetRequiredService<CheckoutConfirmations>();
        var notifications = server.Services.GetRequiredService<TestProviderNotifications>();
        for (var i = 0; i < LooksMax; i++)
        {
            if (await server.Api.StatusAsync(checkout) == status)
            {
                return;
            }

            await notifications.DeliverDueAsync(CancellationToken.None);
            await server.Payments.ReconcileDueAsync(CancellationToken.None);
            await confirmations.SweepAsync(CancellationToken.None);
        }

        Assert.Fail($"The checkout does not become {status}: it is {await server.Api.StatusAsync(checkout)}.");
    }
}

/// <summary>A checkout by both of its names.</summary>
internal sealed record Opened(string Id, string Secret);
