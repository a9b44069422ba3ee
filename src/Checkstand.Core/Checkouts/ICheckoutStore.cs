using Checkstand.Core.Customers;
using Checkstand.Core.Discounts;
using Checkstand.Core.Orders;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Subscriptions;
using Checkstand.Core.Webhooks;

namespace Checkstand.Core.Checkouts;

/// <summary>
/// What the rules of checkouts need from a database. Every implementation inherits CheckoutStoreContract in the tests.
/// Writes are durable when their task completes, and their events are stored with them. Functions that are handed in
/// must be pure: they may be asked more than once.
/// </summary>
/// <remarks>Every method can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface ICheckoutStore
{
    /// <summary>Keeps a new checkout, with its event.</summary>
    Task AddAsync(Checkout checkout, CancellationToken cancellation);

    /// <summary>A checkout with what it names; null when there is none.</summary>
    ValueTask<CheckoutParts?> FindAsync(CheckoutId id, CancellationToken cancellation);

    /// <summary>A checkout by its client secret, with what it names; null when there is none.</summary>
    ValueTask<CheckoutParts?> FindBySecretAsync(string clientSecret, CancellationToken cancellation);

    /// <summary>
    /// Loads a checkout with what it names under a lock, asks <paramref name="decide"/>, and stores the answer with an
    /// event. Nothing is written when the answer is the checkout itself.
    /// </summary>
    /// <returns>The checkout afterwards, with what it then names; or the refusal, or NotFound.</returns>
    Task<Result<CheckoutParts, CheckoutProblem>> ChangeAsync(
        CheckoutId id,
        Func<CheckoutParts, Result<Checkout, CheckoutProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>
    /// Takes the snapshot for a charge: loads a checkout with everything that a confirmation depends on under the lock,
    /// asks <paramref name="decide"/>, and stores checkout, customer, redemption and payment with their events, in one
    /// transaction.
    /// </summary>
    /// <returns>What was stored, or the refusal, or NotFound.</returns>
    Task<Result<Confirmation, CheckoutProblem>> ConfirmAsync(
        CheckoutId id,
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

    /// <summary>A part of an organization's checkouts.</summary>
    ValueTask<NumberedPage<CheckoutParts>> ListAsync(
        OrganizationId organization,
        CheckoutFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>Checkouts that are open although their time ended at or before an instant, at most <paramref name="max"/>.</summary>
    ValueTask<IReadOnlyList<CheckoutId>> OverdueAsync(DateTimeOffset by, int max, CancellationToken cancellation);

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
);

/// <summary>What is stored when a checkout is confirmed.</summary>
/// <param name="Checkout">The checkout, confirmed.</param>
/// <param name="Customer">Its customer.</param>
/// <param name="IsNewCustomer">Whether the customer is new; otherwise it is written over the one of its id.</param>
/// <param name="Payment">The payment that is about to be sent; null when nothing is to be paid.</param>
public sealed record Confirmation(Checkout Checkout, Customer Customer, bool IsNewCustomer, Payment? Payment)
{
    /// <summary>What happened, for webhooks, in order.</summary>
    public IReadOnlyList<DomainEvent> Events { get; init; } = [];
}

/// <summary>What a settlement depends on, as it is under the lock.</summary>
/// <param name="Parts">The confirmed checkout and what it names.</param>
/// <param name="Customer">Its customer, deleted ones too.</param>
/// <param name="Payment">Its payment; null when nothing was to be paid.</param>
/// <param name="Upgraded">The subscription that it upgrades; null for a new one.</param>
/// <param name="OrdersBefore">How many orders the organization has, for the number of the next invoice.</param>
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

/// <summary>Which checkouts are wanted, and in which order. Empty lists are for any.</summary>
public sealed record CheckoutFilter
{
    /// <summary>With one of these products chosen.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>Of one of these customers.</summary>
    public IReadOnlyList<Guid> CustomerIds { get; init; } = [];

    /// <summary>Of one of the customers with these external ids.</summary>
    public IReadOnlyList<string> ExternalCustomerIds { get; init; } = [];

    /// <summary>In one of these statuses.</summary>
    public IReadOnlyList<CheckoutStatus> Statuses { get; init; } = [];

    /// <summary>A part of the email address in any case; null for any.</summary>
    public string? Query { get; init; }

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<CheckoutOrder>> Sorting { get; init; } = [];
}

/// <summary>What checkouts are sorted by.</summary>
public enum CheckoutOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>When their time ends.</summary>
    ExpiresAt,

    /// <summary>How far they are.</summary>
    Status,
}
