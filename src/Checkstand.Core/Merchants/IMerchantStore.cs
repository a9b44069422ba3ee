namespace Checkstand.Core.Merchants;

/// <summary>What the merchant rules need from a database. Writes are durable when their task completes.</summary>
public interface IMerchantStore
{
    /// <summary>All merchant accounts, by id.</summary>
    Task<IReadOnlyList<MerchantAccount>> ListAccountsAsync(CancellationToken cancellation);

    /// <summary>Keeps a merchant account.</summary>
    /// <returns>False when the id is taken; nothing is changed then.</returns>
    Task<bool> AddAccountAsync(MerchantAccount account, CancellationToken cancellation);

    /// <summary>Keeps the new name of a merchant account, and when it changed.</summary>
    /// <returns>False when there is no such account.</returns>
    Task<bool> SaveAccountAsync(MerchantAccount account, CancellationToken cancellation);

    /// <summary>All signing keys, revoked ones too, oldest first.</summary>
    Task<IReadOnlyList<SigningKey>> ListKeysAsync(CancellationToken cancellation);

    /// <summary>Keeps a signing key.</summary>
    /// <returns>False when the same key is registered already; nothing is changed then.</returns>
    Task<bool> AddKeyAsync(SigningKey key, CancellationToken cancellation);

    /// <summary>
    /// Keeps a signing key's new name and accounts, when they changed, and whether it was deleted. Its revocation is not
    /// touched.
    /// </summary>
    /// <returns>False when there is no such key.</returns>
    Task<bool> SaveKeyAsync(SigningKey key, CancellationToken cancellation);

    /// <summary>Revokes a signing key by its thumbprint. A key that is revoked already stays as it was.</summary>
    /// <returns>False when there is no such key.</returns>
    Task<bool> RevokeKeyAsync(string thumbprint, DateTimeOffset revokedAt, CancellationToken cancellation);
}
