using Checkstand.Core.Organizations;

namespace Checkstand.Core.Customers;

public sealed partial class CustomerRecords
{
    /// <summary>Ends a customer's subscriptions and deletes it. What it bought keeps naming it.</summary>
    /// <param name="organization">Whose customer.</param>
    /// <param name="name">Which.</param>
    /// <param name="isAnonymized">Whether what tells who it was goes too.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The customer as it is kept, or NotFound.</returns>
    public async Task<Result<Customer, CustomerProblem>> DeleteAsync(
        OrganizationId organization,
        CustomerName name,
        bool isAnonymized,
        CancellationToken cancellation
    )
    {
        if (await FindAsync(organization, name, cancellation) is not { } customer)
        {
            return new CustomerProblem.NotFound();
        }

        // First, so that a customer who was deleted never has one; whoever is interrupted in between asks again.
        foreach (var active in await ActiveSubscriptionsAsync(customer, cancellation))
        {
            await subscriptions.RevokeAsync(
                organization,
                active.Subscription.Id,
                reason: null,
                comment: null,
                cancellation
            );
        }

        var now = clock.NowInMilliseconds();
        // By chance and not a hash of the address: addresses can be guessed.
        var pseudonym = RandomId.New().ToString("N");
        return await store.ChangeAsync(
            organization,
            customer.Id,
            found => isAnonymized ? found.Deleted(now).Anonymized(pseudonym) : found.Deleted(now),
            cancellation
        );
    }
}
