using Checkstand.Core.Checkouts;
using Checkstand.Core.Organizations;

namespace Checkstand.Core.CheckoutLinks;

/// <summary>
/// What the rules of checkout links need from a database. Every implementation inherits CheckoutLinkStoreContract in the
/// tests. Writes are durable when their task completes.
/// </summary>
public interface ICheckoutLinkStore
{
    /// <summary>Keeps a link.</summary>
    Task AddAsync(CheckoutLink link, CancellationToken cancellation);

    /// <summary>A link of an organization; null when there is none.</summary>
    ValueTask<CheckoutLink?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>The link with a secret; null when there is none.</summary>
    ValueTask<CheckoutLink?> FindBySecretAsync(string clientSecret, CancellationToken cancellation);

    /// <summary>Stores what <paramref name="decide"/>, which must be pure, makes of a link.</summary>
    /// <returns>The link afterwards, or the refusal, or NotFound.</returns>
    Task<Result<CheckoutLink, CheckoutLinkProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<CheckoutLink, Result<CheckoutLink, CheckoutLinkProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>Removes a link.</summary>
    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>A part of an organization's links, narrowed by a product; in this order, then by id.</summary>
    ValueTask<NumberedPage<CheckoutLink>> ListAsync(
        OrganizationId organization,
        IReadOnlyList<Guid> productIds,
        IReadOnlyList<Sorting<CheckoutLinkOrder>> sorting,
        PageNumber page,
        CancellationToken cancellation
    );
}

/// <summary>What checkout links are sorted by.</summary>
public enum CheckoutLinkOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their label.</summary>
    Label,

    /// <summary>Where buyers go afterwards.</summary>
    SuccessUrl,

    /// <summary>Whether codes may be typed.</summary>
    AllowDiscountCodes,
}

/// <summary>Why something can't be done with a checkout link. A closed set, in the order in which they win.</summary>
public abstract record CheckoutLinkProblem
{
    private CheckoutLinkProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : CheckoutLinkProblem;

    /// <summary>What was said breaks rules of links.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : CheckoutLinkProblem;

    /// <summary>The organization does not let that page embed its checkouts.</summary>
    public sealed record EmbedHostNotAllowed : CheckoutLinkProblem;

    /// <summary>A checkout can't be opened.</summary>
    public sealed record Refused(CheckoutProblem Problem) : CheckoutLinkProblem;
}
