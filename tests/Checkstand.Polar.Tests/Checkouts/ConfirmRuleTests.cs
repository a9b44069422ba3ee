using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>When a confirmation is refused (contract sections 3.2, 3.3 and 3.7), and that a refusal charges and keeps nothing.</summary>
public sealed class ConfirmRuleTests(PolarServer server) : IClassFixture<PolarServer>
{
    [Fact]
    public async Task All_that_is_missing_is_told_at_once()
    {
        var checkout = await server.Api.OpenAsync();

        var refused = await ConfirmRefusedAsync(checkout, token: null, buyer: "", 422, "PolarRequestValidationError");

        Assert.Equal(
            [
                "body.customer_email: missing",
                "body.customer_billing_address: missing",
                "body.confirmation_token_id: missing",
            ],
            refused.Complaints
        );
    }

    [Fact]
    public async Task Each_missing_part_of_an_address_is_told()
    {
        var checkout = await server.Api.OpenAsync();

        var refused = await ConfirmRefusedAsync(
            checkout,
            "ctoken_test_approve",
            """
            "customer_email":"ada@example.com","customer_billing_address":{"country":"US","line1":"1 Main St"}
            """,
            422,
            "PolarRequestValidationError"
        );

        Assert.Equal(
            [
                "body.customer_billing_address.city: missing",
                "body.customer_billing_address.postal_code: missing",
                "body.customer_billing_address.state: missing",
            ],
            refused.Complaints
        );
    }

    [Fact]
    public async Task A_business_must_say_its_name()
    {
        var checkout = await server.Api.OpenAsync();

        var refused = await ConfirmRefusedAsync(
            checkout,
            "ctoken_test_approve",
            """
            "is_business_customer":true,"customer_email":"ada@example.com","customer_billing_address":{"country":"FR",
            "line1":"1 rue","city":"Paris","postal_code":"75001"}
            """,
            422,
            "PolarRequestValidationError"
        );

        Assert.Equal(["body.customer_billing_name: missing"], refused.Complaints);
    }

    [Fact]
    public async Task A_refused_confirmation_keeps_nothing_of_what_it_said()
    {
        var checkout = await server.Api.OpenAsync();

        await ConfirmRefusedAsync(checkout, token: null, Shop.Buyer, 422, "PolarRequestValidationError");

        var found = (await server.Api.GetAsync($"/v1/checkouts/{checkout.Id}")).Expect(200);
        Assert.True(found.IsNullAt("/customer_email"));
        Assert.True(found.IsNullAt("/customer_billing_address"));
    }

    [Fact]
    public async Task A_checkout_that_is_over_or_never_was_says_so()
    {
        var checkout = await server.Api.OpenAsync();
        (await server.Public.ConfirmAsync(new Opened("", "polar_c_nothing"))).ExpectError(404, "ResourceNotFound");

        server.Clock.Advance(TimeSpan.FromHours(25));

        (await server.Public.ConfirmAsync(checkout)).ExpectError(410, "ExpiredCheckoutError");
        Assert.Empty(await server.ChargesAsync(checkout));
    }

    [Fact]
    public async Task A_required_answer_must_be_there_and_answers_are_replaced()
    {
        var field = (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                """{"type":"text","slug":"size","name":"Size","properties":{}}"""
            )
        )
            .Expect(201)
            .TextAt("/id");
        var product = await server.Api.ProductAsync(
            more: $$""","attached_custom_fields":[{"custom_field_id":"{{field}}","required":true}]"""
        );
        var checkout = await server.Api.OpenAsync(product);

        var refused = await ConfirmRefusedAsync(
            checkout,
            "ctoken_test_approve",
            Shop.Buyer,
            422,
            "PolarRequestValidationError"
        );
        Assert.Equal(["body.custom_field_data.size: missing"], refused.Complaints);

        (
            await server.Public.ConfirmAsync(checkout, buyer: Shop.Buyer + ",\"custom_field_data\":{\"size\":\"XL\"}")
        ).Expect(200);
        var order = Assert.Single(await server.Api.OrdersAsync(checkout));
        Assert.Equal("XL", order.GetProperty("custom_field_data").GetProperty("size").GetString());
    }

    [Fact]
    public async Task An_organization_that_is_not_ready_takes_no_payment_but_gives_away_what_is_free()
    {
        var paid = await server.Api.OpenAsync();
        var free = await server.Api.OpenAsync(await server.Api.ProductAsync(Shop.FixedPrice(0)));
        await server.SellerAsync(organization => organization with { Status = OrganizationStatus.Created });
        try
        {
            await ConfirmRefusedAsync(paid, "ctoken_test_approve", Shop.Buyer, 403, "PaymentNotReady");
            (await server.Public.ConfirmAsync(free, token: null)).Expect(200);
        }
        finally
        {
            await server.SellerAsync(organization => organization with { Status = OrganizationStatus.Active });
        }
    }

    [Fact]
    public async Task A_blocked_organization_is_not_permitted()
    {
        var checkout = await server.Api.OpenAsync();
        await server.SellerAsync(organization => organization with { Status = OrganizationStatus.Blocked });
        try
        {
            (await server.Public.ConfirmAsync(checkout)).ExpectError(403, "NotPermitted");
        }
        finally
        {
            await server.SellerAsync(organization => organization with { Status = OrganizationStatus.Active });
        }
    }

    [Fact]
    public async Task A_deleted_customer_and_a_foreign_external_id_are_refused()
    {
        var customer = await server.CustomerAsync("gone@example.com");
        var product = await server.Api.ProductAsync();
        var linked = await server.Api.OpenAsync(product, $$""","customer_id":"{{customer.Id}}" """);
        var mismatched = await server.Api.OpenAsync(product, ",\"external_customer_id\":\"ext-2\"");
        await server.CustomerAsync("two@example.com", two => two with { ExternalId = "ext-2" });
        await server
            .Services.GetRequiredService<ICustomerStore>()
            .ChangeAsync(
                customer.OrganizationId,
                customer.Id,
                known => known with { DeletedAt = server.Clock.GetUtcNow() },
                CancellationToken.None
            );

        await ConfirmRefusedAsync(linked, "ctoken_test_approve", Shop.Buyer, 409, "CheckoutCustomerDeleted");
        await ConfirmRefusedAsync(
            mismatched,
            "ctoken_test_approve",
            Of("other@example.com"),
            422,
            "CheckoutCustomerExternalIdMismatch"
        );
        (await server.Public.ConfirmAsync(mismatched, buyer: Of("TWO@example.com"))).Expect(200);
    }

    [Fact]
    public async Task A_price_that_was_archived_since_is_not_sold()
    {
        var product = await server.Api.ProductAsync();
        var checkout = await server.Api.OpenAsync(product);
        (await server.Api.PatchAsync($"/v1/products/{product}", $$"""{"prices":[{{Shop.FixedPrice(2000)}}]}""")).Expect(
            200
        );

        var refused = await ConfirmRefusedAsync(
            checkout,
            "ctoken_test_approve",
            Shop.Buyer,
            422,
            "PolarRequestValidationError"
        );

        Assert.Equal(["body.product_price_id: value_error"], refused.Complaints);
    }

    private static string Of(string email) =>
        $$"""
            "customer_email":"{{email}}","customer_billing_address":{"country":"FR"}
            """;

    private async Task<Answer> ConfirmRefusedAsync(
        Opened checkout,
        string? token,
        string buyer,
        int status,
        string error
    )
    {
        var refused = (await server.Public.ConfirmAsync(checkout, token, buyer)).ExpectError(status, error);
        Assert.Equal("open", await server.Api.StatusAsync(checkout));
        Assert.Empty(await server.ChargesAsync(checkout));
        return refused;
    }
}
