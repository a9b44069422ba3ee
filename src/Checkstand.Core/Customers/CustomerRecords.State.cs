using Checkstand.Core.Organizations;
using Checkstand.Core.Subscriptions;

namespace Checkstand.Core.Customers;

public sealed partial class CustomerRecords
{
    // As many as a list gives at once.
    private const int SubscriptionsAtOnce = 100;

    /// <summary>A customer with the subscriptions that last.</summary>
    /// <returns>The customer's state, or NotFound.</returns>
    public async Task<Result<CustomerState, CustomerProblem>> GetStateAsync(
        OrganizationId organization,
        CustomerName name,
        CancellationToken cancellation
    ) =>
        await FindAsync(organization, name, cancellation) is { } found
            ? new CustomerState(found, await ActiveSubscriptionsAsync(found, cancellation))
            : new CustomerProblem.NotFound();

    private async ValueTask<IReadOnlyList<SubscriptionParts>> ActiveSubscriptionsAsync(
        Customer customer,
        CancellationToken cancellation
    )
    {
        var filter = new SubscriptionFilter
        {
            CustomerIds = [customer.Id],
            IsActive = true,
            Sorting = [new Sorting<SubscriptionOrder>(SubscriptionOrder.StartedAt, false)],
        };
        var active = new List<SubscriptionParts>();
        for (var number = 1; ; number++)
        {
            var page = await subscriptions.ListAsync(
                customer.OrganizationId,
                filter,
                new PageNumber(number, SubscriptionsAtOnce),
                cancellation
            );
            active.AddRange(page.Items);
            if (page.Items.Count < SubscriptionsAtOnce)
            {
                return active;
            }
        }
    }
}

/// <summary>A customer with all that it has here.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="ActiveSubscriptions">Its subscriptions that last, oldest first.</param>
public sealed record CustomerState(Customer Customer, IReadOnlyList<SubscriptionParts> ActiveSubscriptions);
