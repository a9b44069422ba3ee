using System.Collections.Frozen;

namespace Checkstand.Core.Merchants;

/// <summary>
/// The merchant accounts and signing keys in memory, so that no request asks the store who its caller is. Every change
/// goes through here: it is durable first and in force for the next request the moment its task completes.
/// </summary>
public sealed class MerchantDirectory(IMerchantStore store, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private volatile Snapshot snapshot = Snapshot.Empty;

    /// <summary>All merchant accounts, by id.</summary>
    public IReadOnlyList<MerchantAccount> Accounts => snapshot.Accounts;

    /// <summary>All signing keys, revoked ones too, oldest first.</summary>
    public IReadOnlyList<SigningKey> Keys => snapshot.Keys;

    /// <summary>Reads everything from the store. Called once at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellation) =>
        snapshot = Snapshot.Of(await store.ListAccountsAsync(cancellation), await store.ListKeysAsync(cancellation));

    /// <summary>Reads everything anew, for accounts that somebody else made: an organization's is made with it.</summary>
    public Task ReloadAsync(CancellationToken cancellation) => ChangeAsync(() => Task.FromResult(true), cancellation);

    /// <summary>Whether the merchant account exists.</summary>
    public bool HasAccount(MerchantAccountId id) => snapshot.AccountIds.Contains(id);

    /// <summary>A merchant account; null when there is none.</summary>
    public MerchantAccount? FindAccount(MerchantAccountId id) =>
        snapshot.Accounts.FirstOrDefault(account => account.Id == id);

    /// <summary>A key that is not revoked, by its thumbprint in either form; null when there is none.</summary>
    public SigningKey? FindActiveKey(string keyId) => snapshot.ActiveKeys.GetValueOrDefault(keyId);

    /// <summary>Opens a merchant account.</summary>
    /// <returns>False when the id is taken.</returns>
    public Task<bool> AddAccountAsync(MerchantAccountId id, string displayName, CancellationToken cancellation) =>
        ChangeAsync(
            () => store.AddAccountAsync(new MerchantAccount(id, displayName, clock.GetUtcNow()), cancellation),
            cancellation
        );

    /// <summary>Gives a merchant account another name.</summary>
    /// <returns>The account afterwards; null when there is none.</returns>
    public async Task<MerchantAccount?> RenameAccountAsync(
        MerchantAccountId id,
        string displayName,
        CancellationToken cancellation
    )
    {
        await ChangeAsync(
            async () =>
                FindAccount(id) is { } account
                && await store.SaveAccountAsync(
                    account with
                    {
                        DisplayName = displayName,
                        UpdatedAt = clock.GetUtcNow(),
                    },
                    cancellation
                ),
            cancellation
        );
        return FindAccount(id);
    }

    /// <summary>Registers a signing key.</summary>
    /// <returns>False when it is registered already.</returns>
    public Task<bool> AddKeyAsync(SigningKey key, CancellationToken cancellation) =>
        ChangeAsync(() => store.AddKeyAsync(key, cancellation), cancellation);

    /// <summary>Changes what a signing key is called, which accounts it may act for, or whether it is shown.</summary>
    /// <param name="thumbprint">The key.</param>
    /// <param name="change">Makes the new state of the old one; nothing else of it is kept.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when there is no such key.</returns>
    public Task<bool> ChangeKeyAsync(
        string thumbprint,
        Func<SigningKey, SigningKey> change,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            async () =>
                snapshot.Keys.FirstOrDefault(key => key.Thumbprint == thumbprint) is { } key
                && await store.SaveKeyAsync(change(key) with { UpdatedAt = clock.GetUtcNow() }, cancellation),
            cancellation
        );

    /// <summary>Revokes a signing key. Tokens that it signed are refused from the next request on.</summary>
    /// <returns>False when there is no such key.</returns>
    public Task<bool> RevokeKeyAsync(string thumbprint, CancellationToken cancellation) =>
        ChangeAsync(() => store.RevokeKeyAsync(thumbprint, clock.GetUtcNow(), cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => changing.Dispose();

    // One change at a time: two reloads that overtake each other could leave the older picture in force.
    private async Task<bool> ChangeAsync(Func<Task<bool>> change, CancellationToken cancellation)
    {
        await changing.WaitAsync(cancellation);
        try
        {
            var changed = await change();
            await LoadAsync(cancellation);
            return changed;
        }
        finally
        {
            changing.Release();
        }
    }

    private sealed record Snapshot(
        IReadOnlyList<MerchantAccount> Accounts,
        IReadOnlyList<SigningKey> Keys,
        FrozenSet<MerchantAccountId> AccountIds,
        FrozenDictionary<string, SigningKey> ActiveKeys
    )
    {
        public static readonly Snapshot Empty = Of([], []);

        public static Snapshot Of(IReadOnlyList<MerchantAccount> accounts, IReadOnlyList<SigningKey> keys)
        {
            var active = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
            foreach (var key in keys.Where(key => key.RevokedAt is null))
            {
                active[key.Thumbprint] = key;
                active.TryAdd(key.UnpaddedThumbprint, key);
            }

            return new Snapshot(
                accounts,
                keys,
                accounts.Select(account => account.Id).ToFrozenSet(),
                active.ToFrozenDictionary(StringComparer.Ordinal)
            );
        }
    }
}
