using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Products;
using Microsoft.Extensions.DependencyInjection;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Which prices of a product are paid, and what a switch of product or currency does (contract sections 2.4 and 3.4).</summary>
public sealed class PriceChoiceTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Recurring = """ "recurring_interval":"month" """;

    private const string Seats = """
        {"amount_type":"seat_based","price_currency":"usd","seat_tiers":{"tiers":[
        {"min_seats":2,"max_seats":5,"price_per_seat":1000}]}}
        """;

    private const string MoreSeats = """
        {"amount_type":"seat_based","price_currency":"usd","seat_tiers":{"tiers":[
        {"min_seats":4,"max_seats":9,"price_per_seat":100}]}}
        """;

    [Fact]
    public async Task The_price_that_older_clients_show_is_the_first_whose_amount_is_known()
    {
        var (one, two) = (await MeteredAsync(), await MeteredAsync());
        var mixed = await server.ProductAsync($"{one},{Fixed(900)},{Seats}", Recurring);
        var metered = await server.ProductAsync($"{one},{two}", Recurring);

        var known = (await server.OpenAsync(mixed)).Expect(201);
        Assert.Equal("fixed", known.TextAt("/product_price/amount_type"));
        Assert.Equal(known.TextAt("/product_price/id"), known.TextAt("/product_price_id"));
        Assert.Equal(3, known.At($"/prices/{mixed}").GetArrayLength());

        var unknown = (await server.OpenAsync(metered)).Expect(201);
        Assert.Equal("metered_unit", unknown.TextAt("/product_price/amount_type"));
        Assert.Equal(unknown.TextAt($"/prices/{metered}/0/id"), unknown.TextAt("/product_price_id"));
    }

    [Fact]
    public async Task Every_static_price_counts_and_a_metered_one_counts_nothing()
    {
        var product = await server.ProductAsync($"{await MeteredAsync()},{Fixed(900)},{Seats}", Recurring);

        var answer = (await server.OpenAsync(product, """ "seats":3 """)).Expect(201);

        Assert.Equal(900 + (3 * 1000), answer.NumberAt("/amount"));
        var opened = new Opened(answer.TextAt("/id")!, answer.TextAt("/client_secret")!);
        (await server.Public.ConfirmAsync(opened)).Expect(200);
        var order = Assert.Single(await server.Api.OrdersAsync(opened));
        Assert.Equal(
            [900, 3000],
            order.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("amount").GetInt64())
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_checkout_of_one_price_that_was_kept_with_prices_of_its_own_is_read_and_costs_that_price(
        bool wasChanged
    )
    {
        var product = await server.ProductAsync(Fixed(700));
        var price = (await server.Api.GetAsync($"/v1/products/{product}")).TextAt("/prices/0/id");
        var made = (await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{price}}"}""")).Expect(201);
        // As they were kept before such prices were skipped, and as a change left them.
        await server
            .Services.GetRequiredService<ICheckoutStore>()
            .ChangeAsync(
                new CheckoutId(made.At("/id").GetGuid()),
                parts =>
                    parts.Checkout with
                    {
                        AdHocPrices = new Dictionary<Guid, IReadOnlyList<Price>>
                        {
                            [product] = [((Price.Fixed)parts.Product.Prices[0]) with { Id = RandomId.New() }],
                        },
                        PriceIds = wasChanged ? [] : parts.Checkout.PriceIds,
                    },
                CancellationToken.None
            );

        Assert.Equal(
            price,
            (await server.Api.GetAsync(Root + made.TextAt("/id"))).Expect(200).TextAt("/product_price/id")
        );
        (await server.Api.GetAsync(Root)).Expect(200);
        var opened = new Opened(made.TextAt("/id")!, made.TextAt("/client_secret")!);
        (await server.Public.ConfirmAsync(opened)).Expect(200);
        Assert.Equal(700, Assert.Single(await server.ChargesAsync(opened)).Amount);
        Assert.Equal(700, Assert.Single(await server.Api.OrdersAsync(opened)).GetProperty("total_amount").GetInt64());
    }

    [Fact]
    public async Task Without_prices_in_the_sellers_currency_only_another_one_helps()
    {
        var product = await server.ProductAsync(Fixed(700));
        await server.SellerAsync(seller => seller with { DefaultCurrency = "eur" });
        try
        {
            Assert.Equal(["body.products.0: value_error"], (await server.OpenAsync(product)).Expect(422).Complaints);
            Assert.Equal(
                "Product is not available in the specified currency.",
                (await server.Api.PostAsync(Root, $$"""{"product_id":"{{product}}"}""")).TextAt("/detail/0/msg")
            );
            Assert.Equal("usd", (await server.OpenAsync(product, """ "currency":"usd" """)).TextAt("/currency"));
        }
        finally
        {
            await server.SellerAsync(seller => seller with { DefaultCurrency = "usd" });
        }
    }

    [Fact]
    public async Task Another_currency_brings_its_prices_and_forgets_a_discount_that_it_has_no_amount_for()
    {
        var product = await server.ProductAsync($"{Fixed(700)},{Fixed(650, "eur")}");
        var dollars = await server.DiscountAsync(new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 100 }));
        var both = await server.DiscountAsync(
            new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 100, ["eur"] = 90 })
        );
        foreach (var (discount, amount) in new[] { (dollars, 0), (both, 90) })
        {
            var checkout = await server.CheckoutAsync(product, $""" "discount_id":"{discount.Id}" """);
            Assert.Equal(100, checkout.Created.NumberAt("/discount_amount"));

            var moved = (await checkout.UpdateAsync("""{"currency":"eur"}""")).Expect(200);

            Assert.Equal((650, amount), (moved.NumberAt("/amount"), moved.NumberAt("/discount_amount")));
            Assert.Equal(amount == 0, moved.IsNullAt("/discount_id"));
            Assert.Equal("eur", moved.TextAt("/product_price/price_currency"));
        }
    }

    [Fact]
    public async Task Another_product_begins_with_its_own_fewest_seats()
    {
        var (few, more) = (await server.ProductAsync(Seats), await server.ProductAsync(MoreSeats));
        var checkout = new OpenCheckout(
            server,
            await server.Api.PostAsync(
                Root,
                $$"""{"products":["{{few}}","{{more}}","{{server.Acme.ProductId}}"],"seats":5}"""
            )
        );
        Assert.Equal(5, checkout.Created.Expect(201).NumberAt("/seats"));

        var moved = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{more}}"}""")).Expect(200);
        Assert.Equal((4, 400), (moved.NumberAt("/seats"), moved.NumberAt("/amount")));
        var without = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{server.Acme.ProductId}}"}""")).Expect(
            200
        );
        Assert.True(without.IsNullAt("/seats"));
        var back = (await checkout.ClientUpdateAsync($$"""{"product_id":"{{few}}","seats":3}""")).Expect(200);
        Assert.Equal((3, 3000), (back.NumberAt("/seats"), back.NumberAt("/amount")));
    }

    [Fact]
    public async Task Prices_and_products_that_were_archived_can_be_asked_for_no_more()
    {
        var product = await server.ProductAsync(Fixed(700));
        var old = (await server.OpenAsync(product)).TextAt("/product_price_id");
        (await server.Api.PatchAsync($"/v1/products/{product}", $$"""{"prices":[{{Fixed(800)}}]}""")).Expect(200);

        var byPrice = await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{old}}"}""");
        Assert.Equal(["body.product_price_id: value_error"], byPrice.Expect(422).Complaints);
        Assert.Equal("Price is archived.", byPrice.TextAt("/detail/0/msg"));

        var kept = (await server.OpenAsync(product)).TextAt("/product_price_id");
        (await server.Api.PatchAsync($"/v1/products/{product}", """{"is_archived":true}""")).Expect(200);
        var byProduct = await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{kept}}"}""");
        Assert.Equal(["body.product_price_id: value_error"], byProduct.Expect(422).Complaints);
        Assert.Equal("Product is archived.", byProduct.TextAt("/detail/0/msg"));
    }

    [Fact]
    public async Task An_archived_price_of_a_product_that_may_be_chosen_can_not_be_chosen()
    {
        var product = await server.ProductAsync(Fixed(700));
        var old = (await server.OpenAsync(product)).TextAt("/product_price_id");
        var checkout = new OpenCheckout(
            server,
            await server.Api.PostAsync(Root, $$"""{"products":["{{server.Acme.ProductId}}","{{product}}"]}""")
        );
        (await server.Api.PatchAsync($"/v1/products/{product}", $$"""{"prices":[{{Fixed(800)}}]}""")).Expect(200);

        var refused = await checkout.ClientUpdateAsync($$"""{"product_price_id":"{{old}}"}""");

        Assert.Equal(["body.product_price_id: value_error"], refused.Expect(422).Complaints);
        Assert.Equal(
            800,
            (await checkout.ClientUpdateAsync($$"""{"product_id":"{{product}}"}""")).Expect(200).NumberAt("/amount")
        );
    }

    private async Task<string> MeteredAsync()
    {
        var meter = (
            await server.Api.PostAsync(
                "/v1/meters/",
                """{"name":"Calls","filter":{"conjunction":"and","clauses":[]},"aggregation":{"func":"count"}}"""
            )
        ).Expect(201);
        return $$"""
            {"amount_type":"metered_unit","price_currency":"usd","meter_id":"{{meter.TextAt(
                "/id"
            )}}","unit_amount":"0.5"}
            """;
    }
}
