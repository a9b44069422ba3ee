using System.Collections;
using Checkstand.Client.Polar;

namespace Checkstand.Client.Tests.Polar;

/// <summary>Nothing that the server answers ends among the unknown, but what it says for older clients only.</summary>
public sealed class KnownMemberTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    // Contract section 2.8: still answered, and said better by another member.
    private static readonly Dictionary<string, string[]> ForOlderClients = new()
    {
        [nameof(Checkout)] = ["customer_external_id", "subtotal_amount", "customer_billing_address_fields"],
        [nameof(CheckoutPublic)] = ["subtotal_amount", "customer_billing_address_fields"],
        [nameof(CheckoutPublicConfirmed)] = ["subtotal_amount", "customer_billing_address_fields"],
        [nameof(CheckoutOrganization)] =
        [
            "bio",
            "blog",
            "company",
            "customer_email_settings",
            "default_upfront_split_to_contributors",
            "details_submitted_at",
            "email",
            "feature_settings",
            "location",
            "notification_settings",
            "pledge_badge_show_amount",
            "pledge_minimum_amount",
            "profile_settings",
            "socials",
            "status",
            "subscription_settings",
            "twitter_username",
            "website",
        ],
        [nameof(Order)] = ["amount", "user_id"],
    };

    [Fact]
    public async Task Every_member_of_every_answer_has_its_place()
    {
        var polar = server.Polar;
        var meter = await polar.Meters.CreateAsync(MeterTests.Calls());
        var field = await polar.CustomFields.CreateAsync(
            new CustomFieldSelectCreate
            {
                Slug = "members",
                Name = "Members",
                Properties = new() { Options = [new() { Value = "s", Label = "Small" }] },
            }
        );
        var discount = await polar.Discounts.CreateAsync(
            new DiscountFixedCreate
            {
                Name = "Members",
                Duration = DiscountDuration.Repeating,
                DurationInMonths = 2,
                Amounts = new AmountsByCurrency { ["usd"] = 100 },
                Products = [server.Handbook()],
            }
        );
        var product = await server.ProductAsync(
            request =>
            {
                request.RecurringInterval = RecurringInterval.Month;
                request.AttachedCustomFields = [new() { CustomFieldId = field.Id }];
            },
            new ProductPriceFixedCreate { PriceAmount = 1000 },
            new ProductPriceMeteredUnitCreate { MeterId = meter.Id, UnitAmount = "1" }
        );
        var checkout = await server.OpenAsync(
            product.Id,
            request =>
            {
                request.Products!.AddRange([server.Handbook(), server.Products.Custom.ToString()]);
                request.CustomerBillingAddress = new BillingAddress { Country = "FR" };
            }
        );
        var seen = await polar.Checkouts.ClientGetAsync(checkout.ClientSecret);
        var confirmed = await server.PayAsync(checkout);
        var order = Assert.Single((await polar.Orders.ListPageAsync(checkoutId: checkout.Id)).Items);
        var link = await polar.CheckoutLinks.CreateAsync(
            new CheckoutLinkCreate { Products = [product.Id], DiscountId = null }
        );
        var endpoint = await polar.Webhooks.CreateWebhookEndpointAsync(
            new WebhookEndpointCreate
            {
                Url = "https://example.com/",
                Format = WebhookFormat.Raw,
                Events = [WebhookEventType.OrderPaid],
            }
        );
        object[] answers =
        [
            meter,
            field,
            discount,
            product,
            checkout,
            seen,
            confirmed,
            order,
            link,
            endpoint,
            await polar.Subscriptions.GetAsync(order.SubscriptionId!),
            await polar.Customers.GetStateAsync(order.CustomerId),
            await polar.Customers.GetAsync(order.CustomerId),
            await polar.Organizations.GetAsync(server.Id()),
            await polar.OrganizationAccessTokens.CreateAsync(new() { Comment = "members", Scopes = [Scope.Openid] }),
        ];

        var unknown = answers.SelectMany(Unknown).Distinct().Order(StringComparer.Ordinal).ToList();

        var expected = ForOlderClients.SelectMany(type => type.Value.Select(name => $"{type.Key}.{name}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), unknown);
    }

    private static IEnumerable<string> Unknown(object? value)
    {
        if (value is PolarObject model)
        {
            foreach (var name in model.AdditionalProperties?.Keys.ToList() ?? [])
            {
                yield return $"{model.GetType().Name}.{name}";
            }

            foreach (var property in model.GetType().GetProperties())
            {
                foreach (var name in Unknown(property.GetValue(model)))
                {
                    yield return name;
                }
            }
        }
        else if (value is IDictionary entries)
        {
            foreach (var name in entries.Values.Cast<object?>().SelectMany(Unknown))
            {
                yield return name;
            }
        }
        else if (value is IEnumerable items and not string)
        {
            foreach (var name in items.Cast<object?>().SelectMany(Unknown))
            {
                yield return name;
            }
        }
    }
}
