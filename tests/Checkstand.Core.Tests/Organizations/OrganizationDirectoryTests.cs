using Checkstand.Core.Organizations;
using Checkstand.Core.Vault;
using Checkstand.Testing;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Organizations;

public sealed class OrganizationDirectoryTests : IDisposable
{
    private const string Secret = "polar_oat_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZa33EDWO";

    private readonly ListedOrganizations store = new();
    private readonly FakeClock clock = new();
    private readonly CardVault vault = new(KeyRing.Create(Now));
    private readonly OrganizationDirectory directory;

    public OrganizationDirectoryTests() => directory = new OrganizationDirectory(store, vault, clock);

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task It_knows_what_the_store_has_once_it_is_loaded()
    {
        var acme = Organization("acme");
        store.Organizations.Add(acme);

        Assert.Null(directory.Find(acme.Id));
        await directory.LoadAsync(CancellationToken.None);

        Assert.Same(acme, directory.Find(acme.Id));
        Assert.Null(directory.Find(OrganizationId.New()));
    }

    [Fact]
    public async Task A_new_organization_is_stored_and_in_force()
    {
        var acme = Organization("acme");

        Assert.True(await directory.AddAsync(acme, CancellationToken.None));
        Assert.False(await directory.AddAsync(Organization("acme"), CancellationToken.None));

        Assert.Same(acme, Assert.Single(directory.All));
        Assert.Same(acme, Assert.Single(store.Organizations));
    }

    [Fact]
    public async Task A_change_is_dated_and_in_force_at_once()
    {
        var acme = Organization("acme");
        await directory.AddAsync(acme, CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromTicks(5));

        var changed = await directory.ChangeAsync(acme.Id, found => found with { Name = "Other" }, default);

        Assert.Equal(acme with { Name = "Other", ModifiedAt = Now.AddDays(1) }, changed);
        Assert.Same(changed, directory.Find(acme.Id));
    }

    [Fact]
    public async Task An_unknown_organization_cannot_be_changed() =>
        Assert.Null(await directory.ChangeAsync(OrganizationId.New(), found => found, CancellationToken.None));

    [Fact]
    public async Task A_token_is_found_by_its_secret_and_by_nothing_else()
    {
        var token = await AddTokenAsync();

        Assert.Equal(token, directory.FindToken(Secret, Now));
        Assert.Null(directory.FindToken(Secret[..^1], Now));
        Assert.Null(directory.FindToken(Secret + " ", Now));
        Assert.Null(directory.FindToken("", Now));
    }

    [Fact]
    public async Task The_store_never_sees_the_secret()
    {
        await AddTokenAsync();

        var kept = Assert.Single(store.Tokens);
        Assert.Equal(vault.SecretDigest(Secret), kept.Hash.ToArray());
        Assert.DoesNotContain(Secret, kept.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_until_the_instant_of_its_end()
    {
        await AddTokenAsync(Now.AddHours(1));

        Assert.NotNull(directory.FindToken(Secret, Now.AddHours(1).AddTicks(-1)));
        Assert.Null(directory.FindToken(Secret, Now.AddHours(1)));
    }

    [Fact]
    public async Task A_revoked_token_is_refused_at_once_stays_listed_and_leaves_the_memory()
    {
        var token = await AddTokenAsync();

        var revoked = await RevokeAsync(token.OrganizationId, token.Id);

        Assert.Equal(Now, revoked?.RevokedAt);
        Assert.Null(directory.FindToken(Secret, Now));
        Assert.Equal(token.Id, Assert.Single(await directory.ListTokensAsync(CancellationToken.None)).Id);
        Assert.Empty(directory.Tokens);
    }

    [Fact]
    public async Task A_use_is_known_at_once_and_stored_once_a_minute()
    {
        var token = await AddTokenAsync();
        Assert.Null(directory.WithLastUse(token).LastUsedAt);

        await UseAsync(token, TimeSpan.Zero);
        Assert.Equal([Now], store.Uses.Select(use => use.At));
        await UseAsync(token, TimeSpan.FromSeconds(30));
        await UseAsync(token, TimeSpan.FromSeconds(29));
        Assert.Equal(Now.AddSeconds(59), directory.WithLastUse(token).LastUsedAt);
        Assert.Single(store.Uses);

        clock.Advance(TimeSpan.FromSeconds(1));
        await directory.SaveUsesAsync(CancellationToken.None);
        Assert.Equal([Now, Now.AddSeconds(59)], store.Uses.Select(use => use.At));
        clock.Advance(TimeSpan.FromDays(1));
        await directory.SaveUsesAsync(CancellationToken.None);
        Assert.Equal(2, store.Uses.Count);
    }

    [Fact]
    public async Task What_was_stored_of_a_use_is_known_after_a_restart()
    {
        var token = await AddTokenAsync();
        store.Tokens[0] = store.Tokens[0] with { LastUsedAt = Now.AddDays(-1) };
        await directory.LoadAsync(CancellationToken.None);

        var found = directory.FindToken(Secret, Now)!;
        Assert.Equal(Now.AddDays(-1), directory.WithLastUse(found).LastUsedAt);
        await UseAsync(found, TimeSpan.Zero);
        Assert.Equal(Now, directory.WithLastUse(found).LastUsedAt);
    }

    [Fact]
    public async Task Uses_that_could_not_be_stored_are_stored_later()
    {
        var token = await AddTokenAsync();
        directory.NoteUse(token, Now);
        store.Failure = new StoreBusyException("full");
        await Assert.ThrowsAsync<StoreBusyException>(() => directory.SaveUsesAsync(CancellationToken.None));

        store.Failure = null;
        await directory.SaveUsesAsync(CancellationToken.None);

        Assert.Equal(token.Id, Assert.Single(store.Uses).Token);
    }

    [Fact]
    public async Task A_revoked_token_has_no_uses_to_store()
    {
        var token = await AddTokenAsync();
        directory.NoteUse(token, Now);
        await RevokeAsync(token.OrganizationId, token.Id);

        await directory.SaveUsesAsync(CancellationToken.None);

        Assert.Empty(store.Uses);
    }

    [Fact]
    public async Task A_token_is_revoked_once()
    {
        var token = await AddTokenAsync();
        await RevokeAsync(token.OrganizationId, token.Id);

        Assert.Null(await RevokeAsync(token.OrganizationId, token.Id));
    }

    [Fact]
    public async Task Another_organization_cannot_change_a_token()
    {
        var token = await AddTokenAsync();

        Assert.Null(await RevokeAsync(OrganizationId.New(), token.Id));
        Assert.Null(await RevokeAsync(token.OrganizationId, RandomId.New()));

        Assert.NotNull(directory.FindToken(Secret, Now));
    }

    [Fact]
    public async Task Changes_at_the_same_time_lose_none()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => directory.AddAsync(Organization($"shop-{i}"), CancellationToken.None))
        );

        Assert.Equal(20, directory.All.Count);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_the_next_one_free_to_run()
    {
        store.Failure = new StoreBusyException("full");
        await Assert.ThrowsAsync<StoreBusyException>(() => directory.AddAsync(Organization("acme"), default));

        store.Failure = null;
        Assert.True(await directory.AddAsync(Organization("acme"), CancellationToken.None));
    }

    private async Task<AccessToken> AddTokenAsync(DateTimeOffset? expiresAt = null) =>
        await directory.AddTokenAsync(Secret, OrganizationId.New(), "backend", ["openid"], expiresAt, default);

    private async Task UseAsync(AccessToken token, TimeSpan after)
    {
        clock.Advance(after);
        directory.NoteUse(token, clock.GetUtcNow());
        await directory.SaveUsesAsync(CancellationToken.None);
    }

    private Task<AccessToken?> RevokeAsync(OrganizationId organization, Guid id) =>
        directory.RevokeTokenAsync(organization, id, CancellationToken.None);

    private static Organization Organization(string slug) =>
        new()
        {
            Id = OrganizationId.New(),
            Name = slug,
            Slug = slug,
            CreatedAt = Now,
        };

    // The smallest store that keeps its promises; the real ones inherit OrganizationStoreContract.
    private sealed class ListedOrganizations : IOrganizationStore
    {
        public List<Organization> Organizations { get; } = [];

        public List<AccessToken> Tokens { get; } = [];

        public Exception? Failure { get; set; }

        public async Task<IReadOnlyList<Organization>> ListAsync(CancellationToken cancellation)
        {
            var listed = Organizations.ToList();
            // Where a change that doesn't wait its turn would overtake.
            await Task.Yield();
            return listed;
        }

        public List<TokenUse> Uses { get; } = [];

        public Task<IReadOnlyList<AccessToken>> ListTokensAsync(bool withRevoked, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<AccessToken>>([
                .. Tokens.Where(token => withRevoked || token.RevokedAt is null),
            ]);

        public Task SaveUsesAsync(IReadOnlyList<TokenUse> uses, CancellationToken cancellation)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            Uses.AddRange(uses);
            return Task.CompletedTask;
        }

        public Task<bool> AddAsync(Organization organization, CancellationToken cancellation)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            if (Organizations.Any(other => other.Slug == organization.Slug))
            {
                return Task.FromResult(false);
            }

            Organizations.Add(organization);
            return Task.FromResult(true);
        }

        public Task<bool> SaveAsync(Organization organization, CancellationToken cancellation)
        {
            var place = Organizations.FindIndex(other => other.Id == organization.Id);
            if (place >= 0)
            {
                Organizations[place] = organization;
            }

            return Task.FromResult(place >= 0);
        }

        public Task AddTokenAsync(AccessToken token, CancellationToken cancellation)
        {
            Tokens.Add(token);
            return Task.CompletedTask;
        }

        public Task<bool> SaveTokenAsync(AccessToken token, CancellationToken cancellation)
        {
            var place = Tokens.FindIndex(other => other.Id == token.Id);
            Tokens[place] = token;
            return Task.FromResult(true);
        }
    }
}
