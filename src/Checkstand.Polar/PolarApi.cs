using Checkstand.Polar.AccessTokens;
using Checkstand.Polar.CheckoutLinks;
using Checkstand.Polar.Checkouts;
using Checkstand.Polar.Customers;
using Checkstand.Polar.CustomFields;
using Checkstand.Polar.Discounts;
using Checkstand.Polar.Meters;
using Checkstand.Polar.Orders;
using Checkstand.Polar.Organizations;
using Checkstand.Polar.Products;
using Checkstand.Polar.Subscriptions;
using Checkstand.Polar.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkstand.Polar;

/// <summary>The dialect's routes, a line for each operation. This table is what is implemented, and nothing else is.</summary>
public static class PolarApi
{
    /// <summary>Where every route of this dialect begins.</summary>
    public const string Root = "/v1";

    /// <summary>Name of the CORS policy of every route: any origin may call, none with credentials.</summary>
    public const string CorsPolicy = "polar";

    private const string Checkouts = Root + "/checkouts/";

    // Where older clients of the vendor look for checkouts.
    private const string OlderCheckouts = Root + "/checkouts/custom/";

    internal static readonly IReadOnlyList<Operation> Operations =
    [
        ListOrganizations.Operation,
        CreateOrganization.Operation,
        GetOrganization.Operation,
        UpdateOrganization.Operation,
        ListSubscriptions.Operation,
        GetSubscription.Operation,
        UpdateSubscription.Operation,
        RevokeSubscription.Operation,
        ListOrders.Operation,
        GetOrder.Operation,
        ListDiscounts.Operation,
        CreateDiscount.Operation,
        GetDiscount.Operation,
        UpdateDiscount.Operation,
        DeleteDiscount.Operation,
        ListCheckoutLinks.Operation,
        CreateCheckoutLink.Operation,
        GetCheckoutLink.Operation,
        UpdateCheckoutLink.Operation,
        DeleteCheckoutLink.Operation,
        RedirectCheckoutLink.Operation,
        ListCustomers.Operation,
        CreateCustomer.Operation,
        GetCustomer.Operation,
        UpdateCustomer.Operation,
        DeleteCustomer.Operation,
        GetCustomerState.Operation,
        GetExternalCustomer.Operation,
        UpdateExternalCustomer.Operation,
        DeleteExternalCustomer.Operation,
        GetExternalCustomerState.Operation,
        ListAccessTokens.Operation,
        CreateAccessToken.Operation,
        UpdateAccessToken.Operation,
        DeleteAccessToken.Operation,
        ListProducts.Operation,
        CreateProduct.Operation,
        GetProduct.Operation,
        UpdateProduct.Operation,
        UpdateProductBenefits.Operation,
        ListCheckouts.Operation,
        CreateCheckout.Operation,
        GetCheckout.Operation,
        UpdateCheckout.Operation,
        ClientGetCheckout.Operation,
        ClientUpdateCheckout.Operation,
        ClientConfirmCheckout.Operation,
        ClientOpenedCheckout.Operation,
        ClientStreamCheckout.Operation,
        ListCustomFields.Operation,
        CreateCustomField.Operation,
        GetCustomField.Operation,
        DeleteCustomField.Operation,
        UpdateCustomField.Operation,
        ListMeters.Operation,
        CreateMeter.Operation,
        GetMeter.Operation,
        UpdateMeter.Operation,
        ListWebhookEndpoints.Operation,
        CreateWebhookEndpoint.Operation,
        GetWebhookEndpoint.Operation,
        DeleteWebhookEndpoint.Operation,
        UpdateWebhookEndpoint.Operation,
        ResetWebhookEndpointSecret.Operation,
        ListWebhookDeliveries.Operation,
        RedeliverWebhookEvent.Operation,
    ];

    /// <summary>Adds the routes of this dialect.</summary>
    public static void MapPolar(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider.GetRequiredService<PolarServices>();
        foreach (var operation in Operations)
        {
            var endpoint = new PolarEndpoint(operation, services);
            Map(operation.Path, operation.Id);
            if (operation.Path.StartsWith(Checkouts, StringComparison.Ordinal))
            {
                Map(OlderCheckouts + operation.Path[Checkouts.Length..], $"{operation.Id}:older");
            }

            void Map(string path, string name) =>
                routes
                    .MapMethods(path, [operation.Method], endpoint.HandleAsync)
                    .WithName(name)
                    .RequireCors(CorsPolicy);
        }
    }

    /// <summary>Whether a path belongs to this dialect, so that its errors are told in its words.</summary>
    public static bool IsPathOf(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);
}
