using System.Text;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Taxes;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every organization store promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class OrganizationStoreContract : IAsyncLifetime
{
    protected IOrganizationStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IOrganizationStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    /// <summary>The ids of the merchant accounts that the data hold.</summary>
    protected abstract Task<IReadOnlyList<string>> MerchantsAsync();

    [Fact]
    public async Task A_new_store_is_empty()
    {
        Assert.Empty(await ListAsync());
        Assert.Empty(await ListTokensAsync());
    }

    [Fact]
    public async Task Every_field_of_an_organization_is_kept_over_a_restart()
    {
        var organization = Organization("acme") with
        {
            Name = "Łódź 🛒 \"'",
            ModifiedAt = Samples.Now.AddMilliseconds(7),
            Status = OrganizationStatus.Blocked,
            AvatarUrl = "https://example.com/a.png",
            Email = "help@example.com",
            Website = "https://example.com/",
            Country = "DE",
            DefaultCurrency = "jpy",
            DefaultTaxBehavior = TaxBehaviorOption.Exclusive,
            AllowMultipleSubscriptions = false,
            PreventTrialAbuse = true,
            EmbedHosts = ["*.example.com", "localhost:3000"],
            Carried = new JsonText("""{"socials":[{"platform":"x","url":"https://x.com/é"}]}"""u8.ToArray()),
        };

        Assert.True(await Store.AddAsync(organization, CancellationToken.None));
        await ReopenAsync();

        AssertSame(organization, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task An_organization_that_says_nothing_has_the_defaults()
    {
        var organization = Organization("acme");
        await Store.AddAsync(organization, CancellationToken.None);

        var found = Assert.Single(await ListAsync());

        AssertSame(organization, found);
        Assert.True(found.AllowMultipleSubscriptions);
        Assert.Equal(OrganizationStatus.Active, found.Status);
        Assert.False(found.Carried.IsPresent);
    }

    [Fact]
    public async Task Organizations_are_listed_oldest_first()
    {
        await Store.AddAsync(Organization("b") with { CreatedAt = Samples.Now.AddMilliseconds(1) }, default);
        await Store.AddAsync(Organization("c"), CancellationToken.None);
        await Store.AddAsync(Organization("a") with { CreatedAt = Samples.Now.AddDays(1) }, CancellationToken.None);

        Assert.Equal(["c", "b", "a"], (await ListAsync()).Select(organization => organization.Slug));
    }

    [Fact]
    public async Task An_organization_whose_id_or_slug_is_taken_is_refused_and_changes_nothing()
    {
        var first = Organization("acme");
        await Store.AddAsync(first, CancellationToken.None);

        Assert.False(await Store.AddAsync(Organization("other") with { Id = first.Id }, CancellationToken.None));
        Assert.False(await Store.AddAsync(Organization("acme"), CancellationToken.None));

        AssertSame(first, Assert.Single(await ListAsync()));
        Assert.Equal([first.Id.ToString()], await MerchantsAsync());
    }

    [Fact]
    public async Task Of_many_that_want_one_slug_one_gets_it()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Store.AddAsync(Organization("acme"), CancellationToken.None))
        );

        Assert.Single(answers, isAdded => isAdded);
        Assert.Single(await ListAsync());
    }

    // Payments, payment services and fingerprints belong to merchant accounts.
    [Fact]
    public async Task An_organization_brings_its_merchant_account()
    {
        var organization = Organization("acme");
        await Store.AddAsync(organization, CancellationToken.None);

        Assert.Equal([organization.Id.ToString()], await MerchantsAsync());
    }

    [Fact]
    public async Task A_change_is_kept_over_a_restart_and_touches_no_other()
    {
        var (one, other) = (Organization("one"), Organization("other") with { CreatedAt = Samples.Now.AddDays(1) });
        await Store.AddAsync(one, CancellationToken.None);
        await Store.AddAsync(other, CancellationToken.None);
        var changed = one with { Name = "Renamed", ModifiedAt = Samples.Now.AddDays(2) };

        Assert.True(await Store.SaveAsync(changed, CancellationToken.None));
        await ReopenAsync();

        var found = await ListAsync();
        AssertSame(changed, found[0]);
        AssertSame(other, found[1]);
    }

    [Fact]
    public async Task An_unknown_organization_cannot_be_changed()
    {
        Assert.False(await Store.SaveAsync(Organization("acme"), CancellationToken.None));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Every_field_of_a_token_is_kept_over_a_restart()
    {
        var token = Token(1) with
        {
            Comment = "Łódź 🛒 \"'",
            Scopes = ["checkouts:read", "openid", "checkouts:write"],
            ModifiedAt = Samples.Now.AddMilliseconds(1),
            ExpiresAt = Samples.Now.AddYears(1),
            RevokedAt = Samples.Now.AddMilliseconds(3),
        };
        await Store.AddTokenAsync(token, CancellationToken.None);
        await ReopenAsync();

        AssertSame(token, Assert.Single(await ListTokensAsync()));
    }

    [Fact]
    public async Task A_token_without_scopes_and_end_stays_one()
    {
        var token = Token(1) with { Scopes = [] };
        await Store.AddTokenAsync(token, CancellationToken.None);

        AssertSame(token, Assert.Single(await ListTokensAsync()));
    }

    [Fact]
    public async Task Tokens_are_listed_oldest_first()
    {
        await Store.AddTokenAsync(Token(2) with { CreatedAt = Samples.Now.AddMilliseconds(1) }, default);
        await Store.AddTokenAsync(Token(3), CancellationToken.None);
        await Store.AddTokenAsync(Token(1) with { CreatedAt = Samples.Now.AddDays(1) }, CancellationToken.None);

        Assert.Equal([3, 2, 1], (await ListTokensAsync()).Select(token => token.Hash.Span[0]));
    }

    [Fact]
    public async Task A_token_that_is_kept_already_stays_as_it_is()
    {
        var token = Token(1);
        await Store.AddTokenAsync(token, CancellationToken.None);

        await Store.AddTokenAsync(token with { Comment = "again" }, CancellationToken.None);
        await Store.AddTokenAsync(Token(1) with { Comment = "another id" }, CancellationToken.None);

        AssertSame(token, Assert.Single(await ListTokensAsync()));
    }

    [Fact]
    public async Task What_of_a_token_can_change_is_kept_over_a_restart_and_nothing_else()
    {
        var (one, other) = (Token(1), Token(2) with { CreatedAt = Samples.Now.AddDays(1) });
        await Store.AddTokenAsync(one, CancellationToken.None);
        await Store.AddTokenAsync(other, CancellationToken.None);
        var changed = one with
        {
            Comment = "changed",
            Scopes = ["openid"],
            ModifiedAt = Samples.Now.AddDays(1),
            ExpiresAt = Samples.Now.AddDays(2),
            RevokedAt = Samples.Now.AddDays(3),
        };

        Assert.True(
            await Store.SaveTokenAsync(
                changed with
                {
                    Hash = Token(9).Hash,
                    OrganizationId = OrganizationId.New(),
                    CreatedAt = Samples.Now.AddYears(1),
                },
                CancellationToken.None
            )
        );
        await ReopenAsync();

        var found = await ListTokensAsync();
        AssertSame(changed, found[0]);
        AssertSame(other, found[1]);
    }

    [Fact]
    public async Task An_unknown_token_cannot_be_changed()
    {
        Assert.False(await Store.SaveTokenAsync(Token(1), CancellationToken.None));
        Assert.Empty(await ListTokensAsync());
    }

    [Fact]
    public async Task Revoked_tokens_are_listed_for_who_asks_for_them()
    {
        await Store.AddTokenAsync(Token(1), CancellationToken.None);
        await Store.AddTokenAsync(Token(2) with { RevokedAt = Samples.Now }, CancellationToken.None);

        var good = await Store.ListTokensAsync(withRevoked: false, CancellationToken.None);

        Assert.Equal(1, Assert.Single(good).Hash.Span[0]);
        Assert.Equal(2, (await ListTokensAsync()).Count);
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_kept_over_a_restart_and_by_other_changes()
    {
        var (one, other) = (Token(1), Token(2) with { CreatedAt = Samples.Now.AddDays(1) });
        await Store.AddTokenAsync(one, CancellationToken.None);
        await Store.AddTokenAsync(other, CancellationToken.None);
        var use = new TokenUse(one.Id, Samples.Now.AddHours(1));

        await Store.SaveUsesAsync([use, new TokenUse(RandomId.New(), Samples.Now)], CancellationToken.None);
        await Store.SaveUsesAsync([use with { At = Samples.Now }], CancellationToken.None);
        Assert.True(await Store.SaveTokenAsync(one with { Comment = "changed" }, CancellationToken.None));
        await ReopenAsync();

        var found = await ListTokensAsync();
        Assert.Equal([use.At, null], found.Select(token => token.LastUsedAt));
        Assert.Equal("changed", found[0].Comment);
    }

    private Task<IReadOnlyList<Organization>> ListAsync() => Store.ListAsync(CancellationToken.None);

    private Task<IReadOnlyList<AccessToken>> ListTokensAsync() =>
        Store.ListTokensAsync(withRevoked: true, CancellationToken.None);

    private async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    private static Organization Organization(string slug) =>
        new()
        {
            Id = OrganizationId.New(),
            Name = slug,
            Slug = slug,
            CreatedAt = Samples.Now,
        };

    private static readonly OrganizationId Owner = OrganizationId.New();

    private static AccessToken Token(byte number) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            Hash = Enumerable.Repeat(number, 32).ToArray(),
            Comment = $"token {number}",
            Scopes = ["checkouts:read"],
            CreatedAt = Samples.Now,
        };

    private static void AssertSame(Organization expected, Organization found)
    {
        Assert.Equal(expected.EmbedHosts, found.EmbedHosts);
        Assert.Equal(Encoding.UTF8.GetString(expected.Carried.Utf8.Span), found.Carried.ToString());
        // The rest by value: lists compare by reference.
        Assert.Equal(expected with { EmbedHosts = [] }, found with { EmbedHosts = [] });
    }

    private static void AssertSame(AccessToken expected, AccessToken found)
    {
        Assert.Equal(expected.Scopes, found.Scopes);
        Assert.Equal(expected.Hash.ToArray(), found.Hash.ToArray());
        Assert.Equal(expected with { Scopes = [], Hash = default }, found with { Scopes = [], Hash = default });
    }
}
