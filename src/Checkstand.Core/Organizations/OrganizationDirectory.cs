using System.Collections.Frozen;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Organizations;

/// <summary>
/// The organizations and access tokens in memory, so that no request asks the store who its caller is. Every change goes
/// through here: it is durable first and in force for the next request the moment its task completes.
/// </summary>
public sealed class OrganizationDirectory(IOrganizationStore store, CardVault vault, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private readonly TokenUses uses = new();
    private volatile Snapshot snapshot = Snapshot.Of([], []);

    /// <summary>All organizations, oldest first.</summary>
    public IReadOnlyList<Organization> All => snapshot.Organizations;

    /// <summary>The access tokens that are not revoked, also those that have ended, oldest first.</summary>
    public IReadOnlyList<AccessToken> Tokens => snapshot.Tokens;

    /// <summary>Reads everything that can be in force from the store. Called once at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var organizations = await store.ListAsync(cancellation);
        var tokens = await store.ListTokensAsync(withRevoked: false, cancellation);
        snapshot = Snapshot.Of(organizations, tokens);
        uses.KeepOnly(tokens.Select(token => token.Id).ToHashSet());
    }

    /// <summary>All access tokens, revoked ones too, oldest first: from the store, because nobody is refused by them.</summary>
    public Task<IReadOnlyList<AccessToken>> ListTokensAsync(CancellationToken cancellation) =>
        store.ListTokensAsync(withRevoked: true, cancellation);

    /// <summary>An organization; null when there is none.</summary>
    public Organization? Find(OrganizationId id) => snapshot.ById.GetValueOrDefault(id);

    /// <summary>The access token of a secret, if it is good; null otherwise.</summary>
    public AccessToken? FindToken(string secret, DateTimeOffset now) =>
        snapshot.ByHash.GetValueOrDefault(Convert.ToHexString(vault.SecretDigest(secret))) is { } token
        && token.IsGoodAt(now)
            ? token
            : null;

    /// <summary>Notes that a token is used.</summary>
    public void NoteUse(AccessToken token, DateTimeOffset now) => uses.Note(token.Id, now);

    /// <summary>A token with its last use to the second, where what is stored of it may be a minute old.</summary>
    public AccessToken WithLastUse(AccessToken token) => token with { LastUsedAt = uses.Of(token) };

    /// <summary>Stores when tokens were last used, each once a minute at most. Runs every second.</summary>
    public async Task SaveUsesAsync(CancellationToken cancellation)
    {
        if (uses.DueAt(clock.GetUtcNow()) is not [_, ..] due)
        {
            return;
        }

        await store.SaveUsesAsync(due, cancellation);
        uses.Stored(due);
    }

    /// <summary>Adds an organization.</summary>
    /// <returns>False when its id or slug is taken.</returns>
    public Task<bool> AddAsync(Organization organization, CancellationToken cancellation) =>
        ChangeAsync(() => store.AddAsync(organization, cancellation), cancellation);

    /// <summary>Changes an organization.</summary>
    /// <returns>The organization afterwards; null when there is none.</returns>
    public async Task<Organization?> ChangeAsync(
        OrganizationId id,
        Func<Organization, Organization> change,
        CancellationToken cancellation
    )
    {
        var changed = await ChangeAsync(
            async () =>
                Find(id) is { } organization
                && await store.SaveAsync(
                    change(organization) with
                    {
                        ModifiedAt = clock.NowInMilliseconds(),
                    },
                    cancellation
                ),
            cancellation
        );
        return changed ? Find(id) : null;
    }

    /// <summary>Makes an access token of a secret that the caller shows once and forgets.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="organization">Whom it acts for.</param>
    /// <param name="comment">What it is for.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="expiresAt">When it ends; null for never.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<AccessToken> AddTokenAsync(
        string secret,
        OrganizationId organization,
        string comment,
        IReadOnlyList<string> scopes,
        DateTimeOffset? expiresAt,
        CancellationToken cancellation
    )
    {
        var token = new AccessToken
        {
            Id = RandomId.New(),
            OrganizationId = organization,
            Hash = vault.SecretDigest(secret),
            Comment = comment,
            Scopes = scopes,
            CreatedAt = clock.NowInMilliseconds(),
            ExpiresAt = expiresAt,
        };
        await ChangeAsync(
            async () =>
            {
                await store.AddTokenAsync(token, cancellation);
                return true;
            },
            cancellation
        );
        return token;
    }

    /// <summary>Revokes an access token.</summary>
    /// <returns>The token afterwards; null when the organization has none of that id that is not revoked.</returns>
    public Task<AccessToken?> RevokeTokenAsync(OrganizationId organization, Guid id, CancellationToken cancellation) =>
        ChangeTokenAsync(organization, id, token => token with { RevokedAt = clock.NowInMilliseconds() }, cancellation);

    /// <summary>Changes an access token.</summary>
    /// <returns>The token afterwards; null when the organization has none of that id that is not revoked.</returns>
    public async Task<AccessToken?> ChangeTokenAsync(
        OrganizationId organization,
        Guid id,
        Func<AccessToken, AccessToken> change,
        CancellationToken cancellation
    )
    {
        AccessToken? changed = null;
        await ChangeAsync(
            async () =>
            {
                var found = snapshot.Tokens.FirstOrDefault(token =>
                    token.Id == id && token.OrganizationId == organization
                );
                changed = found is null ? null : change(found) with { ModifiedAt = clock.NowInMilliseconds() };
                return changed is not null && await store.SaveTokenAsync(changed, cancellation);
            },
            cancellation
        );
        return changed;
    }

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
        IReadOnlyList<Organization> Organizations,
        IReadOnlyList<AccessToken> Tokens,
        FrozenDictionary<OrganizationId, Organization> ById,
        FrozenDictionary<string, AccessToken> ByHash
    )
    {
        public static Snapshot Of(IReadOnlyList<Organization> organizations, IReadOnlyList<AccessToken> tokens) =>
            new(
                organizations,
                tokens,
                organizations.ToFrozenDictionary(organization => organization.Id),
                tokens.ToFrozenDictionary(token => Convert.ToHexString(token.Hash.Span), StringComparer.Ordinal)
            );
    }
}
