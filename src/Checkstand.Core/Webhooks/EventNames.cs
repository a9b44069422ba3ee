using System.Collections.Frozen;

namespace Checkstand.Core.Webhooks;

/// <summary>The names under which endpoints ask for events (contract polar section 5).</summary>
public static class EventNames
{
    private static readonly FrozenDictionary<EventType, string> ByType = new Dictionary<EventType, string>
    {
        [EventType.CheckoutCreated] = "checkout.created",
        [EventType.CheckoutUpdated] = "checkout.updated",
        [EventType.CheckoutExpired] = "checkout.expired",
        [EventType.CustomerCreated] = "customer.created",
        [EventType.CustomerUpdated] = "customer.updated",
        [EventType.CustomerDeleted] = "customer.deleted",
        [EventType.CustomerStateChanged] = "customer.state_changed",
        [EventType.OrderCreated] = "order.created",
        [EventType.OrderUpdated] = "order.updated",
        [EventType.OrderPaid] = "order.paid",
        [EventType.SubscriptionCreated] = "subscription.created",
        [EventType.SubscriptionActive] = "subscription.active",
        [EventType.SubscriptionUpdated] = "subscription.updated",
        [EventType.SubscriptionCanceled] = "subscription.canceled",
        [EventType.SubscriptionUncanceled] = "subscription.uncanceled",
        [EventType.SubscriptionRevoked] = "subscription.revoked",
        [EventType.ProductCreated] = "product.created",
        [EventType.ProductUpdated] = "product.updated",
        [EventType.DiscountCreated] = "discount.created",
        [EventType.DiscountUpdated] = "discount.updated",
        [EventType.DiscountDeleted] = "discount.deleted",
        [EventType.OrganizationUpdated] = "organization.updated",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventType> ByName = ByType.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>
    /// Names that may be asked for although nothing of the kind happens here: refunds are made through the other dialect,
    /// and there are no seats, members, benefits, renewals.
    /// </summary>
    public static readonly IReadOnlyList<string> NeverHappening =
    [
        "customer_seat.assigned",
        "customer_seat.claimed",
        "customer_seat.revoked",
        "member.created",
        "member.updated",
        "member.deleted",
        "order.refunded",
        "subscription.cycled",
        "subscription.past_due",
        "subscription.paused",
        "subscription.resumed",
        "refund.created",
        "refund.updated",
        "benefit.created",
        "benefit.updated",
        "benefit_grant.created",
        "benefit_grant.cycled",
        "benefit_grant.updated",
        "benefit_grant.revoked",
    ];

    /// <summary>All 41 names.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. ByType.OrderBy(pair => pair.Key).Select(pair => pair.Value),
        .. NeverHappening,
    ];

    /// <summary>The name of what happened.</summary>
    public static string Of(EventType type) => ByType[type];

    /// <summary>What a name stands for; null when it never happens here, or is none.</summary>
    public static EventType? Find(string name) => ByName.TryGetValue(name, out var type) ? type : null;
}
