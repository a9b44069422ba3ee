using Checkstand.Core.Organizations;

namespace Checkstand.Core.Discounts;

/// <summary>
/// What the rules of discounts need from a database. Every implementation inherits DiscountStoreContract in the tests.
/// Writes are durable when their task completes, and their events are stored with them.
/// </summary>
public interface IDiscountStore
{
    /// <summary>Keeps a discount.</summary>
    /// <returns>The discount, or CodeTaken.</returns>
    Task<Result<Discount, DiscountProblem>> AddAsync(Discount discount, CancellationToken cancellation);

    /// <summary>A discount of an organization, with how often it was redeemed; null when there is none.</summary>
    ValueTask<RedeemedDiscount?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>The discount that a buyer means by a code, in any case; null when there is none.</summary>
    ValueTask<RedeemedDiscount?> FindByCodeAsync(
        OrganizationId organization,
        string code,
        CancellationToken cancellation
    );

    /// <summary>Loads a discount under a lock, asks <paramref name="decide"/>, which must be pure, and stores the answer.</summary>
    /// <returns>The discount afterwards, or the refusal, NotFound or CodeTaken.</returns>
    Task<Result<RedeemedDiscount, DiscountProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<RedeemedDiscount, Result<Discount, DiscountProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>
    /// Deletes a discount: no method here finds it any more, and its code is free. Checkouts and orders that carry it keep
    /// what they were reduced by.
    /// </summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(OrganizationId organization, Guid id, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>A part of an organization's discounts.</summary>
    ValueTask<NumberedPage<RedeemedDiscount>> ListAsync(
        OrganizationId organization,
        DiscountFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );
}

/// <summary>A discount and how often it was redeemed: confirmed checkouts that did not fail count.</summary>
public sealed record RedeemedDiscount(Discount Discount, int Redemptions);

/// <summary>Which discounts are wanted, and in which order.</summary>
/// <param name="Query">A part of the name in any case; null for any.</param>
/// <param name="Sorting">In this order; then by id.</param>
public sealed record DiscountFilter(string? Query, IReadOnlyList<Sorting<DiscountOrder>> Sorting);

/// <summary>What discounts are sorted by.</summary>
public enum DiscountOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their name.</summary>
    Name,

    /// <summary>Their code.</summary>
    Code,

    /// <summary>How often they were redeemed.</summary>
    Redemptions,

    /// <summary>Until when they hold.</summary>
    EndsAt,
}

/// <summary>Why something can't be done with a discount. A closed set, in the order in which they win.</summary>
public abstract record DiscountProblem
{
    private DiscountProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : DiscountProblem;

    /// <summary>What was said breaks rules of discounts.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : DiscountProblem;

    /// <summary>Another discount of the organization has the code.</summary>
    public sealed record CodeTaken : DiscountProblem;
}
