using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What the public reaches of a checkout, until when, and in which order it is refused (contract section 3.1).</summary>
public sealed class ClientCheckoutTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Unknown = "/v1/checkouts/client/polar_c_nothing";

    [Fact]
    public async Task The_public_sees_the_seller_and_not_what_is_the_sellers_own()
    {
        var checkout = await server.CheckoutAsync(""" "metadata":{"a":"secret"},"external_customer_id":"u" """);
        var answer = (await checkout.ClientGetAsync()).Expect(200);

        Assert.Equal(server.Acme.Id, answer.At("/organization/id").GetGuid());
        foreach (var name in (string[])["metadata", "customer_metadata", "external_customer_id", "subscription_id"])
        {
            Assert.False(answer.Json.TryGetProperty(name, out _), name);
        }

        Assert.Equal("no-referrer", answer.Header("referrer-policy"));
        Assert.Contains("no-store", answer.Header("cache-control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_was_changed_is_shown_as_it_is_now()
    {
        var product = await server.ProductAsync("""{"amount_type":"fixed","price_amount":1500}""");
        var checkout = await server.CheckoutAsync(product);
        Assert.Equal("Thing", (await checkout.ClientGetAsync()).Expect(200).TextAt("/product/name"));

        (await server.Api.PatchAsync($"/v1/products/{product}", """{"name":"Better thing"}""")).Expect(200);
        var shown = (await checkout.ClientGetAsync()).Expect(200);

        Assert.Equal("Better thing", shown.TextAt("/product/name"));
        Assert.Equal("Better thing", shown.TextAt("/products/0/name"));
        Assert.Equal(1500, shown.NumberAt("/product/prices/0/price_amount"));
    }

    [Fact]
    public async Task A_secret_that_nobody_has_is_not_found()
    {
        (await server.Public.GetAsync(Unknown)).ExpectError(404, "ResourceNotFound");
        (await server.Public.PatchAsync(Unknown, "{}")).ExpectError(404, "ResourceNotFound");
        (await server.Public.SendAsync("POST", Unknown + "/opened", null)).ExpectError(404, "ResourceNotFound");
        (await server.Public.GetAsync("/v1/checkouts/client/a%2Fb")).ExpectError(404, "ResourceNotFound");
    }

    [Fact]
    public async Task A_token_does_no_harm_on_the_routes_of_the_public_unless_it_is_bad()
    {
        var checkout = await server.CheckoutAsync();
        var path = $"/v1/checkouts/client/{checkout.Secret}";
        (await server.Api.GetAsync(path)).Expect(200);
        (await server.OtherApi.GetAsync(path)).Expect(200);
        (await server.Public.GetAsync(path, ("Authorization", "Bearer nobody"))).Expect(401);
    }

    [Fact]
    public async Task That_a_page_was_opened_changes_nothing()
    {
        var checkout = await server.CheckoutAsync();
        (await checkout.OpenedAsync()).Expect(200);
        (await checkout.OpenedAsync("""{"distinct_id":"x"}""")).Expect(200);
        Assert.True((await checkout.GetAsync()).IsNullAt("/modified_at"));
    }

    [Fact]
    public async Task Older_paths_lead_to_the_same_checkouts()
    {
        var checkout = await server.CheckoutAsync();
        (await server.Api.GetAsync($"/v1/checkouts/custom/{checkout.Id}")).Expect(200);
        (await server.Public.GetAsync($"/v1/checkouts/custom/client/{checkout.Secret}")).Expect(200);
        (await server.Api.GetAsync("/v1/checkouts/custom/")).Expect(200);
    }

    [Fact]
    public async Task A_blocked_seller_is_refused_after_what_is_gone()
    {
        var checkout = await server.CheckoutAsync();
        await server.SellerAsync(seller => seller with { Status = OrganizationStatus.Blocked });
        try
        {
            (await checkout.ClientGetAsync()).ExpectError(403, "NotPermitted");
            (await checkout.ClientUpdateAsync("{}")).ExpectError(403, "NotPermitted");
            (await server.Public.GetAsync(Unknown)).ExpectError(404, "ResourceNotFound");
        }
        finally
        {
            await server.SellerAsync(seller => seller with { Status = OrganizationStatus.Active });
        }
    }

    [Fact]
    public async Task Who_comes_second_is_refused_at_once()
    {
        var checkout = await server.CheckoutAsync();
        using (server.Services.GetRequiredService<CheckoutLocks>().TryTake(new CheckoutId(checkout.Id)))
        {
            (await checkout.UpdateAsync("{}")).ExpectError(409, "CheckoutLocked");
            (await checkout.ClientUpdateAsync("{}")).ExpectError(409, "CheckoutLocked");
            (await checkout.ClientGetAsync()).Expect(200);
        }

        (await checkout.UpdateAsync("{}")).Expect(200);
    }

    [Fact]
    public async Task Whoever_listens_is_told_of_a_change()
    {
        var checkout = await server.CheckoutAsync();
        using var listener = server.Services.GetRequiredService<CheckoutFeed>().Subscribe(new CheckoutId(checkout.Id))!;

        (await checkout.ClientUpdateAsync("""{"customer_name":"N"}""")).Expect(200);
        (await checkout.ClientUpdateAsync("""{"seats":4}""")).Expect(422);

        Assert.True(listener.News.TryRead(out var news));
        Assert.Equal(new CheckoutNews.Updated(CheckoutStatus.Open), news);
        Assert.False(listener.News.TryRead(out _));
    }
}

/// <summary>What time brings to checkouts. On a clock of its own, because it moves it by days.</summary>
public sealed class CheckoutExpiryTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task After_its_time_the_public_reaches_a_checkout_no_more_and_the_seller_sees_it_expired()
    {
        var checkout = await server.CheckoutAsync();
        server.Clock.Advance(TimeSpan.FromHours(24));
        (await checkout.ClientGetAsync()).Expect(200);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await checkout.ClientGetAsync()).ExpectError(410, "ExpiredCheckoutError");
        (await checkout.ClientUpdateAsync("{}")).ExpectError(410, "ExpiredCheckoutError");
        (await checkout.OpenedAsync()).ExpectError(410, "ExpiredCheckoutError");
        Assert.Equal("expired", (await checkout.GetAsync()).Expect(200).TextAt("/status"));
        Assert.Equal(
            $$"""{"error":"NotOpenCheckout","detail":"Checkout {{checkout.Id}} is not open: expired"}""",
            (await checkout.UpdateAsync("{}")).Expect(403).Text
        );
        Assert.Equal(
            """{"error":"ExpiredCheckoutError","detail":"This checkout session has expired."}""",
            (await checkout.ClientGetAsync()).Text
        );
    }

    [Fact]
    public async Task The_sweep_ends_what_nobody_looks_at_and_tells_who_listens()
    {
        var sweep = server.Services.GetRequiredService<OpenCheckouts>();
        var checkout = await server.CheckoutAsync();
        using var listener = server.Services.GetRequiredService<CheckoutFeed>().Subscribe(new CheckoutId(checkout.Id))!;
        server.Clock.Advance(TimeSpan.FromHours(25));
        await sweep.SweepAsync(CancellationToken.None);

        // The server's own sweep may have been quicker; either way it happens once.
        Assert.Equal(
            new CheckoutNews.Updated(CheckoutStatus.Expired),
            await listener.News.ReadAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(0, await sweep.SweepAsync(CancellationToken.None));
        Assert.False(listener.News.TryRead(out _));
        var found = (await server.Api.GetAsync("/v1/checkouts/?status=expired&limit=100")).Expect(200);
        Assert.Contains(found.At("/items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == checkout.Id);
    }
}
