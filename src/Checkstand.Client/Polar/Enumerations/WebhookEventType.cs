using System.Text.Json.Serialization;

namespace Checkstand.Client.Polar;

/// <summary>The name of an event (contract section 5).</summary>
/// <param name="Value">The word on the wire.</param>
[JsonConverter(typeof(OpenEnumConverter<WebhookEventType>))]
public readonly record struct WebhookEventType(string Value) : IOpenEnum<WebhookEventType>
{
    /// <summary><c>checkout.created</c></summary>
    public static WebhookEventType CheckoutCreated { get; } = new("checkout.created");

    /// <summary><c>checkout.updated</c></summary>
    public static WebhookEventType CheckoutUpdated { get; } = new("checkout.updated");

    /// <summary><c>checkout.expired</c></summary>
    public static WebhookEventType CheckoutExpired { get; } = new("checkout.expired");

    /// <summary><c>customer.created</c></summary>
    public static WebhookEventType CustomerCreated { get; } = new("customer.created");

    /// <summary><c>customer.updated</c></summary>
    public static WebhookEventType CustomerUpdated { get; } = new("customer.updated");

    /// <summary><c>customer.deleted</c></summary>
    public static WebhookEventType CustomerDeleted { get; } = new("customer.deleted");

    /// <summary><c>customer.state_changed</c></summary>
    public static WebhookEventType CustomerStateChanged { get; } = new("customer.state_changed");

    /// <summary><c>customer_seat.assigned</c></summary>
    public static WebhookEventType CustomerSeatAssigned { get; } = new("customer_seat.assigned");

    /// <summary><c>customer_seat.claimed</c></summary>
    public static WebhookEventType CustomerSeatClaimed { get; } = new("customer_seat.claimed");

    /// <summary><c>customer_seat.revoked</c></summary>
    public static WebhookEventType CustomerSeatRevoked { get; } = new("customer_seat.revoked");

    /// <summary><c>member.created</c></summary>
    public static WebhookEventType MemberCreated { get; } = new("member.created");

    /// <summary><c>member.updated</c></summary>
    public static WebhookEventType MemberUpdated { get; } = new("member.updated");

    /// <summary><c>member.deleted</c></summary>
    public static WebhookEventType MemberDeleted { get; } = new("member.deleted");

    /// <summary><c>order.created</c></summary>
    public static WebhookEventType OrderCreated { get; } = new("order.created");

    /// <summary><c>order.updated</c></summary>
    public static WebhookEventType OrderUpdated { get; } = new("order.updated");

    /// <summary><c>order.paid</c></summary>
    public static WebhookEventType OrderPaid { get; } = new("order.paid");

    /// <summary><c>order.refunded</c></summary>
    public static WebhookEventType OrderRefunded { get; } = new("order.refunded");

    /// <summary><c>subscription.created</c></summary>
    public static WebhookEventType SubscriptionCreated { get; } = new("subscription.created");

    /// <summary><c>subscription.updated</c></summary>
    public static WebhookEventType SubscriptionUpdated { get; } = new("subscription.updated");

    /// <summary><c>subscription.active</c></summary>
    public static WebhookEventType SubscriptionActive { get; } = new("subscription.active");

    /// <summary><c>subscription.canceled</c></summary>
    public static WebhookEventType SubscriptionCanceled { get; } = new("subscription.canceled");

    /// <summary><c>subscription.uncanceled</c></summary>
    public static WebhookEventType SubscriptionUncanceled { get; } = new("subscription.uncanceled");

    /// <summary><c>subscription.cycled</c></summary>
    public static WebhookEventType SubscriptionCycled { get; } = new("subscription.cycled");

    /// <summary><c>subscription.revoked</c></summary>
    public static WebhookEventType SubscriptionRevoked { get; } = new("subscription.revoked");

    /// <summary><c>subscription.past_due</c></summary>
    public static WebhookEventType SubscriptionPastDue { get; } = new("subscription.past_due");

    /// <summary><c>subscription.paused</c></summary>
    public static WebhookEventType SubscriptionPaused { get; } = new("subscription.paused");

    /// <summary><c>subscription.resumed</c></summary>
    public static WebhookEventType SubscriptionResumed { get; } = new("subscription.resumed");

    /// <summary><c>refund.created</c></summary>
    public static WebhookEventType RefundCreated { get; } = new("refund.created");

    /// <summary><c>refund.updated</c></summary>
    public static WebhookEventType RefundUpdated { get; } = new("refund.updated");

    /// <summary><c>product.created</c></summary>
    public static WebhookEventType ProductCreated { get; } = new("product.created");

    /// <summary><c>product.updated</c></summary>
    public static WebhookEventType ProductUpdated { get; } = new("product.updated");

    /// <summary><c>discount.created</c></summary>
    public static WebhookEventType DiscountCreated { get; } = new("discount.created");

    /// <summary><c>discount.updated</c></summary>
    public static WebhookEventType DiscountUpdated { get; } = new("discount.updated");

    /// <summary><c>discount.deleted</c></summary>
    public static WebhookEventType DiscountDeleted { get; } = new("discount.deleted");

    /// <summary><c>benefit.created</c></summary>
    public static WebhookEventType BenefitCreated { get; } = new("benefit.created");

    /// <summary><c>benefit.updated</c></summary>
    public static WebhookEventType BenefitUpdated { get; } = new("benefit.updated");

    /// <summary><c>benefit_grant.created</c></summary>
    public static WebhookEventType BenefitGrantCreated { get; } = new("benefit_grant.created");

    /// <summary><c>benefit_grant.cycled</c></summary>
    public static WebhookEventType BenefitGrantCycled { get; } = new("benefit_grant.cycled");

    /// <summary><c>benefit_grant.updated</c></summary>
    public static WebhookEventType BenefitGrantUpdated { get; } = new("benefit_grant.updated");

    /// <summary><c>benefit_grant.revoked</c></summary>
    public static WebhookEventType BenefitGrantRevoked { get; } = new("benefit_grant.revoked");

    /// <summary><c>organization.updated</c></summary>
    public static WebhookEventType OrganizationUpdated { get; } = new("organization.updated");

    /// <inheritdoc/>
    public static WebhookEventType From(string value) => new(value);

    /// <summary>The word on the wire.</summary>
    public override string ToString() => Value ?? "";
}
