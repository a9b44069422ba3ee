using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What opens a checkout, and what of it is refused (contract section 2.2).</summary>
public sealed class CreateCheckoutTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task A_checkout_of_one_product_costs_its_price()
    {
        var answer = (await server.OpenAsync(server.Acme.ProductId)).Expect(201);

        Assert.Equal("open", answer.TextAt("/status"));
        Assert.Equal(1000, answer.NumberAt("/amount"));
        Assert.Equal(1000, answer.NumberAt("/total_amount"));
        Assert.Equal("usd", answer.TextAt("/currency"));
        Assert.StartsWith("polar_c_", answer.TextAt("/client_secret"), StringComparison.Ordinal);
        Assert.Equal(51, answer.TextAt("/client_secret")!.Length);
        Assert.EndsWith(
            $"/checkout/{answer.TextAt("/client_secret")}",
            answer.TextAt("/url"),
            StringComparison.Ordinal
        );
        Assert.Equal($"{answer.TextAt("/url")}/confirmation", answer.TextAt("/success_url"));
        Assert.Equal(server.Clock.GetUtcNow() + TimeSpan.FromHours(24), answer.At("/expires_at").GetDateTimeOffset());
        Assert.True(answer.IsNullAt("/modified_at"));
    }

    [Fact]
    public async Task The_first_of_several_products_is_chosen()
    {
        var answer = (
            await server.Api.PostAsync(
                Root,
                $$"""{"products":["{{server.Products.Free}}","{{server.Acme.ProductId}}"]}"""
            )
        ).Expect(201);

        Assert.Equal(server.Products.Free, answer.At("/product_id").GetGuid());
        Assert.Equal(2, answer.At("/products").GetArrayLength());
        Assert.Equal(1000, answer.NumberAt($"/prices/{server.Acme.ProductId}/0/price_amount"));
    }

    [Fact]
    public async Task Older_clients_name_one_product_or_one_price()
    {
        var byProduct = (await server.Api.PostAsync(Root, $$"""{"product_id":"{{server.Acme.ProductId}}"}""")).Expect(
            201
        );
        var price = byProduct.At("/product_price_id").GetGuid();
        var byPrice = (await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{price}}"}""")).Expect(201);

        Assert.Equal(server.Acme.ProductId, byPrice.At("/product_id").GetGuid());
        Assert.Equal(price, byPrice.At("/product_price_id").GetGuid());
    }

    [Fact]
    public async Task A_checkout_of_one_price_is_of_no_other_price()
    {
        var product = await server.ProductAsync($"{Fixed(700)},{Fixed(600, "eur")}");
        var eur = (await server.OpenAsync(product, """ "currency":"eur" """)).Expect(201).At("/product_price_id");

        var answer = (await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{eur}}"}""")).Expect(201);

        Assert.Equal("eur", answer.TextAt("/currency"));
        Assert.Equal(600, answer.NumberAt("/amount"));
        Assert.Equal(1, answer.At($"/prices/{product}").GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_known_is_ignored()
    {
        var answer = await server.OpenAsync(server.Acme.ProductId, """ "payment_processor":"stripe","x":{"y":[1]} """);
        Assert.Equal("stripe", answer.Expect(201).TextAt("/payment_processor"));
    }

    [Fact]
    public async Task Everything_that_was_said_is_answered()
    {
        var answer = (
            await server.OpenAsync(
                server.Acme.ProductId,
                """
                "metadata":{"a":"x","b":1,"c":1.5,"d":true},"customer_metadata":{"k":"v"},"allow_discount_codes":false,
                "require_billing_address":true,"allow_trial":false,"is_business_customer":true,
                "external_customer_id":"usr_1","customer_name":" N ","customer_email":"A@B.co",
                "customer_ip_address":"1.2.3.4","customer_billing_name":"B",
                "customer_billing_address":{"line1":"1","postal_code":"10001","city":"NYC","state":"ny","country":"us"},
                "success_url":"https://x.y/?checkout_id={CHECKOUT_ID}&z={OTHER}","return_url":"https://x.y","embed_origin":"https://x.y"
                """
            )
        ).Expect(201);

        Assert.Equal("""{"a":"x","b":1,"c":1.5,"d":true}""", answer.JsonAt("/metadata"));
        Assert.Equal("""{"k":"v"}""", answer.JsonAt("/customer_metadata"));
        Assert.False(answer.At("/allow_discount_codes").GetBoolean());
        Assert.True(answer.At("/require_billing_address").GetBoolean());
        Assert.False(answer.At("/allow_trial").GetBoolean());
        Assert.True(answer.At("/is_business_customer").GetBoolean());
        Assert.Equal("usr_1", answer.TextAt("/external_customer_id"));
        Assert.Equal("usr_1", answer.TextAt("/customer_external_id"));
        Assert.Equal("N", answer.TextAt("/customer_name"));
        Assert.Equal("A@b.co", answer.TextAt("/customer_email"));
        Assert.Equal("1.2.3.4", answer.TextAt("/customer_ip_address"));
        Assert.Equal("B", answer.TextAt("/customer_billing_name"));
        Assert.Equal("US-NY", answer.TextAt("/customer_billing_address/state"));
        Assert.StartsWith(
            $"https://x.y/?checkout_id={answer.TextAt("/id")}&z=",
            answer.TextAt("/success_url"),
            StringComparison.Ordinal
        );
        Assert.Equal("https://x.y/", answer.TextAt("/return_url"));
        Assert.Equal("https://x.y", answer.TextAt("/embed_origin"));
    }

    [Theory]
    [InlineData("""{}""", "body.products: missing")]
    [InlineData("""{"products":[]}""", "body.products: too_short")]
    [InlineData("""{"products":["1f0c2b9e-0d5a-1111-8b0e-000000000000"]}""", "body.products.0: uuid_version")]
    [InlineData("""{"products":"x"}""", "body.products: list_type")]
    public async Task A_body_without_a_product_is_refused(string body, string complaint) =>
        Assert.Equal([complaint], (await server.Api.PostAsync(Root, body)).Expect(422).Complaints);

    [Theory]
    [InlineData(""" "amount":-1 """, "body.amount: greater_than_equal")]
    [InlineData(""" "seats":0 """, "body.seats: greater_than_equal")]
    [InlineData(""" "seats":10001 """, "body.seats: less_than_equal")]
    [InlineData(""" "trial_interval":"decade" """, "body.trial_interval: enum")]
    [InlineData(""" "trial_interval_count":1001 """, "body.trial_interval_count: less_than_equal")]
    [InlineData(""" "trial_interval":"day" """, "body.trial_interval_count: missing")]
    [InlineData(""" "trial_interval_count":3 """, "body.trial_interval: missing")]
    [InlineData(""" "customer_email":"nobody" """, "body.customer_email: value_error")]
    [InlineData(""" "customer_ip_address":"1.2.3" """, "body.customer_ip_address: ip_any_address")]
    [InlineData(""" "success_url":"ftp://x.y" """, "body.success_url: url_parsing")]
    [InlineData(""" "return_url":"x" """, "body.return_url: url_parsing")]
    [InlineData(""" "locale":"xx" """, "body.locale: value_error")]
    [InlineData(""" "currency":"xxx" """, "body.currency: enum")]
    [InlineData(""" "metadata":{"":1} """, "body.metadata: string_length")]
    [InlineData(""" "metadata":{"a":null} """, "body.metadata.a: scalar_type")]
    [InlineData(""" "metadata":{"a":""} """, "body.metadata.a: string_too_short")]
    [InlineData(""" "customer_metadata":{"a":1.5} """, "body.customer_metadata.a: int_from_float")]
    [InlineData(""" "custom_field_data":{"a":1.5} """, "body.custom_field_data.a: int_from_float")]
    [InlineData(
        """ "customer_billing_address":{"country":null} """,
        "body.customer_billing_address.country: string_type"
    )]
    [InlineData(""" "customer_billing_address":{"country":"RU"} """, "body.customer_billing_address.country: enum")]
    [InlineData(""" "customer_billing_address":{} """, "body.customer_billing_address.country: missing")]
    [InlineData(
        """ "customer_billing_address":{"country":"US","state":"PR"} """,
        "body.customer_billing_address.state: value_error"
    )]
    [InlineData(
        """ "customer_billing_address":{"country":"CA","state":"CA-XX"} """,
        "body.customer_billing_address.state: value_error"
    )]
    [InlineData(""" "customer_tax_id":"FR61954506077" """, "body.customer_billing_address: missing")]
    [InlineData(
        """ "customer_tax_id":"FR61954506078","customer_billing_address":{"country":"FR"} """,
        "body.customer_tax_id: value_error"
    )]
    [InlineData(""" "customer_name":"a\u0000b" """, "body.customer_name: string_nul")]
    [InlineData(""" "seats":2 """, "body.seats: value_error")]
    [InlineData(""" "min_seats":2 """, "body.min_seats: value_error")]
    [InlineData(""" "max_seats":2 """, "body.max_seats: value_error")]
    [InlineData(""" "units":2 """, "body.units: value_error")]
    [InlineData(""" "currency":"eur" """, "body.products.0: value_error")]
    [InlineData(""" "customer_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11" """, "body.customer_id: value_error")]
    [InlineData(""" "subscription_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11" """, "body.subscription_id: value_error")]
    [InlineData(""" "discount_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11" """, "body.discount_id: value_error")]
    [InlineData(
        """ "prices":{"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11":[{"amount_type":"free"}]} """,
        "body.prices.7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11: value_error"
    )]
    [InlineData(""" "prices":{"nothing":[{"amount_type":"free"}]} """, "body.prices.nothing: value_error")]
    public async Task A_field_that_breaks_its_rule_is_named(string fields, string complaint) =>
        Assert.Equal([complaint], (await server.OpenAsync(server.Acme.ProductId, fields)).Expect(422).Complaints);

    [Fact]
    public async Task All_that_breaks_rules_is_answered_together()
    {
        var answer = await server.OpenAsync(
            server.Acme.ProductId,
            """
            "seats":2,"trial_interval":"day","customer_tax_id":"x","discount_id":"7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11"
            """
        );

        Assert.Equal("PolarRequestValidationError", answer.Expect(422).TextAt("/error"));
        Assert.Equal(
            [
                "body.customer_billing_address: missing",
                "body.discount_id: value_error",
                "body.seats: value_error",
                "body.trial_interval_count: missing",
            ],
            answer.Complaints.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Products_that_cannot_be_sold_are_named_by_their_place()
    {
        var draft = await server.ProductAsync(Fixed(500), """ "visibility":"draft" """);
        var archived = await server.ProductAsync(Fixed(500));
        (await server.Api.PatchAsync($"/v1/products/{archived}", """{"is_archived":true}""")).Expect(200);
        var unknown = Guid.Parse("7f2b1a52-7a0e-4a1f-9c52-1b1f7e7c0a11");

        var answer = await server.Api.PostAsync(
            Root,
            $$"""{"products":["{{server.Acme.ProductId}}","{{draft}}","{{archived}}","{{unknown}}","{{server.Umbrella.ProductId}}"]}"""
        );

        Assert.Equal(
            [
                "body.products.1: value_error",
                "body.products.2: value_error",
                "body.products.3: value_error",
                "body.products.4: value_error",
            ],
            answer.Expect(422).Complaints
        );
        Assert.Equal(
            ["body.products: value_error"],
            (
                await server.Api.PostAsync(
                    Root,
                    $$"""{"products":["{{server.Acme.ProductId}}","{{server.Acme.ProductId}}"]}"""
                )
            )
                .Expect(422)
                .Complaints
        );
        Assert.Equal(
            ["body.product_id: value_error"],
            (await server.Api.PostAsync(Root, $$"""{"product_id":"{{archived}}"}""")).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.product_price_id: value_error"],
            (await server.Api.PostAsync(Root, $$"""{"product_price_id":"{{unknown}}"}""")).Expect(422).Complaints
        );
    }

    [Fact]
    public async Task The_currency_that_is_asked_for_or_else_the_sellers_own_decides_the_prices()
    {
        var product = await server.ProductAsync($"{Fixed(700)},{Fixed(650, "eur")}");

        Assert.Equal(700, (await server.OpenAsync(product)).Expect(201).NumberAt("/amount"));
        Assert.Equal(650, (await server.OpenAsync(product, """ "currency":"eur" """)).Expect(201).NumberAt("/amount"));
        Assert.Equal(
            ["body.products.0: value_error"],
            (await server.OpenAsync(product, """ "currency":"gbp" """)).Expect(422).Complaints
        );
        Assert.Equal(
            ["body.product_id: value_error"],
            (await server.Api.PostAsync(Root, $$"""{"product_id":"{{product}}","currency":"gbp"}"""))
                .Expect(422)
                .Complaints
        );
    }

    [Fact]
    public async Task Prices_can_be_made_for_one_checkout()
    {
        var product = server.Acme.ProductId;
        var answer = (await server.OpenAsync(product, $$""" "prices":{"{{product}}":[{{Fixed(1234)}}]} """)).Expect(
            201
        );

        Assert.Equal(1234, answer.NumberAt("/amount"));
        Assert.Equal("ad_hoc", answer.TextAt("/product_price/source"));
        Assert.Equal(1234, answer.NumberAt($"/prices/{product}/0/price_amount"));
        Assert.Equal(
            [$"body.prices.{product}.0.price_amount: minimum_price"],
            (await server.OpenAsync(product, $$""" "prices":{"{{product}}":[{{Fixed(10)}}]} """)).Expect(422).Complaints
        );
        Assert.Equal(1000, (await server.OpenAsync(product)).NumberAt("/amount"));
    }

    [Fact]
    public async Task A_locale_counts_only_where_checkouts_are_translated()
    {
        Assert.Equal("en", (await server.OpenAsync(server.Acme.ProductId, """ "locale":"pt-br" """)).TextAt("/locale"));

        await server.SellerAsync(seller =>
            seller with
            {
                Carried = new Core.JsonText(
                    """{"feature_settings":{"checkout_localization_enabled":true}}"""u8.ToArray()
                ),
            }
        );
        Assert.Equal(
            "pt-BR",
            (await server.OpenAsync(server.Acme.ProductId, """ "locale":"pt-br" """)).TextAt("/locale")
        );
        Assert.Equal("en", (await server.OpenAsync(server.Acme.ProductId)).TextAt("/locale"));
    }

    [Fact]
    public async Task A_blocked_seller_opens_nothing()
    {
        await server.SellerAsync(seller => seller with { Status = Core.Organizations.OrganizationStatus.Blocked });
        try
        {
            (await server.OpenAsync(server.Acme.ProductId)).ExpectError(403, "NotPermitted");
        }
        finally
        {
            await server.SellerAsync(seller => seller with { Status = Core.Organizations.OrganizationStatus.Active });
        }
    }
}
