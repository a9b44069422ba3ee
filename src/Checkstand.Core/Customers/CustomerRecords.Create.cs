using Checkstand.Core.Organizations;

namespace Checkstand.Core.Customers;

public sealed partial class CustomerRecords
{
    /// <summary>Makes a customer.</summary>
    /// <returns>The customer, or Invalid, EmailTaken or ExternalIdTaken.</returns>
    public async Task<Result<Customer, CustomerProblem>> CreateAsync(
        OrganizationId organization,
        CustomerDraft draft,
        CancellationToken cancellation
    ) =>
        Customer.Of(organization, draft, clock.NowInMilliseconds()).TryGet(out var made, out var problem)
            ? await store.AddAsync(made, cancellation)
            : problem;
}
