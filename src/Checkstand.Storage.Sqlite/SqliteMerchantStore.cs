using Checkstand.Core.Merchants;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>Merchant accounts and signing keys in the embedded database.</summary>
public sealed class SqliteMerchantStore(SqliteDatabase database) : IMerchantStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<MerchantAccount>> ListAccountsAsync(CancellationToken cancellation) =>
        Task.FromResult(database.Readers.Read(0, static (statements, _) => MerchantTables.ListAccounts(statements)));

    /// <inheritdoc/>
    public Task<bool> AddAccountAsync(MerchantAccount account, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => MerchantTables.AddAccount(statements, account));

    /// <inheritdoc/>
    public Task<bool> SaveAccountAsync(MerchantAccount account, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => MerchantTables.SaveAccount(statements, account));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SigningKey>> ListKeysAsync(CancellationToken cancellation) =>
        Task.FromResult(database.Readers.Read(0, static (statements, _) => MerchantTables.ListKeys(statements)));

    /// <inheritdoc/>
    public Task<bool> AddKeyAsync(SigningKey key, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => MerchantTables.AddKey(statements, key));

    /// <inheritdoc/>
    public Task<bool> SaveKeyAsync(SigningKey key, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => MerchantTables.SaveKey(statements, key));

    /// <inheritdoc/>
    public Task<bool> RevokeKeyAsync(string thumbprint, DateTimeOffset revokedAt, CancellationToken cancellation) =>
        database.Writer.WriteAsync(statements => MerchantTables.RevokeKey(statements, thumbprint, revokedAt));
}
