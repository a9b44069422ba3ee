using Checkstand.Core.Organizations;

namespace Checkstand.Core.Orders;

/// <summary>The verbs on orders. They are made by checkouts that succeeded, and never change.</summary>
public sealed class OrderRecords(IOrderStore store)
{
    /// <summary>An order of an organization with what it names; null when there is none.</summary>
    public ValueTask<OrderParts?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        store.FindAsync(organization, id, cancellation);

    /// <summary>A part of an organization's orders.</summary>
    public ValueTask<NumberedPage<OrderParts>> ListAsync(
        OrganizationId organization,
        OrderFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) => store.ListAsync(organization, filter, page, cancellation);
}
