using Checkstand.Server;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>A server with a table of tax rates.</summary>
public sealed class TaxingServer : PolarServer
{
    private protected override void Configure(CheckstandOptions options)
    {
        options.Taxes.Rates["DE"] = 1900;
        options.Taxes.Rates["US-CA"] = 725;
        options.Taxes.Rates["CA"] = 500;
        options.Taxes.Rates["IN"] = 1800;
        options.Taxes.Rates["BR-SP"] = 1700;
    }
}

/// <summary>What tax does to the amounts of a checkout (contract sections 3.4 and 3.8).</summary>
public sealed class CheckoutTaxTests(TaxingServer server) : IClassFixture<TaxingServer>
{
    [Fact]
    public async Task There_is_no_tax_before_there_is_an_address()
    {
        var answer = (await server.CheckoutAsync()).Created;
        Assert.True(answer.IsNullAt("/tax_amount"));
        Assert.True(answer.IsNullAt("/tax_behavior"));
        Assert.Equal(1000, answer.NumberAt("/total_amount"));
    }

    [Fact]
    public async Task Tax_is_within_the_price_in_most_countries()
    {
        var answer = (await server.CheckoutAsync(""" "customer_billing_address":{"country":"DE"} """)).Created;
        Assert.Equal("inclusive", answer.TextAt("/tax_behavior"));
        Assert.Equal(160, answer.NumberAt("/tax_amount"));
        Assert.Equal(840, answer.NumberAt("/net_amount"));
        Assert.Equal(840, answer.NumberAt("/subtotal_amount"));
        Assert.Equal(1000, answer.NumberAt("/total_amount"));
    }

    [Fact]
    public async Task Tax_comes_on_top_in_the_United_States_once_the_state_is_known()
    {
        var checkout = await server.CheckoutAsync(""" "customer_billing_address":{"country":"US"} """);
        Assert.True(checkout.Created.IsNullAt("/tax_amount"));

        var answer = (
            await checkout.ClientUpdateAsync("""{"customer_billing_address":{"country":"US","state":"CA"}}""")
        ).Expect(200);
        Assert.Equal("exclusive", answer.TextAt("/tax_behavior"));
        Assert.Equal(73, answer.NumberAt("/tax_amount"));
        Assert.Equal(1000, answer.NumberAt("/net_amount"));
        Assert.Equal(1073, answer.NumberAt("/total_amount"));
    }

    [Fact]
    public async Task A_price_says_itself_how_it_means_tax_and_the_seller_says_it_for_the_others()
    {
        var onTop = await server.ProductAsync(
            """{"amount_type":"fixed","price_amount":1000,"tax_behavior":"exclusive"}"""
        );
        Assert.Equal(
            1190,
            (await server.CheckoutAsync(onTop, """ "customer_billing_address":{"country":"DE"} """)).Created.NumberAt(
                "/total_amount"
            )
        );

        await server.SellerAsync(seller => seller with { DefaultTaxBehavior = Core.Taxes.TaxBehaviorOption.Exclusive });
        try
        {
            Assert.Equal(
                1190,
                (await server.CheckoutAsync(""" "customer_billing_address":{"country":"DE"} """)).Created.NumberAt(
                    "/total_amount"
                )
            );
        }
        finally
        {
            await server.SellerAsync(seller =>
                seller with
                {
                    DefaultTaxBehavior = Core.Taxes.TaxBehaviorOption.Location,
                }
            );
        }
    }

    [Fact]
    public async Task A_business_of_another_country_of_the_union_owes_the_tax_itself()
    {
        await server.SellerAsync(seller => seller with { Country = "FR" });
        var checkout = await server.CheckoutAsync(
            """
            "customer_billing_address":{"country":"DE"},"is_business_customer":true,"customer_tax_id":"DE136695976"
            """
        );
        Assert.Equal(0, checkout.Created.NumberAt("/tax_amount"));
        Assert.Equal(1000, checkout.Created.NumberAt("/net_amount"));

        var person = (await checkout.ClientUpdateAsync("""{"is_business_customer":false}""")).Expect(200);
        Assert.Equal(160, person.NumberAt("/tax_amount"));
    }

    [Theory]
    [InlineData("US", "US-CA", "exclusive", 73, 1000, 1073)]
    [InlineData("CA", "CA-ON", "exclusive", 50, 1000, 1050)]
    [InlineData("IN", null, "exclusive", 180, 1000, 1180)]
    [InlineData("DE", null, "inclusive", 160, 840, 1000)]
    [InlineData("FR", null, "inclusive", 0, 1000, 1000)]
    public async Task The_country_says_how_tax_is_meant_where_nobody_else_does(
        string country,
        string? state,
        string behavior,
        long tax,
        long net,
        long total
    )
    {
        var address = state is null
            ? $$"""{"country":"{{country}}"}"""
            : $$"""{"country":"{{country}}","state":"{{state}}"}""";
        var answer = (await server.CheckoutAsync($""" "customer_billing_address":{address} """)).Created;
        Assert.Equal(behavior, answer.TextAt("/tax_behavior"));
        Assert.Equal(
            (tax, net, total),
            (answer.NumberAt("/tax_amount"), answer.NumberAt("/net_amount"), answer.NumberAt("/total_amount"))
        );
    }

    [Fact]
    public async Task Tax_is_of_what_the_discount_leaves()
    {
        var discount = await server.DiscountAsync(new Core.Discounts.Reduction.Percentage(5000));
        var answer = (
            await server.CheckoutAsync(
                $$""" "discount_id":"{{discount.Id}}","customer_billing_address":{"country":"IN"} """
            )
        ).Created;
        Assert.Equal(
            (500, 500, 90, 590),
            (
                answer.NumberAt("/discount_amount"),
                answer.NumberAt("/net_amount"),
                answer.NumberAt("/tax_amount"),
                answer.NumberAt("/total_amount")
            )
        );
    }

    [Fact]
    public async Task A_tax_that_can_not_be_worked_out_is_no_error_before_the_confirmation()
    {
        var checkout = await server.CheckoutAsync(""" "customer_billing_address":{"country":"BR"} """);
        Assert.True(checkout.Created.IsNullAt("/tax_amount"));
        Assert.True((await checkout.ClientUpdateAsync("{}")).Expect(200).IsNullAt("/tax_behavior"));
        var opened = new Opened($"{checkout.Id}", checkout.Secret);

        var refused = await server.Public.ConfirmAsync(opened, buyer: """ "customer_email":"ada@example.com" """);

        Assert.Equal(["body.customer_billing_address: value_error"], refused.Expect(422).Complaints);
        Assert.Empty(await server.ChargesAsync(opened));
        (
            await server.Public.ConfirmAsync(
                opened,
                buyer: """
                "customer_email":"ada@example.com","customer_billing_address":{"country":"BR","state":"SP"}
                """
            )
        ).Expect(200);
        Assert.Equal(1000, Assert.Single(await server.ChargesAsync(opened)).Amount);
    }

    [Fact]
    public async Task The_order_carries_the_tax_and_its_buyer_pays_it()
    {
        var checkout = await server.CheckoutAsync(
            """ "customer_email":"ada@example.com","customer_billing_address":{"country":"IN"} """
        );
        var opened = new Opened($"{checkout.Id}", checkout.Secret);
        (await server.Public.ConfirmAsync(opened, buyer: "")).Expect(200);

        var order = Assert.Single(await server.Api.OrdersAsync(opened));
        Assert.Equal(180, order.GetProperty("tax_amount").GetInt64());
        Assert.Equal(1180, order.GetProperty("total_amount").GetInt64());
        Assert.Equal(
            180,
            Assert.Single(order.GetProperty("items").EnumerateArray()).GetProperty("tax_amount").GetInt64()
        );
        Assert.Equal(1180, Assert.Single(await server.ChargesAsync(opened)).Amount);
    }
}

/// <summary>A server without a table of rates: nobody collects tax.</summary>
public sealed class NoTaxTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task Without_rates_tax_is_nothing_as_soon_as_there_is_an_address()
    {
        var checkout = await server.CheckoutAsync();
        Assert.True(checkout.Created.IsNullAt("/tax_amount"));

        var answer = await checkout.ClientUpdateAsync("""{"customer_billing_address":{"country":"US"}}""");

        Assert.Equal((0, 1000), (answer.Expect(200).NumberAt("/tax_amount"), answer.NumberAt("/total_amount")));
        Assert.Equal("exclusive", answer.TextAt("/tax_behavior"));
    }
}
