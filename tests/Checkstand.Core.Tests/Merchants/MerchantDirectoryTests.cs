using Checkstand.Core.Merchants;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Merchants;

public sealed class MerchantDirectoryTests : IDisposable
{
    private readonly ListedMerchants store = new();
    private readonly MerchantDirectory directory;

    public MerchantDirectoryTests() => directory = new MerchantDirectory(store, new StandingClock());

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Before_it_is_loaded_it_knows_nobody()
    {
        store.Accounts.Add(new MerchantAccount(Owner, "Shop", Now));

        Assert.False(directory.HasAccount(Owner));
        Assert.Empty(directory.Accounts);
        Assert.Empty(directory.Keys);
    }

    [Fact]
    public async Task Loading_shows_what_the_store_has()
    {
        store.Accounts.Add(new MerchantAccount(Owner, "Shop", Now));
        store.Keys.Add(Key("padded", "unpadded"));

        await directory.LoadAsync(CancellationToken.None);

        Assert.True(directory.HasAccount(Owner));
        Assert.False(directory.HasAccount(Stranger));
        Assert.Equal("padded", directory.FindActiveKey("padded")?.Thumbprint);
    }

    // Go SDKs before 2026-06-05 compute the thumbprint over unpadded coordinates (contract gr4vy section 4.2).
    [Fact]
    public async Task A_key_is_found_by_its_thumbprint_in_either_form()
    {
        await directory.AddKeyAsync(Key("padded", "unpadded"), CancellationToken.None);

        Assert.Equal("padded", directory.FindActiveKey("unpadded")?.Thumbprint);
        Assert.Null(directory.FindActiveKey("PADDED"));
        Assert.Null(directory.FindActiveKey(""));
    }

    [Fact]
    public async Task An_account_can_be_renamed()
    {
        await directory.AddAccountAsync(Owner, "Shop", CancellationToken.None);

        var renamed = await directory.RenameAccountAsync(Owner, "Store", CancellationToken.None);

        Assert.Equal(new MerchantAccount(Owner, "Store", Now) { UpdatedAt = Now }, renamed);
        Assert.Equal(renamed, directory.FindAccount(Owner));
        Assert.Null(await directory.RenameAccountAsync(Stranger, "Store", CancellationToken.None));
        Assert.Null(directory.FindAccount(Stranger));
    }

    [Fact]
    public async Task A_changed_key_is_in_force_at_once()
    {
        await directory.AddKeyAsync(Key("padded", "unpadded"), CancellationToken.None);

        Assert.True(await ChangeAsync("padded"));

        Assert.False(directory.FindActiveKey("padded")!.MayActFor(Owner));
        Assert.Equal(Now, directory.FindActiveKey("padded")!.UpdatedAt);
        Assert.False(await ChangeAsync("unknown"));

        Task<bool> ChangeAsync(string thumbprint) =>
            directory.ChangeKeyAsync(
                thumbprint,
                key => key with { MerchantAccountIds = [Stranger] },
                CancellationToken.None
            );
    }

    [Fact]
    public void A_key_covers_what_lies_within_its_own_accounts()
    {
        var (all, one) = (Key("a", "a"), Key("b", "b") with { MerchantAccountIds = [Owner] });

        Assert.True(all.Covers([]));
        Assert.True(all.Covers([Owner, Stranger]));
        Assert.True(one.Covers([Owner]));
        Assert.False(one.Covers([Owner, Stranger]));
        Assert.False(one.Covers([]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thumbprint_names_its_own_key_before_another_ones_unpadded_form(bool ownerFirst)
    {
        var (own, other) = (Key("same", "own-unpadded"), Key("other", "same"));
        foreach (var key in ownerFirst ? new[] { own, other } : [other, own])
        {
            await directory.AddKeyAsync(key, CancellationToken.None);
        }

        Assert.Equal("same", directory.FindActiveKey("same")?.Thumbprint);
    }

    [Fact]
    public async Task A_change_is_in_the_store_before_it_is_in_force()
    {
        Assert.True(await directory.AddAccountAsync(Owner, "Shop", CancellationToken.None));

        Assert.Equal(new MerchantAccount(Owner, "Shop", Now), Assert.Single(store.Accounts));
        Assert.True(directory.HasAccount(Owner));
    }

    [Fact]
    public async Task A_store_that_refuses_is_believed()
    {
        await directory.AddAccountAsync(Owner, "Shop", CancellationToken.None);

        Assert.False(await directory.AddAccountAsync(Owner, "Other", CancellationToken.None));
        Assert.Equal("Shop", Assert.Single(directory.Accounts).DisplayName);
    }

    [Fact]
    public async Task A_revoked_key_is_listed_and_not_active_in_either_form()
    {
        await directory.AddKeyAsync(Key("padded", "unpadded"), CancellationToken.None);

        Assert.True(await directory.RevokeKeyAsync("padded", CancellationToken.None));

        Assert.Null(directory.FindActiveKey("padded"));
        Assert.Null(directory.FindActiveKey("unpadded"));
        Assert.Equal(Now, Assert.Single(directory.Keys).RevokedAt);
    }

    [Fact]
    public async Task Revoking_an_unknown_key_says_so() =>
        Assert.False(await directory.RevokeKeyAsync("unknown", CancellationToken.None));

    [Fact]
    public async Task A_change_that_fails_leaves_the_next_one_free_to_run()
    {
        store.Failure = new StoreBusyException("full");
        await Assert.ThrowsAsync<StoreBusyException>(() =>
            directory.AddAccountAsync(Owner, "Shop", CancellationToken.None)
        );
        Assert.False(directory.HasAccount(Owner));

        store.Failure = null;
        Assert.True(await directory.AddAccountAsync(Owner, "Shop", CancellationToken.None));
        Assert.True(directory.HasAccount(Owner));
    }

    [Fact]
    public void A_key_without_accounts_may_act_for_all() => Assert.True(Key("a", "a").MayActFor(Stranger));

    [Fact]
    public void A_key_with_accounts_may_act_for_those_only()
    {
        var key = Key("a", "a") with { MerchantAccountIds = [Owner] };

        Assert.True(key.MayActFor(Owner));
        Assert.False(key.MayActFor(Stranger));
    }

    private static SigningKey Key(string thumbprint, string unpadded) =>
        new()
        {
            Thumbprint = thumbprint,
            UnpaddedThumbprint = unpadded,
            Algorithm = SigningAlgorithm.ES512,
            PublicKey = new byte[] { 1 },
            DisplayName = "key",
            MerchantAccountIds = [],
            CreatedAt = Now,
        };

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    // The smallest store that keeps its promises; the real ones inherit MerchantStoreContract.
    private sealed class ListedMerchants : IMerchantStore
    {
        public List<MerchantAccount> Accounts { get; } = [];

        public List<SigningKey> Keys { get; } = [];

        public Exception? Failure { get; set; }

        public Task<IReadOnlyList<MerchantAccount>> ListAccountsAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<MerchantAccount>>([.. Accounts]);

        public Task<IReadOnlyList<SigningKey>> ListKeysAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SigningKey>>([.. Keys]);

        public Task<bool> AddAccountAsync(MerchantAccount account, CancellationToken cancellation) =>
            ChangeAsync(() =>
            {
                var isNew = Accounts.TrueForAll(known => known.Id != account.Id);
                Accounts.AddRange(isNew ? [account] : []);
                return isNew;
            });

        public Task<bool> SaveAccountAsync(MerchantAccount account, CancellationToken cancellation) =>
            ChangeAsync(() =>
            {
                var index = Accounts.FindIndex(known => known.Id == account.Id);
                Accounts[index] = account;
                return true;
            });

        public Task<bool> SaveKeyAsync(SigningKey key, CancellationToken cancellation) =>
            ChangeAsync(() =>
            {
                var index = Keys.FindIndex(known => known.Thumbprint == key.Thumbprint);
                Keys[index] = key;
                return true;
            });

        public Task<bool> AddKeyAsync(SigningKey key, CancellationToken cancellation) =>
            ChangeAsync(() =>
            {
                Keys.Add(key);
                return true;
            });

        public Task<bool> RevokeKeyAsync(string thumbprint, DateTimeOffset revokedAt, CancellationToken cancellation) =>
            ChangeAsync(() =>
            {
                var index = Keys.FindIndex(key => key.Thumbprint == thumbprint);
                if (index >= 0)
                {
                    Keys[index] = Keys[index] with { RevokedAt = revokedAt };
                }

                return index >= 0;
            });

        private Task<bool> ChangeAsync(Func<bool> change) =>
            Failure is { } failure ? Task.FromException<bool>(failure) : Task.FromResult(change());
    }
}
