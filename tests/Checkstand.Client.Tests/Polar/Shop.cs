using Checkstand.Client.Polar;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Client.Tests.Polar;

/// <summary>What it takes to sell something through the client.</summary>
internal static class Shop
{
    public const string Approve = "ctoken_test_approve";

    public static string Id(this SandboxServer server) => server.Acme.Id.ToString();

    /// <summary>The sample product at 10 dollars.</summary>
    public static string Handbook(this SandboxServer server) => server.Acme.ProductId.ToString();

    /// <summary>A new product, at 10 dollars unless its prices are given.</summary>
    public static async Task<Product> ProductAsync(
        this SandboxServer server,
        Action<ProductCreate>? change = null,
        params ProductPriceCreate[] prices
    )
    {
        var request = new ProductCreate
        {
            Name = "Tent",
            Prices = prices.Length == 0 ? [new ProductPriceFixedCreate { PriceAmount = 1000 }] : [.. prices],
        };
        change?.Invoke(request);
        return await server.Polar.Products.CreateAsync(request);
    }

    public static Task<Product> MonthlyAsync(this SandboxServer server, int? trialDays = null) =>
        server.ProductAsync(product =>
        {
            product.RecurringInterval = RecurringInterval.Month;
            product.TrialInterval = trialDays is null ? null : RecurringInterval.Day;
            product.TrialIntervalCount = trialDays;
        });

    /// <summary>A new checkout, of the sample product unless another is given.</summary>
    public static Task<Checkout> OpenAsync(
        this SandboxServer server,
        string? product = null,
        Action<CheckoutCreate>? change = null
    )
    {
        var request = new CheckoutCreate { Products = [product ?? server.Handbook()] };
        change?.Invoke(request);
        return server.Polar.Checkouts.CreateAsync(request);
    }

    public static CheckoutConfirmStripe Confirmation(string email, string? token = Approve)
    {
        var confirmation = new CheckoutConfirmStripe
        {
            CustomerEmail = email,
            CustomerBillingAddress = new BillingAddress { Country = "FR" },
        };
        if (token is not null)
        {
            confirmation.ConfirmationTokenId = token;
        }

        return confirmation;
    }

    /// <summary>Pays a checkout as its buyer.</summary>
    public static Task<CheckoutPublicConfirmed> PayAsync(
        this SandboxServer server,
        Checkout checkout,
        string email = "ada@example.com",
        string? token = Approve
    ) => server.Polar.Checkouts.ClientConfirmAsync(checkout.ClientSecret, Confirmation(email, token));

    /// <summary>Sells a product, and answers with the order.</summary>
    public static async Task<Order> SellAsync(
        this SandboxServer server,
        string? product = null,
        string email = "ada@example.com",
        Action<CheckoutCreate>? change = null
    )
    {
        var checkout = await server.OpenAsync(product, change);
        await server.PayAsync(checkout, email);
        var page = await server.Polar.Orders.ListPageAsync(checkoutId: checkout.Id);
        return Assert.Single(page.Items);
    }

    /// <summary>Changes the organization that sells, where the API has no way to.</summary>
    public static Task SellerAsync(
        this SandboxServer server,
        Func<Core.Organizations.Organization, Core.Organizations.Organization> change
    ) =>
        server
            .Services.GetRequiredService<OrganizationDirectory>()
            .ChangeAsync(new OrganizationId(server.Acme.Id), change, CancellationToken.None);

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
