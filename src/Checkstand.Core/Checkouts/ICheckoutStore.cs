using Checkstand.Core.Organizations;

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

    /// <summary>A part of an organization's checkouts.</summary>
    ValueTask<NumberedPage<CheckoutParts>> ListAsync(
        OrganizationId organization,
        CheckoutFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );

    /// <summary>What a customer, by id or else by email address in any case, did before; nothing when there is none.</summary>
    ValueTask<BuyerHistory> HistoryAsync(
        OrganizationId organization,
        Guid? customerId,
        string? email,
        Guid? discountId,
        CancellationToken cancellation
    );

    /// <summary>Checkouts that are open although their time ended at or before an instant, at most <paramref name="max"/>.</summary>
    ValueTask<IReadOnlyList<CheckoutId>> OverdueAsync(DateTimeOffset by, int max, CancellationToken cancellation);
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
