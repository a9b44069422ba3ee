using Checkstand.Core.Merchants;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every merchant store promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class MerchantStoreContract : IAsyncLifetime
{
    protected IMerchantStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IMerchantStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task A_new_store_is_empty()
    {
        Assert.Empty(await Store.ListAccountsAsync(CancellationToken.None));
        Assert.Empty(await Store.ListKeysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Accounts_are_listed_by_id()
    {
        var accounts = new[] { Account("b"), Account("a-1"), Account("a", "Łódź 🛒 \"'"), Account("B"), Account("0") };
        foreach (var account in accounts)
        {
            Assert.True(await Store.AddAccountAsync(account, CancellationToken.None));
        }

        Assert.Equal(
            accounts.OrderBy(account => account.Id.Value, StringComparer.Ordinal),
            await Store.ListAccountsAsync(CancellationToken.None)
        );
    }

    [Fact]
    public async Task An_account_whose_id_is_taken_is_refused_and_changes_nothing()
    {
        await Store.AddAccountAsync(Account("a", "first"), CancellationToken.None);

        Assert.False(await Store.AddAccountAsync(Account("a", "second"), CancellationToken.None));

        Assert.Equal([Account("a", "first")], await Store.ListAccountsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_that_want_one_id_one_gets_it()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Store.AddAccountAsync(Account("a", $"{i}"), CancellationToken.None))
        );

        Assert.Single(answers, isAdded => isAdded);
        Assert.Single(await Store.ListAccountsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Every_field_of_a_key_is_kept()
    {
        var key = Key("one") with
        {
            UnpaddedThumbprint = "one-unpadded",
            Algorithm = SigningAlgorithm.RS512,
            DisplayName = "Łódź 🛒 \"'",
            MerchantAccountIds = [MerchantAccountId.Parse("shop-1"), MerchantAccountId.Parse("shop-2")],
        };

        Assert.True(await Store.AddKeyAsync(key, CancellationToken.None));

        AssertSame(key, Assert.Single(await Store.ListKeysAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_key_for_all_accounts_stays_one_for_all()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);

        Assert.Empty(Assert.Single(await Store.ListKeysAsync(CancellationToken.None)).MerchantAccountIds);
    }

    [Fact]
    public async Task Keys_are_listed_oldest_first()
    {
        await Store.AddKeyAsync(Key("b") with { CreatedAt = Samples.Now.AddMilliseconds(1) }, CancellationToken.None);
        await Store.AddKeyAsync(Key("c") with { CreatedAt = Samples.Now }, CancellationToken.None);
        await Store.AddKeyAsync(Key("a") with { CreatedAt = Samples.Now.AddDays(1) }, CancellationToken.None);

        Assert.Equal(
            ["c", "b", "a"],
            (await Store.ListKeysAsync(CancellationToken.None)).Select(key => key.Thumbprint)
        );
    }

    [Fact]
    public async Task A_key_that_is_registered_already_is_refused_and_changes_nothing()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);

        Assert.False(await Store.AddKeyAsync(Key("one") with { DisplayName = "other" }, CancellationToken.None));

        AssertSame(Key("one"), Assert.Single(await Store.ListKeysAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_revoked_key_is_listed_with_the_time_of_its_revocation()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);
        await Store.AddKeyAsync(Key("two"), CancellationToken.None);
        var revokedAt = Samples.Now.AddDays(3);

        Assert.True(await Store.RevokeKeyAsync("one", revokedAt, CancellationToken.None));

        var keys = await Store.ListKeysAsync(CancellationToken.None);
        Assert.Equal(revokedAt, keys.Single(key => key.Thumbprint == "one").RevokedAt);
        Assert.Null(keys.Single(key => key.Thumbprint == "two").RevokedAt);
    }

    [Fact]
    public async Task A_second_revocation_finds_the_key_and_leaves_the_first_in_force()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);
        await Store.RevokeKeyAsync("one", Samples.Now, CancellationToken.None);

        Assert.True(await Store.RevokeKeyAsync("one", Samples.Now.AddDays(1), CancellationToken.None));

        Assert.Equal(Samples.Now, Assert.Single(await Store.ListKeysAsync(CancellationToken.None)).RevokedAt);
    }

    [Fact]
    public async Task A_revoked_key_cannot_be_registered_again()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);
        await Store.RevokeKeyAsync("one", Samples.Now, CancellationToken.None);

        Assert.False(await Store.AddKeyAsync(Key("one"), CancellationToken.None));

        Assert.Equal(Samples.Now, Assert.Single(await Store.ListKeysAsync(CancellationToken.None)).RevokedAt);
    }

    [Fact]
    public async Task An_unknown_key_cannot_be_revoked() =>
        Assert.False(await Store.RevokeKeyAsync("unknown", Samples.Now, CancellationToken.None));

    [Fact]
    public async Task The_new_name_of_an_account_is_kept_over_a_restart()
    {
        await Store.AddAccountAsync(Account("a"), CancellationToken.None);
        await Store.AddAccountAsync(Account("b"), CancellationToken.None);
        var renamed = Account("a", "Łódź") with { UpdatedAt = Samples.Now.AddMilliseconds(1) };

        Assert.True(await Store.SaveAccountAsync(renamed, CancellationToken.None));
        Assert.False(await Store.SaveAccountAsync(Account("c"), CancellationToken.None));
        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal([renamed, Account("b")], await Store.ListAccountsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_of_a_key_can_change_is_kept_over_a_restart_and_nothing_else()
    {
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);
        await Store.AddKeyAsync(Key("two"), CancellationToken.None);
        await Store.RevokeKeyAsync("one", Samples.Now, CancellationToken.None);
        var changed = Key("one") with
        {
            DisplayName = "Łódź",
            MerchantAccountIds = [MerchantAccountId.Parse("shop-1")],
            UpdatedAt = Samples.Now.AddMilliseconds(1),
            IsDeleted = true,
        };

        Assert.True(await Store.SaveKeyAsync(changed, CancellationToken.None));
        Assert.False(await Store.SaveKeyAsync(Key("three"), CancellationToken.None));
        await CloseAsync();
        Store = await OpenAsync();

        var keys = await Store.ListKeysAsync(CancellationToken.None);
        AssertSame(changed with { RevokedAt = Samples.Now }, keys.Single(key => key.Thumbprint == "one"));
        AssertSame(Key("two"), keys.Single(key => key.Thumbprint == "two"));
    }

    [Fact]
    public async Task Accounts_keys_and_revocations_are_there_after_a_restart()
    {
        await Store.AddAccountAsync(Account("a"), CancellationToken.None);
        await Store.AddKeyAsync(Key("one"), CancellationToken.None);
        await Store.RevokeKeyAsync("one", Samples.Now, CancellationToken.None);

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal([Account("a")], await Store.ListAccountsAsync(CancellationToken.None));
        AssertSame(
            Key("one") with
            {
                RevokedAt = Samples.Now,
            },
            Assert.Single(await Store.ListKeysAsync(CancellationToken.None))
        );
    }

    private static MerchantAccount Account(string id, string displayName = "Shop") =>
        new(MerchantAccountId.Parse(id), displayName, Samples.Now);

    private static SigningKey Key(string thumbprint) =>
        new()
        {
            Thumbprint = thumbprint,
            UnpaddedThumbprint = thumbprint,
            Algorithm = SigningAlgorithm.ES512,
            PublicKey = new byte[] { 0, 1, 255 },
            DisplayName = "backend",
            MerchantAccountIds = [],
            CreatedAt = Samples.Now,
        };

    private static void AssertSame(SigningKey expected, SigningKey found)
    {
        Assert.Equal(expected.Thumbprint, found.Thumbprint);
        Assert.Equal(expected.UnpaddedThumbprint, found.UnpaddedThumbprint);
        Assert.Equal(expected.Algorithm, found.Algorithm);
        Assert.Equal(expected.PublicKey.ToArray(), found.PublicKey.ToArray());
        Assert.Equal(expected.DisplayName, found.DisplayName);
        Assert.Equal(expected.MerchantAccountIds, found.MerchantAccountIds);
        Assert.Equal(expected.CreatedAt, found.CreatedAt);
        Assert.Equal(expected.RevokedAt, found.RevokedAt);
        Assert.Equal(expected.UpdatedAt, found.UpdatedAt);
        Assert.Equal(expected.IsDeleted, found.IsDeleted);
    }
}
