using System.Text;

namespace Checkstand.Page.Tests;

/// <summary>A card's number in a field that is not for it.</summary>
public sealed class StrayCardTests(PageServer server) : IClassFixture<PageServer>
{
    [Theory]
    [InlineData("4242424242424242")]
    [InlineData("4242 4242 4242 4242")]
    [InlineData("4242-4242-4242-4242")]
    [InlineData("4242.4242.4242.4242")]
    [InlineData("my card: 5555555555554444, thanks")]
    [InlineData("Jane 4242 4242 4242 4242 12/35 123")]
    [InlineData("4242 4242 4242 4242 123")]
    [InlineData("12 4242424242424242")]
    [InlineData("378282246310005")]
    [InlineData("3782 822463 10005")]
    [InlineData("6205500000000000004")]
    public void It_is_found_however_it_is_typed(string typed) =>
        Assert.True(StrayCard.IsIn(Encoding.UTF8.GetBytes(typed), isTaxId: false));

    [Theory]
    [InlineData("")]
    [InlineData("Jane Doe")]
    [InlineData("4242 4242 4242 4241")]
    [InlineData("4242 4242 4242")]
    [InlineData("94242424242424242")]
    [InlineData("42424242424242424242424242424242")]
    [InlineData("4242  4242 4242 4242")]
    [InlineData("+49 151 23456789")]
    [InlineData("4915123456789")]
    [InlineData("9999999999999995")]
    [InlineData("0000000000000000")]
    [InlineData("1042-2030-0001-0001")]
    public void Other_numbers_are_left_alone(string typed) =>
        Assert.False(StrayCard.IsIn(Encoding.UTF8.GetBytes(typed), isTaxId: false));

    [Fact]
    public void A_tax_id_may_have_as_many_digits_as_the_shortest_cards()
    {
        Assert.False(StrayCard.IsIn("378282246310005"u8, isTaxId: true));
        Assert.True(StrayCard.IsIn("4242424242424242"u8, isTaxId: true));
    }

    [Theory]
    [InlineData("customer_name")]
    [InlineData("customer_email")]
    [InlineData("discount_code")]
    [InlineData("customer_tax_id")]
    [InlineData("customer_billing_name")]
    [InlineData("line1")]
    [InlineData("postal_code")]
    public async Task It_is_neither_kept_nor_shown_and_nothing_is_paid(string field)
    {
        var checkout = await server.OpenAsync(
            """
            "is_business_customer":true,"customer_billing_address":{"country":"US","state":"NY"}
            """
        );
        var path = PageServer.PathOf(checkout);

        var refused = await server.PayAsync(path, PageServer.Approved, ("country", "US"), (field, PageServer.Approved));

        refused.Expect(422).Says("looks like a card number");
        Assert.Contains($"<a href=\"#{field}\">", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("4242", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("4242", (await server.GetAsync(path)).Html, StringComparison.Ordinal);
        var kept = await server.Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}");
        Assert.DoesNotContain("4242 4242", kept.Text, StringComparison.Ordinal);
        await server.AssertChargesAsync(checkout);
    }

    [Fact]
    public async Task It_is_not_taken_for_an_answer_either()
    {
        var slug = $"phone-{Core.RandomId.New():N}";
        var field = (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                $$"""{"type":"text","slug":"{{slug}}","name":"Phone","properties":{} }"""
            )
        ).Expect(201);
        var product = await server.Api.PostAsync(
            "/v1/products/",
            $$"""
            {"name":"Thing","prices":[{"amount_type":"fixed","price_amount":1000}],
            "attached_custom_fields":[{"custom_field_id":"{{field.TextAt("/id")}}","required":false}]}
            """
        );
        var checkout = await server.OpenAsync(product: product.Expect(201).At("/id").GetGuid());
        var path = PageServer.PathOf(checkout);

        (await server.PayAsync(path, PageServer.Approved, ($"field.{slug}", "4242424242424242"))).Expect(422);
        (await server.PayAsync(path, PageServer.Approved, ($"field.{slug}", "+49 151 23456789"))).Expect(303);

        var kept = await server.Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}");
        Assert.Equal("+49 151 23456789", kept.TextAt($"/custom_field_data/{slug}"));
    }
}
