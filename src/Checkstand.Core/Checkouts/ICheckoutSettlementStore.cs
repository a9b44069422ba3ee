using Checkstand.Core.Customers;
using Checkstand.Core.Orders;
using Checkstand.Core.Payments;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// What confirming and settling a checkout needs from a database: the steps in which several records change together. The
/// promises are those of <see cref="ICheckoutStore"/>.
/// </summary>
public interface ICheckoutSettlementStore
{
    /// <summary>
    /// Takes the snapshot for a charge: loads a checkout under the lock, lets <paramref name="change"/> lay over it what
    /// the confirmation says, loads everything that the changed checkout's confirmation depends on, asks
    /// <paramref name="decide"/>, and stores checkout, customer, redemption and payment with their events, in one
    /// transaction. A refusal of either changes nothing.
    /// </summary>
    /// <returns>What was stored with what the checkout names, or the refusal, or NotFound.</returns>
    Task<Result<Confirmed, CheckoutProblem>> ConfirmAsync(
        CheckoutId id,
        Func<CheckoutParts, Result<Checkout, CheckoutProblem>> change,
        Func<CheckoutToConfirm, Result<Confirmation, CheckoutProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>
    /// Loads a confirmed checkout with its payment under the lock, asks <paramref name="decide"/>, and stores checkout,
    /// order, subscription and customer with their events, in one transaction. A null answer changes nothing.
    /// </summary>
    /// <returns>What was stored; null when nothing was, or there is no such checkout.</returns>
    Task<Settlement?> SettleAsync(
        CheckoutId id,
        Func<CheckoutToSettle, Settlement?> decide,
        CancellationToken cancellation
    );

    /// <summary>Checkouts that are confirmed and whose payment is no longer open, or that have none, at most <paramref name="max"/>.</summary>
    ValueTask<IReadOnlyList<CheckoutId>> UnsettledAsync(int max, CancellationToken cancellation);
}

/// <summary>Everything that the confirmation of a checkout depends on, as it is under the lock.</summary>
/// <param name="Parts">The checkout and what it names.</param>
/// <param name="Linked">The customer that it is linked to, deleted ones too; null when it is linked to none.</param>
/// <param name="SameEmail">The customer with the same email address; null when there is none.</param>
/// <param name="SameExternalId">The customer with the same external id; null when there is none.</param>
/// <param name="Redemptions">How often the discount was redeemed in all.</param>
/// <param name="RedemptionsOfBuyer">How often the customer (linked, or of the same address) redeemed it.</param>
/// <param name="ActiveSubscription">A subscription of that customer that lasts; null when there is none.</param>
/// <param name="HadTrial">Whether that customer had a trial.</param>
public sealed record CheckoutToConfirm(
    CheckoutParts Parts,
    Customer? Linked,
    Customer? SameEmail,
    Customer? SameExternalId,
    int Redemptions,
    int RedemptionsOfBuyer,
    Subscription? ActiveSubscription,
    bool HadTrial
)
{
    /// <summary>The subscription that it upgrades; null when it upgrades none, or there is none of that id.</summary>
    public Subscription? Upgraded { get; init; }

    /// <summary>Whether another checkout that upgrades the same subscription is confirmed and not settled.</summary>
    public bool IsBeingUpgraded { get; init; }

    /// <summary>Whether somebody who is known by one of the <see cref="TrialKeys"/> had a trial of the organization.</summary>
    public Func<IReadOnlyList<string>, bool> IsKnown { get; init; } = static _ => false;
}

/// <summary>What is stored when a checkout is confirmed.</summary>
/// <param name="Checkout">The checkout, confirmed.</param>
/// <param name="Customer">Its customer.</param>
/// <param name="IsNewCustomer">Whether the customer is new; otherwise it is written over the one of its id.</param>
/// <param name="Payment">The payment that is about to be sent; null when nothing is to be paid.</param>
public sealed record Confirmation(Checkout Checkout, Customer Customer, bool IsNewCustomer, Payment? Payment)
{
    /// <summary>What the buyer of a trial is known by from now on; empty without a trial.</summary>
    public IReadOnlyList<string> TrialKeys { get; init; } = [];

    /// <summary>What happened, for webhooks, in order.</summary>
    public IReadOnlyList<DomainEvent> Events { get; init; } = [];
}

/// <summary>A confirmation that was stored.</summary>
/// <param name="Parts">The confirmed checkout and what it names.</param>
/// <param name="Payment">The payment that is about to be sent; null when nothing is to be paid.</param>
public sealed record Confirmed(CheckoutParts Parts, Payment? Payment);

/// <summary>What a settlement depends on, as it is under the lock.</summary>
/// <param name="Parts">The confirmed checkout and what it names.</param>
/// <param name="Customer">Its customer, deleted ones too.</param>
/// <param name="Payment">Its payment; null when nothing was to be paid.</param>
/// <param name="Upgraded">The subscription that it upgrades; null for a new one.</param>
/// <param name="OrdersBefore">The number of the organization's last order; 0 before its first.</param>
public sealed record CheckoutToSettle(
    CheckoutParts Parts,
    Customer Customer,
    Payment? Payment,
    Subscription? Upgraded,
    long OrdersBefore
);

/// <summary>What is stored when the payment of a checkout has an outcome.</summary>
/// <param name="Checkout">The checkout: succeeded with its order, or open again.</param>
/// <param name="Order">The order; null after a failure, which also gives the discount's redemption back.</param>
/// <param name="Subscription">The new or upgraded subscription; null for none.</param>
/// <param name="IsNewSubscription">Whether it is new; otherwise it is written over the one of its id.</param>
public sealed record Settlement(Checkout Checkout, Order? Order, Subscription? Subscription, bool IsNewSubscription)
{
    /// <summary>What happened, for webhooks, in order.</summary>
    public IReadOnlyList<DomainEvent> Events { get; init; } = [];
}
