using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>What the fields of a new checkout may look like, and what is made of them (contract section 2.2).</summary>
public sealed class CreateFormTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Fr = """ "customer_billing_address":{"country":"FR"} """;

    [Fact]
    public async Task A_product_or_its_price_alone_can_be_asked_for_in_another_currency()
    {
        var product = await server.ProductAsync($"{Fixed(700)},{Fixed(600, "eur")}");

        var answer = (await server.Api.PostAsync(Root, $$"""{"product_id":"{{product}}","currency":"eur"}""")).Expect(
            201
        );

        Assert.Equal(("eur", 600), (answer.TextAt("/currency"), answer.NumberAt("/amount")));
        Assert.Equal(product, Assert.Single(answer.At("/products").EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("external_customer_id")]
    [InlineData("customer_external_id")]
    public async Task The_id_that_the_seller_gives_a_customer_has_two_names(string name)
    {
        var answer = (await server.OpenAsync(server.Acme.ProductId, $""" "{name}":"usr_2" """)).Expect(201);

        Assert.Equal("usr_2", answer.TextAt("/external_customer_id"));
        Assert.Equal("usr_2", answer.TextAt("/customer_external_id"));
    }

    [Theory]
    [InlineData("metadata")]
    [InlineData("customer_metadata")]
    public async Task Own_data_has_at_most_50_keys_of_40_characters_and_values_of_500(string field)
    {
        var most = string.Join(',', Enumerable.Range(10, 50).Select(n => $"\"{new string('k', 38)}{n}\":{n}"));
        (await server.OpenAsync(server.Acme.ProductId, $$""" "{{field}}":{{{most}}} """)).Expect(201);
        var text = new string('v', 500);
        var kept = (await server.OpenAsync(server.Acme.ProductId, $$""" "{{field}}":{"a":"{{text}}"} """)).Expect(201);
        Assert.Equal(text, kept.TextAt($"/{field}/a"));

        await AssertRefusedAsync($$""" "{{field}}":{{{most}},"one":1} """, $"body.{field}: too_long");
        var key = new string('k', 41);
        await AssertRefusedAsync($$""" "{{field}}":{"{{key}}":1} """, $"body.{field}.{key}: string_length");
        await AssertRefusedAsync($$""" "{{field}}":{"a":"{{text}}v"} """, $"body.{field}.a: string_too_long");
        await AssertRefusedAsync($$""" "{{field}}":{"a":[1]} """, $"body.{field}.a: scalar_type");
        await AssertRefusedAsync($$""" "{{field}}":null """, $"body.{field}: dict_type");
    }

    [Fact]
    public async Task A_name_has_at_most_256_characters()
    {
        var most = new string('n', 256);
        Assert.Equal(
            most,
            (await server.OpenAsync(server.Acme.ProductId, $""" "customer_name":"{most}" """)).TextAt("/customer_name")
        );
        await AssertRefusedAsync($""" "customer_name":"{most}n" """, "body.customer_name: string_too_long");
    }

    [Theory]
    [InlineData("success_url")]
    [InlineData("return_url")]
    public async Task An_address_of_a_page_has_at_most_2083_characters(string field)
    {
        var most = "https://x.y/" + new string('p', 2083 - 12);
        (await server.OpenAsync(server.Acme.ProductId, $""" "{field}":"{most}" """)).Expect(201);
        await AssertRefusedAsync($""" "{field}":"{most}p" """, $"body.{field}: url_parsing");
        await AssertRefusedAsync($""" "{field}":"" """, $"body.{field}: url_parsing");
    }

    [Theory]
    [InlineData("https://x.y/?id={CHECKOUT_ID}", "https://x.y/?id=ID")]
    [InlineData("https://x.y/%7BCHECKOUT_ID%7D/{CHECKOUT_ID}", "https://x.y/ID/ID")]
    [InlineData("https://x.y/?id=CHECKOUT_ID", "https://x.y/?id=CHECKOUT_ID")]
    public async Task The_checkouts_id_takes_the_place_that_the_address_keeps_for_it(string said, string answered)
    {
        var answer = (await server.OpenAsync(server.Acme.ProductId, $""" "success_url":"{said}" """)).Expect(201);
        Assert.Equal(
            answered.Replace("ID", answer.TextAt("/id"), StringComparison.Ordinal),
            answer
                .TextAt("/success_url")!
                .Replace("CHECKOUT_ID", "CHECKOUT_" + answer.TextAt("/id"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_blank_was_not_said()
    {
        var answer = (
            await server.OpenAsync(
                server.Acme.ProductId,
                """
                "customer_name":" ","customer_billing_name":"\t","customer_tax_id":" ","external_customer_id":" ",
                "customer_billing_address":{"country":"FR","line1":" ","line2":"","city":" ","postal_code":" ","state":" "}
                """
            )
        ).Expect(201);

        foreach (
            var place in (string[])
                [
                    "/customer_name",
                    "/customer_billing_name",
                    "/customer_tax_id",
                    "/external_customer_id",
                    "/customer_billing_address/line1",
                    "/customer_billing_address/line2",
                    "/customer_billing_address/city",
                    "/customer_billing_address/postal_code",
                    "/customer_billing_address/state",
                ]
        )
        {
            Assert.True(answer.IsNullAt(place), place);
        }
    }

    [Theory]
    [InlineData(""" "customer_email":"a\u0000@b.co" """, "body.customer_email: ")]
    [InlineData(""" "external_customer_id":"a\u0000" """, "body.external_customer_id: string_nul")]
    [InlineData(""" "customer_billing_name":"a\u0000" """, "body.customer_billing_name: string_nul")]
    [InlineData(""" "customer_tax_id":"a\u0000" """, "body.customer_tax_id: string_nul")]
    [InlineData(""" "embed_origin":"a\u0000" """, "body.embed_origin: string_nul")]
    [InlineData(""" "success_url":"https://x.y/\u0000" """, "body.success_url: ")]
    [InlineData(""" "return_url":"https://x.y/\u0000" """, "body.return_url: ")]
    [InlineData(""" "metadata":{"a":"\u0000"} """, "body.metadata.a: string_nul")]
    [InlineData(""" "metadata":{"a\u0000":1} """, "body.metadata.")]
    [InlineData(""" "customer_metadata":{"a":"\u0000"} """, "body.customer_metadata.a: string_nul")]
    [InlineData(""" "custom_field_data":{"a":"\u0000"} """, "body.custom_field_data.a: string_nul")]
    [InlineData(
        """ "customer_billing_address":{"country":"FR","city":"\u0000"} """,
        "body.customer_billing_address.city: string_nul"
    )]
    public async Task No_text_has_a_nul_in_it(string fields, string complaint) =>
        Assert.StartsWith(
            complaint,
            Assert.Single((await server.OpenAsync(server.Acme.ProductId, fields)).Expect(422).Complaints),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("min_seats")]
    [InlineData("max_seats")]
    public async Task The_sellers_own_bounds_of_seats_are_1_to_10000(string field)
    {
        await AssertRefusedAsync($""" "{field}":0 """, $"body.{field}: greater_than_equal");
        await AssertRefusedAsync($""" "{field}":10001 """, $"body.{field}: less_than_equal");
    }

    [Theory]
    [InlineData(
        """ "trial_interval":"day","trial_interval_count":0 """,
        "body.trial_interval_count: greater_than_equal"
    )]
    [InlineData(""" "min_units":2 """, "body.min_units: value_error")]
    [InlineData(""" "max_units":2 """, "body.max_units: value_error")]
    [InlineData(""" "amount":1.5 """, "body.amount: int_from_float")]
    [InlineData(""" "customer_billing_address":{"country":"XX"} """, "body.customer_billing_address.country: enum")]
    public Task A_value_out_of_its_bounds_is_refused_where_it_stands(string fields, string complaint) =>
        AssertRefusedAsync(fields, complaint);

    [Theory]
    [InlineData("\"FR\"", """ "trial_interval":"day","trial_interval_count":1000 """)]
    [InlineData("\"fr\"", """ "trial_interval":"day","trial_interval_count":1 """)]
    public async Task A_value_at_its_bounds_is_taken(string country, string fields) =>
        (
            await server.OpenAsync(
                server.Acme.ProductId,
                $$"""{{fields}},"customer_billing_address":{"country":{{country}}}"""
            )
        ).Expect(201);

    [Theory]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public async Task An_address_of_a_machine_is_of_either_kind(string said, string kept) =>
        Assert.Equal(
            kept,
            (await server.OpenAsync(server.Acme.ProductId, $""" "customer_ip_address":"{said}" """)).TextAt(
                "/customer_ip_address"
            )
        );

    [Fact]
    public async Task A_tax_id_goes_in_and_comes_out_as_text_in_its_normal_form() =>
        Assert.Equal(
            "FR61954506077",
            (await server.OpenAsync(server.Acme.ProductId, $""" "customer_tax_id":"fr 61 954 506 077",{Fr} """)).TextAt(
                "/customer_tax_id"
            )
        );

    [Fact]
    public async Task Prices_for_one_checkout_obey_the_rules_of_a_products_prices()
    {
        var product = server.Acme.ProductId;
        var two = $""" "prices":{"{"}"{product}":[{Fixed(1000)},{Fixed(2000)}]{"}"} """;
        await AssertRefusedAsync(two, $"body.prices.{product}: value_error");
        var none = $$""" "prices":{"{{product}}":[]} """;
        await AssertRefusedAsync(none, $"body.prices.{product}: too_short");
        var foreign = $$""" "prices":{"{{product}}":[{{Fixed(1000, "eur")}}]} """;
        await AssertRefusedAsync(foreign, $"body.prices.{product}: value_error");
        var umbrella = server.Umbrella.ProductId;
        var elsewhere = $$""" "prices":{"{{umbrella}}":[{{Fixed(1000)}}]} """;
        await AssertRefusedAsync(elsewhere, $"body.prices.{umbrella}: value_error");
    }

    [Fact]
    public async Task Prices_for_one_checkout_take_the_place_of_all_that_the_product_has()
    {
        var product = await server.ProductAsync($"{Fixed(700)},{Fixed(650, "eur")}");

        var answer = (await server.OpenAsync(product, $$""" "prices":{"{{product}}":[{{Fixed(1234)}}]} """)).Expect(
            201
        );

        Assert.Equal(1, answer.At($"/prices/{product}").GetArrayLength());
        Assert.Equal(
            ["body.products.0: value_error"],
            (
                await server.OpenAsync(product, $$""" "prices":{"{{product}}":[{{Fixed(1234)}}]},"currency":"eur" """)
            ).Complaints
        );
    }

    [Theory]
    [InlineData("product_id")]
    [InlineData("product_price_id")]
    public async Task Prices_for_one_checkout_are_of_its_products_and_skipped_where_those_are_named_in_the_older_ways(
        string way
    )
    {
        var product = await server.ProductAsync(Fixed(700));
        var read = (await server.Api.GetAsync($"/v1/products/{product}")).Expect(200);
        var named = read.TextAt(way == "product_id" ? "/id" : "/prices/0/id");

        var answer = (
            await server.Api.PostAsync(
                CheckoutCalls.Root,
                $$$"""{"{{{way}}}":"{{{named}}}","prices":{"{{{product}}}":[{{{Fixed(100)}}}],"nothing":[{{{Fixed(100)}}}]}}"""
            )
        ).Expect(201);

        Assert.Equal(("catalog", 700), (answer.TextAt("/product_price/source"), answer.NumberAt("/amount")));
        var path = CheckoutCalls.Root + answer.TextAt("/id");
        Assert.Equal(700, (await server.Api.PatchAsync(path, "{}")).Expect(200).NumberAt("/amount"));
    }

    private async Task AssertRefusedAsync(string fields, string complaint) =>
        Assert.Equal([complaint], (await server.OpenAsync(server.Acme.ProductId, fields)).Expect(422).Complaints);
}
