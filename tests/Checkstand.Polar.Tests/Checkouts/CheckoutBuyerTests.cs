using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;
using Microsoft.Extensions.DependencyInjection;
using static Checkstand.Polar.Tests.Checkouts.CheckoutCalls;

namespace Checkstand.Polar.Tests.Checkouts;

/// <summary>Who buys: known customers, their subscriptions, and what they answer (contract sections 2.2, 2.3, 2.7 and 3.2).</summary>
public sealed class CheckoutBuyerTests(PolarServer server) : IClassFixture<PolarServer>
{
    private const string Member = "member@example.com";

    [Fact]
    public async Task A_known_customer_fills_in_what_was_not_said()
    {
        var customer = await CustomerAsync("ada@example.com", made => made with { ExternalId = "ada-1" });
        foreach (var naming in new[] { $""" "customer_id":"{customer.Id}" """, """ "external_customer_id":"ada-1" """ })
        {
            var answer = (await server.OpenAsync(server.Acme.ProductId, naming)).Expect(201);
            Assert.Equal(customer.Id, answer.At("/customer_id").GetGuid());
            Assert.Equal("ada@example.com", answer.TextAt("/customer_email"));
            Assert.Equal("Ada", answer.TextAt("/customer_name"));
            Assert.Equal("Ada Ltd", answer.TextAt("/customer_billing_name"));
            Assert.Equal("DE", answer.TextAt("/customer_billing_address/country"));
            Assert.Equal("DE136695976", answer.TextAt("/customer_tax_id"));
            Assert.Equal("ada-1", answer.TextAt("/external_customer_id"));
            Assert.True(answer.At("/is_business_customer").GetBoolean());
        }

        var said = (
            await server.OpenAsync(
                server.Acme.ProductId,
                $""" "customer_id":"{customer.Id}","customer_name":"Countess","is_business_customer":false """
            )
        ).Expect(201);
        Assert.Equal("Countess", said.TextAt("/customer_name"));
        Assert.False(said.At("/is_business_customer").GetBoolean());
    }

    [Fact]
    public async Task The_email_of_a_known_customer_stays()
    {
        var customer = await CustomerAsync("stay@example.com");
        var checkout = await server.CheckoutAsync($""" "customer_id":"{customer.Id}" """);
        var answer = (await checkout.ClientUpdateAsync("""{"customer_email":"go@example.com"}""")).Expect(200);
        Assert.Equal("stay@example.com", answer.TextAt("/customer_email"));
    }

    [Fact]
    public async Task The_customer_of_another_organization_does_not_exist()
    {
        var customer = await CustomerAsync("apart@example.com");
        Assert.Equal(
            ["body.customer_id: value_error"],
            (
                await server.OtherApi.PostAsync(
                    Root,
                    Body(server.Umbrella.ProductId, $""" "customer_id":"{customer.Id}" """)
                )
            )
                .Expect(422)
                .Complaints
        );
    }

    [Fact]
    public async Task Who_has_a_subscription_gets_no_second_one_where_the_seller_allows_one_only()
    {
        var free = await server.ProductAsync(Fixed(0), """ "recurring_interval":"month" """);
        var subscription = await SubscribeAsync(free, Member);
        var checkout = await server.CheckoutAsync(server.Products.Recurring);
        await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = false });
        try
        {
            (await checkout.ClientUpdateAsync($$"""{"customer_email":"{{Member.ToUpperInvariant()}}"}""")).ExpectError(
                403,
                "AlreadyActiveSubscriptionError"
            );
            (await checkout.UpdateAsync($$"""{"customer_email":"{{Member}}"}""")).ExpectError(
                403,
                "AlreadyActiveSubscriptionError"
            );
            (await checkout.ClientUpdateAsync("""{"customer_email":"new@example.com"}""")).Expect(200);

            // Neither something that is bought once nor an upgrade is a second subscription.
            (await (await server.CheckoutAsync()).ClientUpdateAsync($$"""{"customer_email":"{{Member}}"}""")).Expect(
                200
            );
            var upgrade = await server.CheckoutAsync(
                server.Products.Recurring,
                $""" "subscription_id":"{subscription}" """
            );
            Assert.Equal(subscription, upgrade.Created.At("/subscription_id").GetGuid());
            Assert.Equal(Member, upgrade.Created.TextAt("/customer_email"));
            (await upgrade.ClientUpdateAsync("{}")).Expect(200);
        }
        finally
        {
            await server.SellerAsync(seller => seller with { AllowMultipleSubscriptions = true });
        }
    }

    [Fact]
    public async Task Only_a_free_subscription_of_the_same_organization_is_upgraded()
    {
        var paid = await SubscribeAsync(server.Products.Recurring, "paid@example.com");
        Assert.Equal(
            ["body.subscription_id: value_error"],
            (await server.OpenAsync(server.Products.Recurring, $""" "subscription_id":"{paid}" """))
                .Expect(422)
                .Complaints
        );
        Assert.Equal(
            ["body.subscription_id: value_error"],
            (
                await server.OtherApi.PostAsync(
                    Root,
                    Body(server.Umbrella.ProductId, $""" "subscription_id":"{paid}" """)
                )
            )
                .Expect(422)
                .Complaints
        );
    }

    [Fact]
    public async Task A_buyer_who_has_redeemed_a_discount_often_enough_is_told_when_typing_it()
    {
        var discount = await server.DiscountAsync(
            new Reduction.Percentage(1000),
            made => made with { Code = "ONCEONLY", RedemptionsMaxPerCustomer = 1 }
        );
        var first = await server.CheckoutAsync($""" "customer_email":"once@example.com" """);
        (await first.ClientUpdateAsync("""{"discount_code":"onceonly"}""")).Expect(200);
        await ConfirmAsync(first);

        var second = await server.CheckoutAsync($""" "customer_email":"Once@example.com" """);
        (await second.ClientUpdateAsync("""{"discount_code":"onceonly"}""")).ExpectError(
            403,
            "DiscountRedemptionLimitReached"
        );
        Assert.True((await second.GetAsync()).IsNullAt("/discount_id"));
        // The organization may give it all the same.
        (await second.UpdateAsync($$"""{"discount_id":"{{discount.Id}}"}""")).Expect(200);
        (await (await server.CheckoutAsync()).ClientUpdateAsync("""{"discount_code":"onceonly"}""")).Expect(200);
    }

    [Fact]
    public async Task Answers_to_custom_fields_are_checked_merged_and_not_yet_required()
    {
        var field = (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                """{"type":"number","slug":"size","name":"Size","properties":{"ge":30,"le":50}}"""
            )
        ).Expect(201);
        var other = (
            await server.Api.PostAsync(
                "/v1/custom-fields/",
                """{"type":"text","slug":"motto","name":"Motto","properties":{}}"""
            )
        ).Expect(201);
        var product = await server.ProductAsync(
            Fixed(500),
            $$"""
            "attached_custom_fields":[{"custom_field_id":"{{field.TextAt("/id")}}","required":true},
            {"custom_field_id":"{{other.TextAt("/id")}}","required":false}]
            """
        );

        var checkout = await server.CheckoutAsync(product, """ "custom_field_data":{"size":40,"nothing":"x"} """);
        Assert.Equal("""{"size":40}""", checkout.Created.JsonAt("/custom_field_data"));
        Assert.Equal("size", checkout.Created.TextAt("/attached_custom_fields/0/custom_field/slug"));

        var merged = (await checkout.ClientUpdateAsync("""{"custom_field_data":{"motto":"m"}}""")).Expect(200);
        Assert.Equal("""{"size":40,"motto":"m"}""", merged.JsonAt("/custom_field_data"));
        Assert.Equal(
            ["body.custom_field_data.size: less_than_equal"],
            (await checkout.ClientUpdateAsync("""{"custom_field_data":{"size":51}}""")).Expect(422).Complaints
        );
        Assert.Equal("{}", (await server.OpenAsync(product)).Expect(201).JsonAt("/custom_field_data"));
    }

    private static async Task ConfirmAsync(OpenCheckout checkout) =>
        (
            await checkout.Server.Public.PostAsync(
                $"/v1/checkouts/client/{checkout.Secret}/confirm",
                """{"customer_billing_address":{"country":"DE"},"confirmation_token_id":"ctoken_test_approve"}"""
            )
        ).Expect(200);

    private async Task<Guid> SubscribeAsync(Guid product, string email)
    {
        var checkout = await server.CheckoutAsync(product, $""" "customer_email":"{email}" """);
        await ConfirmAsync(checkout);
        var found = (await server.Api.GetAsync($"/v1/subscriptions/?product_id={product}&limit=100")).Expect(200);
        return found
            .At("/items")
            .EnumerateArray()
            .First(item => item.GetProperty("checkout_id").GetGuid() == checkout.Id)
            .GetProperty("id")
            .GetGuid();
    }

    private async Task<Customer> CustomerAsync(string email, Func<Customer, Customer>? change = null)
    {
        var customer = new Customer
        {
            Id = RandomId.New(),
            OrganizationId = new OrganizationId(server.Acme.Id),
            CreatedAt = server.Clock.GetUtcNow(),
            Email = email,
            Name = "Ada",
            BillingName = "Ada Ltd",
            BillingAddress = new PostalAddress { Country = "DE" },
            TaxId = new TaxId("DE136695976", "eu_vat"),
        };
        customer = change?.Invoke(customer) ?? customer;
        var added = await server
            .Services.GetRequiredService<ICustomerStore>()
            .AddAsync(customer, CancellationToken.None);
        Assert.True(added.TryGet(out _, out var problem), problem?.ToString());
        return customer;
    }
}
