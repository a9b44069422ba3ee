using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Checkouts;

/// <summary>Which subscription a checkout may upgrade: a free one that lasts, for its own customer (contract polar section 2.2).</summary>
internal static class UpgradeRules
{
    /// <summary>What is wrong with the subscription that a new checkout names, or with its customer.</summary>
    /// <param name="named">The subscription; null when there is none.</param>
    /// <param name="customerId">The customer that the request names; null when it names none.</param>
    public static IEnumerable<FieldProblem> Begin(Subscription? named, Guid? customerId) =>
        Standing(named, customerId ?? named?.CustomerId)
            .Concat(
                named is { IsActive: true, IsFree: false }
                    ? [FieldProblem.Of("subscription_id", "Only free subscriptions can be upgraded.")]
                    : []
            );

    /// <summary>What became wrong with it until the checkout is confirmed. What is bought once upgrades nothing.</summary>
    public static IEnumerable<FieldProblem> Confirm(CheckoutToConfirm to) =>
        IsUpgrade(to) ? Standing(to.Upgraded, to.Parts.Checkout.Buyer.CustomerId) : [];

    /// <summary>Whether somebody upgraded it before, or is about to: paying again would change it a second time.</summary>
    public static bool IsUpgraded(CheckoutToConfirm to) =>
        IsUpgrade(to) && (to.IsBeingUpgraded || to.Upgraded is { IsFree: false });

    private static bool IsUpgrade(CheckoutToConfirm to) =>
        to.Parts.Checkout.SubscriptionId is not null && to.Parts.Product.IsRecurring;

    private static IEnumerable<FieldProblem> Standing(Subscription? named, Guid? customerId)
    {
        if (named is not { IsActive: true })
        {
            yield return FieldProblem.Of("subscription_id", "Subscription does not exist.");
        }
        else if (named.CustomerId != customerId)
        {
            yield return FieldProblem.Of("customer_id", "Subscription belongs to another customer.");
        }
    }
}
