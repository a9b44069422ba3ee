using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Page.Tests;

public sealed class TypedFormTests(PageServer server) : IClassFixture<PageServer>
{
    [Fact]
    public async Task Enter_takes_what_was_typed_and_pays_once_a_card_is_there()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);

        (await server.SubmitAsync(path, "enter", ("customer_email", "jane@example.com"))).Expect(303);
        (await server.GetAsync(path)).Expect(200).Says("jane@example.com");
        (await server.SubmitAsync(path, "enter", PageServer.CardFields(PageServer.Approved))).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
    }

    [Fact]
    public async Task A_discount_is_applied_and_removed()
    {
        (
            await server.Api.PostAsync(
                "/v1/discounts/",
                """{"name":"Half","code":"HALFOFF","type":"percentage","basis_points":5000,"duration":"once"}"""
            )
        ).Expect(201);
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var total = checkout.NumberAt("/total_amount");

        (await server.SubmitAsync(path, "update", ("discount_code", " halfoff "))).Expect(303);
        (await server.GetAsync(path)).Says("Discount applied: HALFOFF").Says(MoneyText.Of(total / 2, "usd"));
        (await server.SubmitAsync(path, "remove_discount")).Expect(303);
        (await server.GetAsync(path)).Says($"Pay {MoneyText.Of(total, "usd")}");

        var refused = (
            await server.SubmitAsync(path, "update", ("discount_code", "NOTHING"), ("customer_name", "Jane"))
        ).Expect(422);
        refused.Says("This discount code can't be used here.").Says("NOTHING").Says("Jane");
    }

    [Fact]
    public async Task A_country_brings_the_parts_of_its_address()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        (await server.SubmitAsync(path, "update", ("country", "US"), ("customer_email", "jane@example.com"))).Expect(
            303
        );
        var page = (await server.GetAsync(path)).Expect(200).Says("jane@example.com");
        Assert.Contains("id=\"line1\"", page.Html, StringComparison.Ordinal);

        var missing = (
            await server.SubmitAsync(path, "pay", [.. PageServer.CardFields(PageServer.Approved), ("country", "US")])
        ).Expect(422);
        missing.Says("Enter your street and house number.").Says("Enter your city.").Says("Enter your postal code.");
        missing.Says("Choose or enter your state or province.");
        await server.AssertChargesAsync(checkout);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_beside_its_field()
    {
        var checkout = await server.OpenAsync();
        var path = PageServer.PathOf(checkout);
        var refused = (
            await server.SubmitAsync(
                path,
                "pay",
                ("customer_email", "nonsense"),
                ("country", "FR"),
                ("card_number", "4242 4242 4242 4241"),
                ("card_expiry", "13/35"),
                ("card_code", "1")
            )
        ).Expect(422);

        foreach (var field in new[] { "customer_email", "card_number", "card_expiry", "card_code" })
        {
            Assert.Contains($"<a href=\"#{field}\">", refused.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-problem\"", refused.Html, StringComparison.Ordinal);
            Assert.Contains($"aria-describedby=\"{field}-problem", refused.Html, StringComparison.Ordinal);
        }

        refused.Says("nonsense");
        Assert.DoesNotContain("4241", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("13/35", refused.Html, StringComparison.Ordinal);
        await server.AssertChargesAsync(checkout);
    }

    [Fact]
    public async Task Answers_to_custom_fields_are_asked_for_and_kept()
    {
        var field = (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                """{"type":"number","slug":"guests","name":"How many guests?","properties":{"ge":1,"le":9}}"""
            )
        ).Expect(201);
        var product = (
            await server.Api.PostAsync(
                "/v1/products/",
                $$"""
                {"name":"Dinner","recurring_interval":null,"prices":[{"amount_type":"fixed","price_amount":1500,"price_currency":"usd"}],
                 "attached_custom_fields":[{"custom_field_id":"{{field.TextAt("/id")}}","required":true}]}
                """
            )
        ).Expect(201);
        var checkout = await server.OpenAsync(product: Guid.Parse(product.TextAt("/id")!));
        var path = PageServer.PathOf(checkout);

        (await server.GetAsync(path)).Says("How many guests?");
        (await server.PayAsync(path, PageServer.Approved)).Expect(422).Says("This is needed.");
        (await server.PayAsync(path, PageServer.Approved, ("field.guests", "many")))
            .Expect(422)
            .Says("Enter a whole number.");
        (await server.PayAsync(path, PageServer.Approved, ("field.guests", "10"))).Expect(422);
        (await server.PayAsync(path, PageServer.Approved, ("field.guests", "4"))).Expect(303);
        var paid = await server.Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}");
        Assert.Equal(4, paid.NumberAt("/custom_field_data/guests"));
    }

    [Fact]
    public async Task What_sellers_and_buyers_typed_is_text_and_nothing_else()
    {
        const string Script = "<script>alert(1)</script>\"'";
        var product = (
            await server.Api.PostAsync(
                "/v1/products/",
                $$"""
                {"name":"<b>Bold</b>","description":"<img src=x>","recurring_interval":null,
                 "prices":[{"amount_type":"fixed","price_amount":1500,"price_currency":"usd"}]}
                """
            )
        ).Expect(201);
        var checkout = await server.OpenAsync(product: Guid.Parse(product.TextAt("/id")!));
        var path = PageServer.PathOf(checkout);
        (await server.SubmitAsync(path, "update", ("customer_name", Script))).Expect(303);
        var page = (await server.GetAsync(path)).Expect(200).Html;

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;\"", page, StringComparison.Ordinal);
    }

    // Seats and amount were typed for the product that was shown.
    [Fact]
    public async Task Choosing_another_product_leaves_the_seats_and_the_amount_of_the_first_behind()
    {
        var seats = Guid.Parse((
                await server.Api.PostAsync(
                    "/v1/products/",
                    """
                    {"name":"Team","recurring_interval":null,"prices":[{"amount_type":"seat_based",
                     "seat_tiers":{"tiers":[{"min_seats":2,"max_seats":10,"price_per_seat":1500}]}}]}
                    """
                )
            ).Expect(201).TextAt("/id")!);
        var (book, gift) = (server.Acme.ProductId, server.Products.Custom);
        var checkout = await server.Api.PostAsync(
            "/v1/checkouts/",
            $$"""{"products":["{{seats}}","{{book}}","{{gift}}"]}"""
        );
        var path = PageServer.PathOf(checkout.Expect(201));
        (await server.SubmitAsync(path, "update", ("product_id", $"{seats}"), ("seats", "3"))).Expect(303);

        (await server.SubmitAsync(path, "update", ("product_id", $"{book}"))).Expect(303);
        Assert.Equal($"{book}", (await ReadAsync(checkout)).TextAt("/product_id"));
        (await server.SubmitAsync(path, "update", ("product_id", $"{gift}"))).Expect(303);
        var proposed = (await ReadAsync(checkout)).NumberAt("/amount");
        (await server.SubmitAsync(path, "update", ("product_id", $"{gift}"), ("amount", "77.70"))).Expect(303);
        (await server.SubmitAsync(path, "update", ("product_id", $"{seats}"), ("amount", "many"))).Expect(303);
        Assert.Equal(3000, (await ReadAsync(checkout)).NumberAt("/amount"));
        // Nor is it shown for the new product when something else is wrong.
        var wrong = await server.SubmitAsync(
            path,
            "update",
            ("product_id", $"{gift}"),
            ("amount", "88.80"),
            ("customer_email", "nonsense")
        );
        wrong.Expect(422).Says($"value=\"{MoneyText.InField(proposed, "usd")}\"");
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "Enter an amount in figures, such as 12.50.")]
    [InlineData("10000000000", "Amount must be at most")]
    [InlineData("1,000", "Write the amount without a mark for thousands, such as 1000.00.")]
    [InlineData("1.000", "Write the amount without a mark for thousands, such as 1000.00.")]
    public async Task An_amount_that_can_not_be_taken_is_told_beside_its_field(string amount, string why)
    {
        var path = PageServer.PathOf(await server.OpenAsync(product: server.Products.Custom));

        (await server.SubmitAsync(path, "update", ("amount", amount))).Expect(422).Says(why).Says(amount);
    }

    [Fact]
    public async Task A_business_that_pays_nothing_says_its_name_where_its_address_is_needed()
    {
        var checkout = await server.OpenAsync("\"require_billing_address\":true", server.Products.Free);
        var path = PageServer.PathOf(checkout);
        (string, string)[] typed =
        [
            ("customer_email", "jane@example.com"),
            ("country", "FR"),
            ("line1", "1 Rue de la Paix"),
            ("city", "Paris"),
            ("postal_code", "75002"),
            ("is_business_customer", "on"),
        ];

        (await server.SubmitAsync(path, "update", typed)).Expect(303);
        var missing = (await server.SubmitAsync(path, "pay", typed)).Expect(422);
        missing.Says("Enter the name of your business.").Says("<a href=\"#customer_billing_name\">");
        (await server.SubmitAsync(path, "pay", [.. typed, ("customer_billing_name", "Jane SARL")])).Expect(303);
        Assert.Equal("succeeded", await server.StatusAsync(checkout));
    }

    [Fact]
    public async Task A_total_that_the_buyer_has_not_seen_is_not_charged()
    {
        var checkout = await server.OpenAsync(product: server.Products.Custom);
        var path = PageServer.PathOf(checkout);
        var shown = (await server.PayAsync(path, PageServer.Approved, ("amount", "77.70"))).Expect(200);

        shown.Says("The total is $77.70 now.");
        await server.AssertChargesAsync(checkout);
        (await server.PayAsync(path, PageServer.Approved)).Expect(303);
        await server.AssertChargesAsync(checkout, "charged");
        Assert.Equal(
            7770,
            (await server.Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}")).NumberAt("/total_amount")
        );
    }

    // What the page asks for under the lock, when another tab has changed the total between its look and its payment.
    [Fact]
    public async Task A_payment_that_the_caller_objects_to_is_not_begun()
    {
        var checkout = await server.OpenAsync("\"customer_email\":\"jane@example.com\"");
        var refused = await server
            .Services.GetRequiredService<CheckoutConfirmations>()
            .ConfirmAsync(
                checkout.TextAt("/client_secret")!,
                new CheckoutUpdate { BillingAddress = new PostalAddress { Country = "FR" } },
                new PaymentMeans("ctoken_test_approve", card: null),
                _ => "https://pay.example",
                TestContext.Current.CancellationToken,
                about => FieldProblem.Of("seen_total", $"{about.Amounts.Total}")
            );

        Assert.False(refused.TryGet(out _, out var problem));
        var invalid = Assert.IsType<CheckoutProblem.Invalid>(problem);
        Assert.Equal($"{checkout.NumberAt("/total_amount")}", Assert.Single(invalid.Problems).Message);
        Assert.Equal("open", await server.StatusAsync(checkout));
        await server.AssertChargesAsync(checkout);
    }

    private async Task<Answer> ReadAsync(Answer checkout) =>
        (await server.Api.GetAsync($"/v1/checkouts/{checkout.TextAt("/id")}")).Expect(200);
}
