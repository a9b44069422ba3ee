using Checkstand.Core;
using Checkstand.Core.Customers;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Customers in the embedded database. Every change runs on the one writer, which is its lock.</summary>
public sealed class SqliteCustomerStore(SqliteDatabase database) : ICustomerStore
{
    /// <inheritdoc/>
    public Task<Result<Customer, CustomerProblem>> AddAsync(Customer customer, CancellationToken cancellation) =>
        database.Writer.WriteAsync<Result<Customer, CustomerProblem>>(statements =>
        {
            if (Taken(statements, customer) is { } problem)
            {
                return problem;
            }

            CustomerTable.Insert(statements, customer);
            Record(statements, EventType.CustomerCreated, customer);
            return customer;
        });

    /// <inheritdoc/>
    public ValueTask<Customer?> FindAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        new(
            database.Readers.Read(
                (organization, id),
                static (statements, which) => Present(statements, which.organization, which.id)
            )
        );

    /// <inheritdoc/>
    public ValueTask<Customer?> FindByExternalIdAsync(
        OrganizationId organization,
        string externalId,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, externalId),
                static (statements, which) =>
                    CustomerTable.FindByExternalId(statements, which.organization, which.externalId)
            )
        );

    /// <inheritdoc/>
    public Task<Result<Customer, CustomerProblem>> ChangeAsync(
        OrganizationId organization,
        Guid id,
        Func<Customer, Result<Customer, CustomerProblem>> decide,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync<Result<Customer, CustomerProblem>>(statements =>
        {
            if (Present(statements, organization, id) is not { } customer)
            {
                return new CustomerProblem.NotFound();
            }

            if (!decide(customer).TryGet(out var changed, out var problem))
            {
                return problem;
            }

            if (changed.DeletedAt is null && Taken(statements, changed) is { } taken)
            {
                return taken;
            }

            CustomerTable.Update(statements, changed);
            Record(
                statements,
                changed.DeletedAt is null ? EventType.CustomerUpdated : EventType.CustomerDeleted,
                changed
            );
            return changed;
        });

    /// <inheritdoc/>
    public ValueTask<NumberedPage<Customer>> ListAsync(
        OrganizationId organization,
        CustomerFilter filter,
        PageNumber page,
        CancellationToken cancellation
    ) =>
        new(
            database.Readers.Read(
                (organization, filter, page),
                static (statements, which) =>
                    CustomerTable.List(statements, which.organization, which.filter, which.page)
            )
        );

    private static Customer? Present(PreparedStatements statements, OrganizationId organization, Guid id) =>
        CustomerTable.Find(statements, organization, id) is { DeletedAt: null } customer ? customer : null;

    private static CustomerProblem? Taken(PreparedStatements statements, Customer customer) =>
        CustomerTable.FindByEmail(statements, customer.OrganizationId, customer.Email) is { } sameEmail
        && sameEmail.Id != customer.Id
            ? new CustomerProblem.EmailTaken()
        : customer.ExternalId is { } externalId
        && CustomerTable.FindByExternalId(statements, customer.OrganizationId, externalId) is { } sameExternalId
        && sameExternalId.Id != customer.Id
            ? new CustomerProblem.ExternalIdTaken()
        : null;

    // Each of these changes the customer's state too, and upstream tells of both.
    private static void Record(PreparedStatements statements, EventType type, Customer customer)
    {
        var subject = new EventSubject.OfCustomer(customer);
        EventOutbox.Record(statements, new DomainEvent(type, subject));
        EventOutbox.Record(statements, new DomainEvent(EventType.CustomerStateChanged, subject));
    }
}
