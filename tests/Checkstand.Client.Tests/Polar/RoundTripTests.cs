using System.Text.Json.Nodes;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>A newer server never breaks an older client: what is not known is kept and written as it came.</summary>
public sealed class RoundTripTests
{
    private const string Price =
        """ "id":"p1","created_at":"2030-01-15T12:00:00Z","source":"catalog","price_currency":"usd","is_archived":false,"product_id":"x" """;

    [Fact]
    public void Members_that_nobody_knows_are_kept_at_every_level()
    {
        const string Json = """
            {"id":"c1","status":"open","new_member":{"deep":[1,null,"x"]},"organization":{"id":"o","new_flag":true},
            "billing_address_fields":{"country":"required","new_field":"hidden"}}
            """;

        var read = Wire.Read<CheckoutPublic>(Json);
        var written = JsonNode.Parse(Wire.Text(read))!;

        Assert.Equal("""{"deep":[1,null,"x"]}""", written["new_member"]!.ToJsonString());
        Assert.True(written["organization"]!["new_flag"]!.GetValue<bool>());
        Assert.Equal("hidden", written["billing_address_fields"]!["new_field"]!.GetValue<string>());
        Assert.Equal("x", read.AdditionalProperties!["new_member"].GetProperty("deep")[2].GetString());
    }

    [Fact]
    public void Words_that_nobody_knows_are_kept()
    {
        var read = Wire.Read<Checkout>(
            """{"status":"frozen","payment_processor":"carrier_pigeon","tax_behavior":"odd"}"""
        );

        Assert.Equal("frozen", read.Status.Value);
        Assert.NotEqual(CheckoutStatus.Open, read.Status);
        var written = JsonNode.Parse(Wire.Text(read))!;
        Assert.Equal("frozen", written["status"]!.GetValue<string>());
        Assert.Equal("carrier_pigeon", written["payment_processor"]!.GetValue<string>());
        Assert.Equal("odd", written["tax_behavior"]!.GetValue<string>());
    }

    [Fact]
    public void A_kind_of_price_that_nobody_knows_is_kept_whole()
    {
        const string Json = $$$"""
            {"prices":[{{{{Price}}},"amount_type":"unit_based","tiers":{"type":"volume","tiers":[{"bound":null,"unit_amount":5}]}},
            {"amount_type":"fixed",{{{Price}}},"price_amount":7}]}
            """;

        var read = Wire.Read<Product>(Json);

        var unknown = Assert.IsType<ProductPriceUnknown>(read.Prices[0]);
        Assert.Equal(("unit_based", "usd"), (unknown.AmountType.Value, unknown.PriceCurrency));
        Assert.Equal(7, Assert.IsType<ProductPriceFixed>(read.Prices[1]).PriceAmount);
        var written = JsonNode.Parse(Wire.Text(read))!["prices"]![0]!;
        Assert.Equal("unit_based", written["amount_type"]!.GetValue<string>());
        Assert.Equal(
            """{"type":"volume","tiers":[{"bound":null,"unit_amount":5}]}""",
            written["tiers"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("""{"amount_type":"custom","minimum_amount":5}""")]
    [InlineData("""{"minimum_amount":5,"amount_type":"custom"}""")]
    [InlineData(
        """{"nested":{"amount_type":"fixed","a":[{}]},"list":[1,{"amount_type":"free"}],"minimum_amount":5,"amount_type":"custom"}"""
    )]
    public void The_kind_is_told_by_its_member_wherever_it_stands(string json)
    {
        var price = Assert.IsType<ProductPriceCustom>(Wire.Read<ProductPrice>(json));

        Assert.Equal(5, price.MinimumAmount);
    }

    [Theory]
    [InlineData("""{"amount_type":"fixed","price_amount":1}""", typeof(ProductPriceFixed))]
    [InlineData("""{"amount_type":"free"}""", typeof(ProductPriceFree))]
    [InlineData("""{"amount_type":"seat_based","seat_tiers":{"tiers":[]}}""", typeof(ProductPriceSeatBased))]
    [InlineData("""{"amount_type":"metered_unit","unit_amount":"0.5"}""", typeof(ProductPriceMeteredUnit))]
    [InlineData("""{"amount_type":7}""", null)]
    [InlineData("""{"price_amount":1}""", typeof(ProductPriceUnknown))]
    public void Every_kind_of_price_has_its_type(string json, Type? expected)
    {
        if (expected is null)
        {
            Assert.Throws<System.Text.Json.JsonException>(() => Wire.Read<ProductPrice>(json));
            return;
        }

        Assert.IsType(expected, Wire.Read<ProductPrice>(json));
    }

    [Theory]
    [InlineData("""{"duration":"once","type":"bogof","free_items":1,"id":"d","name":"n"}""")]
    [InlineData("""{"id":"d","name":"n","free_items":1}""")]
    public void A_kind_of_discount_that_nobody_knows_is_kept(string json)
    {
        var read = Assert.IsType<CheckoutDiscountUnknown>(Wire.Read<CheckoutDiscount>(json));
        var other = Assert.IsType<DiscountUnknown>(Wire.Read<Discount>(json));

        Assert.Equal(1, read.AdditionalProperties!["free_items"].GetInt32());
        Assert.Equal("n", other.Name);
    }

    [Fact]
    public void A_kind_of_custom_field_that_nobody_knows_is_kept()
    {
        var read = Wire.Read<AttachedCustomField>(
            """{"custom_field":{"type":"file","slug":"cv","properties":{"max_bytes":9}},"order":0}"""
        );

        var field = Assert.IsType<CustomFieldUnknown>(read.CustomField);
        Assert.Equal(("file", "cv"), (field.Type.Value, field.Slug));
        Assert.Equal(9, field.AdditionalProperties!["properties"].GetProperty("max_bytes").GetInt32());
    }

    [Fact]
    public void Values_of_metadata_are_kept_whatever_they_are()
    {
        const string Json = """{"a":"x","b":7,"c":1.5,"d":true,"e":null,"f":[1,{"g":2}],"h":1e400}""";

        var read = Wire.Read<Metadata>(Json);

        Assert.Equal(("x", 7, 1.5, true), (read["a"].Text, read["b"].Integer, read["c"].Number, read["d"].Boolean));
        Assert.True(read["e"].IsNull);
        Assert.Equal(2, read["f"].Json!.Value.GetArrayLength());
        Assert.Equal(7.0, read["b"].Number);
        Assert.Null(read["c"].Integer);
        Assert.Equal(Json, Wire.Text(read));
    }

    [Fact]
    public void A_request_can_carry_what_this_client_does_not_know()
    {
        var request = new CheckoutCreate
        {
            Products = ["p"],
            AdditionalProperties = new() { ["new_member"] = System.Text.Json.JsonElement.Parse("""{"a":1}""") },
        };

        Assert.Equal("""{"products":["p"],"new_member":{"a":1}}""", Wire.Text(request));
    }

    [Fact]
    public void A_create_sends_what_is_set_and_its_kind()
    {
        var request = new ProductCreate
        {
            Name = "Tent",
            Prices =
            [
                new ProductPriceFixedCreate { PriceAmount = 1 },
                new ProductPriceMeteredUnitCreate { MeterId = "m", UnitAmount = "0.5" },
            ],
        };

        var sent = JsonNode.Parse(Wire.Text(request))!;

        Assert.Equal(["name", "prices"], sent.AsObject().Select(member => member.Key).Order());
        Assert.Equal(
            ["amount_type", "price_amount"],
            sent["prices"]![0]!.AsObject().Select(member => member.Key).Order()
        );
        Assert.Equal("metered_unit", sent["prices"]![1]!["amount_type"]!.GetValue<string>());
    }

    [Fact]
    public void An_update_sends_null_only_where_null_was_set()
    {
        var update = new CheckoutUpdate
        {
            DiscountId = null,
            Seats = 3,
            CustomerBillingAddress = new BillingAddress { Country = "FR" },
            TrialInterval = RecurringInterval.Day,
            AllowTrial = (bool?)null,
        };

        var sent = JsonNode.Parse(Wire.Text(update))!.AsObject();

        Assert.Equal(
            ["allow_trial", "customer_billing_address", "discount_id", "seats", "trial_interval"],
            sent.Select(member => member.Key).Order()
        );
        Assert.Null(sent["discount_id"]);
        Assert.Null(sent["allow_trial"]);
        Assert.Equal("""{"country":"FR"}""", sent["customer_billing_address"]!.ToJsonString());
        Assert.Equal("{}", Wire.Text(new CheckoutUpdate()));
    }

    [Fact]
    public void Null_is_taken_where_a_list_or_an_object_could_be()
    {
        var read = Wire.Read<Checkout>(
            """{"product":null,"prices":null,"discount":null,"attached_custom_fields":null}"""
        );

        Assert.Null(read.Product);
        Assert.Null(read.Prices);
        Assert.Null(read.Discount);
        Assert.Null(read.AttachedCustomFields);
    }
}
