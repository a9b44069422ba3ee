using Checkstand.Server;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>A server with a table of tax rates.</summary>
public sealed class TaxingServer : PolarServer
{
    private protected override void Configure(CheckstandOptions options)
    {
        options.Taxes.Rates["DE"] = 1900;
        options.Taxes.Rates["US-CA"] = 725;
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
}
