using System.Text.Json.Nodes;
using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What the tests of checkouts do again and again.</summary>
internal static class CheckoutCalls
{
    public const string Root = "/v1/checkouts/";

    /// <summary>Asks for a checkout of a product, with more fields of the body.</summary>
    public static Task<Answer> OpenAsync(this PolarServer server, Guid product, string fields = "") =>
        server.Api.PostAsync(Root, Body(product, fields));

    /// <summary>Opens a checkout of a product.</summary>
    public static async Task<OpenCheckout> CheckoutAsync(this PolarServer server, Guid product, string fields = "") =>
        new(server, (await server.OpenAsync(product, fields)).Expect(201));

    /// <summary>Opens a checkout of the product at a fixed price of 10.00 USD.</summary>
    public static Task<OpenCheckout> CheckoutAsync(this PolarServer server, string fields = "") =>
        server.CheckoutAsync(server.Acme.ProductId, fields);

    /// <summary>Makes a product with these prices.</summary>
    public static async Task<Guid> ProductAsync(this PolarServer server, string prices, string fields = "") =>
        (await server.Api.PostAsync("/v1/products/", $$"""{"name":"Thing","prices":[{{prices}}]{{Comma(fields)}}}"""))
            .Expect(201)
            .At("/id")
            .GetGuid();

    /// <summary>Keeps a discount of the seller.</summary>
    public static async Task<Discount> DiscountAsync(
        this PolarServer server,
        Reduction reduction,
        Func<Discount, Discount>? change = null
    )
    {
        var discount = new Discount
        {
            Id = RandomId.New(),
            OrganizationId = new OrganizationId(server.Acme.Id),
            CreatedAt = server.Clock.GetUtcNow(),
            Name = "Sale",
            Reduction = reduction,
            Duration = DiscountDuration.Once,
        };
        discount = change?.Invoke(discount) ?? discount;
        await server.Services.GetRequiredService<IDiscountStore>().AddAsync(discount, CancellationToken.None);
        return discount;
    }

    /// <summary>Changes the settings of the seller.</summary>
    public static Task SellerAsync(this PolarServer server, Func<Organization, Organization> change) =>
        server.Organizations.ChangeAsync(new OrganizationId(server.Acme.Id), change, CancellationToken.None);

    public static string Body(Guid product, string fields = "") =>
        $$"""{"products":["{{product}}"]{{Comma(fields)}}}""";

    public static string Fixed(long amount, string currency = "usd") =>
        $$"""{"amount_type":"fixed","price_amount":{{amount}},"price_currency":"{{currency}}"}""";

    public static string Comma(string fields) => fields.Length == 0 ? "" : "," + fields;

    /// <summary>A value of an answer as compact JSON.</summary>
    public static string JsonAt(this Answer answer, string pointer) =>
        JsonNode.Parse(answer.At(pointer).GetRawText())?.ToJsonString() ?? "null";
}

/// <summary>A checkout that a test opened.</summary>
internal sealed record OpenCheckout(PolarServer Server, Answer Created)
{
    public Guid Id => Created.At("/id").GetGuid();

    public string Secret => Created.TextAt("/client_secret")!;

    private string ClientPath => $"/v1/checkouts/client/{Secret}";

    public Task<Answer> GetAsync() => Server.Api.GetAsync(CheckoutCalls.Root + Id);

    public Task<Answer> UpdateAsync(string body) => Server.Api.PatchAsync(CheckoutCalls.Root + Id, body);

    public Task<Answer> ClientGetAsync() => Server.Public.GetAsync(ClientPath);

    public Task<Answer> ClientUpdateAsync(string body) => Server.Public.PatchAsync(ClientPath, body);

    public Task<Answer> OpenedAsync(string? body = null) =>
        Server.Public.SendAsync("POST", ClientPath + "/opened", body);
}
