using Checkstand.Core.Merchants;
using Checkstand.Core.Organizations;
using Checkstand.Core.Webhooks;

namespace Checkstand.Storage.Sqlite;

/// <summary>Organizations and access tokens in the embedded database.</summary>
public sealed class SqliteOrganizationStore(SqliteDatabase database) : IOrganizationStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Organization>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult(database.Readers.Read(0, static (statements, _) => OrganizationTables.List(statements)));

    /// <inheritdoc/>
    public Task<bool> AddAsync(Organization organization, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var added = OrganizationTables.Add(statements, organization);
            if (added)
            {
                MerchantTables.AddAccount(
                    statements,
                    new MerchantAccount(organization.Id.Merchant, organization.Name, organization.CreatedAt)
                );
            }

            return added;
        });

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Organization organization, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            var saved = OrganizationTables.Save(statements, organization);
            if (saved)
            {
                EventOutbox.Record(
                    statements,
                    new DomainEvent(EventType.OrganizationUpdated, new EventSubject.OfOrganization(organization))
                );
            }

            return saved;
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccessToken>> ListTokensAsync(bool withRevoked, CancellationToken cancellation) =>
        Task.FromResult(
            database.Readers.Read(
                withRevoked,
                static (statements, withRevoked) => OrganizationTables.ListTokens(statements, withRevoked)
            )
        );

    /// <inheritdoc/>
    public Task AddTokenAsync(AccessToken token, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            OrganizationTables.AddToken(statements, token);
            return true;
        });

    /// <inheritdoc/>
    public Task<bool> SaveTokenAsync(AccessToken token, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => OrganizationTables.SaveToken(statements, token));

    /// <inheritdoc/>
    public Task SaveUsesAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements =>
        {
            foreach (var use in uses)
            {
                OrganizationTables.SaveUse(statements, use);
            }

            return true;
        });
}
