using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Customers;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;
using Checkstand.Polar.Checkouts;
using Checkstand.Polar.RateLimits;

namespace Checkstand.Polar;

/// <summary>The verbs of the core that this dialect's operations call.</summary>
public sealed record PolarServices(
    OrganizationDirectory Organizations,
    OpenCheckouts Checkouts,
    OrderRecords Orders,
    SubscriptionRecords Subscriptions,
    CheckoutConfirmations Confirmations,
    DiscountRecords Discounts,
    CheckoutLinkRecords CheckoutLinks,
    CustomerRecords Customers,
    ProductCatalogue Products,
    Core.Products.Meters Meters,
    CustomFieldRecords CustomFields,
    WebhookEndpoints Webhooks,
    CheckoutStreams Streams,
    PolarRateLimits RateLimits,
    ConfirmationLimit ConfirmationLimit,
    PolarOptions Options,
    TimeProvider Clock
);
