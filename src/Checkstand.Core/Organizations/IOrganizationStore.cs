namespace Checkstand.Core.Organizations;

/// <summary>
/// What the organization rules need from a database. Every implementation inherits OrganizationStoreContract in the
/// tests. Writes are durable when their task completes.
/// </summary>
public interface IOrganizationStore
{
    /// <summary>All organizations, oldest first.</summary>
    Task<IReadOnlyList<Organization>> ListAsync(CancellationToken cancellation);

    /// <summary>Keeps an organization and the merchant account of its payments.</summary>
    /// <returns>False when its id or slug is taken; nothing is changed then.</returns>
    Task<bool> AddAsync(Organization organization, CancellationToken cancellation);

    /// <summary>Keeps an organization's new state.</summary>
    /// <returns>False when there is no such organization.</returns>
    Task<bool> SaveAsync(Organization organization, CancellationToken cancellation);

    /// <summary>Access tokens, oldest first.</summary>
    /// <param name="withRevoked">Whether those that were revoked are among them.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<IReadOnlyList<AccessToken>> ListTokensAsync(bool withRevoked, CancellationToken cancellation);

    /// <summary>Keeps an access token. A token that is kept already stays as it is.</summary>
    Task AddTokenAsync(AccessToken token, CancellationToken cancellation);

    /// <summary>Keeps an access token's comment, scopes, end and revocation.</summary>
    /// <returns>False when there is no such token.</returns>
    Task<bool> SaveTokenAsync(AccessToken token, CancellationToken cancellation);

    /// <summary>Keeps when access tokens were last used. A use before the one that is kept, or of no token, changes nothing.</summary>
    Task SaveUsesAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellation);
}
