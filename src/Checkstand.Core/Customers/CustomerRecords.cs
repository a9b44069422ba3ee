using Checkstand.Core.Organizations;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Customers;

/// <summary>What can be done with the customers of an organization.</summary>
public sealed partial class CustomerRecords(ICustomerStore store, SubscriptionRecords subscriptions, TimeProvider clock)
{
    /// <summary>A customer that was not deleted.</summary>
    /// <returns>The customer, or NotFound.</returns>
    public async ValueTask<Result<Customer, CustomerProblem>> GetAsync(
        OrganizationId organization,
        CustomerName name,
        CancellationToken cancellation
    ) => await FindAsync(organization, name, cancellation) is { } found ? found : new CustomerProblem.NotFound();

    /// <summary>A part of an organization's customers.</summary>
    public ValueTask<NumberedPage<Customer>> ListAsync(
        OrganizationId organization,
        CustomerFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, filter, page, cancellation);

    private ValueTask<Customer?> FindAsync(
        OrganizationId organization,
        CustomerName name,
        CancellationToken cancellation
    ) =>
        name switch
        {
            CustomerName.Id id => store.FindAsync(organization, id.Value, cancellation),
            CustomerName.ExternalId id => store.FindByExternalIdAsync(organization, id.Value, cancellation),
            _ => throw new System.Diagnostics.UnreachableException($"No way leads to {name.GetType().Name}."),
        };

    // A customer never gets another id, so the lock needs to know no more than that.
    private async Task<Result<Customer, CustomerProblem>> ChangeAsync(
        OrganizationId organization,
        CustomerName name,
        Func<Customer, Result<Customer, CustomerProblem>> decide,
        CancellationToken cancellation
    ) =>
        await FindAsync(organization, name, cancellation) is { } found
            ? await store.ChangeAsync(organization, found.Id, decide, cancellation)
            : new CustomerProblem.NotFound();
}

/// <summary>The two ways to name a customer. A closed set.</summary>
public abstract record CustomerName
{
    private CustomerName() { }

    /// <summary>By our id.</summary>
    public sealed record Id(Guid Value) : CustomerName;

    /// <summary>By the organization's own id.</summary>
    public sealed record ExternalId(string Value) : CustomerName;
}
