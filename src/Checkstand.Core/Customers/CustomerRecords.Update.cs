using Checkstand.Core.Organizations;

namespace Checkstand.Core.Customers;

public sealed partial class CustomerRecords
{
    /// <summary>Changes a customer.</summary>
    /// <returns>The customer afterwards, or NotFound, Invalid, EmailTaken or ExternalIdTaken.</returns>
    public Task<Result<Customer, CustomerProblem>> UpdateAsync(
        OrganizationId organization,
        CustomerName name,
        CustomerChange change,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        return ChangeAsync(organization, name, found => found.With(change, now), cancellation);
    }
}
