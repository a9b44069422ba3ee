using Checkstand.Core.Organizations;

namespace Checkstand.Core.Customers;

public sealed partial class CustomerRecords
{
    /// <summary>Deletes a customer. What it bought keeps naming it.</summary>
    /// <param name="organization">Whose customer.</param>
    /// <param name="name">Which.</param>
    /// <param name="isAnonymized">Whether what tells who it was goes too.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The customer as it is kept, or NotFound.</returns>
    public Task<Result<Customer, CustomerProblem>> DeleteAsync(
        OrganizationId organization,
        CustomerName name,
        bool isAnonymized,
        CancellationToken cancellation
    )
    {
        var now = clock.NowInMilliseconds();
        // By chance and not a hash of the address: addresses can be guessed.
        var pseudonym = RandomId.New().ToString("N");
        return ChangeAsync(
            organization,
            name,
            found => isAnonymized ? found.Deleted(now).Anonymized(pseudonym) : found.Deleted(now),
            cancellation
        );
    }
}
