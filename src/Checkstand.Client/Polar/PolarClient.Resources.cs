namespace Checkstand.Client.Polar;

public sealed partial class PolarClient
{
    /// <summary>Checkouts: what is sold to whom, until it is paid.</summary>
    public Checkouts Checkouts => field ??= new(Caller);

    /// <summary>Checkout links: addresses that open a checkout for everybody who follows them.</summary>
    public CheckoutLinks CheckoutLinks => field ??= new(Caller);

    /// <summary>Products: what can be bought, and at which prices.</summary>
    public Products Products => field ??= new(Caller);

    /// <summary>Discounts: what is taken off a price.</summary>
    public Discounts Discounts => field ??= new(Caller);

    /// <summary>Custom fields: what buyers are asked beside the payment.</summary>
    public CustomFields CustomFields => field ??= new(Caller);

    /// <summary>Meters: what counts usage.</summary>
    public Meters Meters => field ??= new(Caller);

    /// <summary>Customers: who buys.</summary>
    public Customers Customers => field ??= new(Caller);

    /// <summary>Orders: what checkouts that succeeded came to.</summary>
    public Orders Orders => field ??= new(Caller);

    /// <summary>Subscriptions: what customers pay for again and again.</summary>
    public Subscriptions Subscriptions => field ??= new(Caller);

    /// <summary>Organizations: who sells.</summary>
    public Organizations Organizations => field ??= new(Caller);

    /// <summary>Access tokens of organizations.</summary>
    public OrganizationAccessTokens OrganizationAccessTokens => field ??= new(Caller);

    /// <summary>Webhook endpoints, and what was delivered to them.</summary>
    public WebhookEndpoints Webhooks => field ??= new(Caller);
}
