using Checkstand.Core.Organizations;

namespace Checkstand.Core.Customers;

/// <summary>
/// What the rules of customers need from a database. Every implementation inherits CustomerStoreContract in the tests.
/// Writes are durable when their task completes, and their events are stored with them. A deleted customer is found by
/// no method here.
/// </summary>
public interface ICustomerStore
{
    /// <summary>Keeps a customer.</summary>
    /// <returns>The customer, or EmailTaken or ExternalIdTaken.</returns>
    Task<Result<Customer, CustomerProblem>> AddAsync(Customer customer, CancellationToken cancellation);

    /// <summary>A customer of an organization; null when there is none.</summary>
    ValueTask<Customer?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation);

    /// <summary>The customer with an external id; null when there is none.</summary>
    ValueTask<Customer?> FindByExternalIdAsync(
        OrganizationId organization,
        string externalId,
        CancellationToken cancellation
    );

    /// <summary>Loads a customer under a lock, asks <paramref name="decide"/>, which must be pure, and stores the answer.</summary>
    /// <returns>The customer afterwards, or the refusal, NotFound, EmailTaken or ExternalIdTaken.</returns>
    Task<Result<Customer, CustomerProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<Customer, Result<Customer, CustomerProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>A part of an organization's customers.</summary>
    ValueTask<NumberedPage<Customer>> ListAsync(
        OrganizationId organization,
        CustomerFilter filter,
        PageNumber page,
        CancellationToken cancellation
    );
}

/// <summary>Which customers are wanted, and in which order.</summary>
public sealed record CustomerFilter
{
    /// <summary>A whole email address in any case; null for any.</summary>
    public string? Email { get; init; }

    /// <summary>A part of email, name or external id in any case; null for any.</summary>
    public string? Query { get; init; }

    /// <summary>Metadata that must be there: by key, the texts that its value may be.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Metadata { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>In this order; then by id.</summary>
    public IReadOnlyList<Sorting<CustomerOrder>> Sorting { get; init; } = [];
}

/// <summary>What customers are sorted by.</summary>
public enum CustomerOrder
{
    /// <summary>When they were made.</summary>
    CreatedAt,

    /// <summary>Their email address.</summary>
    Email,

    /// <summary>Their name.</summary>
    Name,
}

/// <summary>Why something can't be done with a customer. A closed set, in the order in which they win.</summary>
public abstract record CustomerProblem
{
    private CustomerProblem() { }

    /// <summary>There is none of that id in the organization.</summary>
    public sealed record NotFound : CustomerProblem;

    /// <summary>What was said breaks rules of customers.</summary>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : CustomerProblem;

    /// <summary>Another customer of the organization has the address.</summary>
    public sealed record EmailTaken : CustomerProblem;

    /// <summary>Another customer of the organization has the external id.</summary>
    public sealed record ExternalIdTaken : CustomerProblem;
}
