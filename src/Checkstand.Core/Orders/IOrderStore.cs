using Checkstand.Core.Organizations;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Orders;

/// <summary>
/// What the rules of orders and subscriptions need from a database; both are made by the settlement of a checkout
/// (<see cref="Checkouts.ICheckoutStore"/>). Every implementation inherits OrderStoreContract in the tests.
/// </summary>
public interface IOrderStore
{
    /// <summary>An order of an organization with what it names; null when there is none.</summary>
    ValueTask<OrderParts?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>A part of an organization's orders.</summary>
    ValueTask<NumberedPage<OrderParts>> ListAsync(
        OrganizationId organization,
        OrderFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>A subscription of an organization with what it names; null when there is none.</summary>
    ValueTask<SubscriptionParts?> FindSubscriptionAsync(
        OrganizationId organization,
        Guid id,
        CancellationToken cancellation
    );

    /// <summary>
    /// Loads a subscription under a lock, asks <paramref name="decide"/>, which must be pure, and stores the answer with
    /// its events. Nothing is written when the answer is the subscription itself.
    /// </summary>
    /// <returns>The subscription afterwards with what it names, or the refusal, or NotFound.</returns>
    Task<Result<SubscriptionParts, SubscriptionProblem>> ChangeSubscriptionAsync(
        OrganizationId organization,
        Guid id,
        Func<Subscription, Result<SubscriptionChange, SubscriptionProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>A part of an organization's subscriptions.</summary>
    ValueTask<NumberedPage<SubscriptionParts>> ListSubscriptionsAsync(
        OrganizationId organization,
        SubscriptionFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>
    /// Subscriptions whose period ends at or before an instant and that were cancelled for then, or whose trial ends, the
    /// longest due first, at most <paramref name="max"/>.
    /// </summary>
    ValueTask<IReadOnlyList<Subscription>> DueSubscriptionsAsync(
        DateTimeOffset by,
        int max,
        CancellationToken cancellation
    );
}

/// <summary>Which orders are wanted, and in which order. Empty lists are for any.</summary>
public sealed record OrderFilter
{
    /// <summary>Of one of these customers.</summary>
    public IReadOnlyList<Guid> CustomerIds { get; init; } = [];

    /// <summary>Of one of the customers with these external ids.</summary>
    public IReadOnlyList<string> ExternalCustomerIds { get; init; } = [];

    /// <summary>Of one of these products.</summary>
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];

    /// <summary>With one of these discounts.</summary>
    public IReadOnlyList<Guid> DiscountIds { get; init; } = [];

    /// <summary>Of one of these checkouts.</summary>
    public IReadOnlyList<Guid> CheckoutIds { get; init; } = [];

    /// <summary>Of one of these subscriptions.</summary>
    public IReadOnlyList<Guid> SubscriptionIds { get; init; } = [];

    /// <summary>True for orders of subscriptions, false for purchases, null for both.</summary>
    public bool? IsOfSubscription { get; init; }

    /// <summary>Made after this; null for any time.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Made before this; null for any time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Metadata that must be there: by key, the texts that its value may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<OrderOrder>> Sorting { get; init; } = [];
}

/// <summary>What orders are sorted by.</summary>
public enum OrderOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their number.</summary>
    Number,

    /// <summary>How much was paid.</summary>
    Amount,

    /// <summary>How much was paid, without tax.</summary>
    NetAmount,

    /// <summary>The customer's address.</summary>
    Customer,

    /// <summary>The product's name.</summary>
    Product,

    /// <summary>The discount's name.</summary>
    Discount,

    /// <summary>When the subscription began.</summary>
    Subscription,
}
