using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>
/// Tokens for browsers, signed with the client's key: with the scope <c>embed</c> alone, for one payment. Contract,
/// section 4.5.
/// </summary>
public sealed class EmbedTokens
{
    // As every SDK of the vendor.
    private static readonly TimeSpan LifetimeDefault = TimeSpan.FromHours(1);

    private readonly Auth? auth;
    private readonly TimeProvider clock;
    private readonly CheckoutSessions sessions;

    internal EmbedTokens(Auth? auth, TimeProvider clock, CheckoutSessions sessions) =>
        (this.auth, this.clock, this.sessions) = (auth, clock, sessions);

    /// <summary>A token. Nothing is sent to make it.</summary>
    /// <param name="values">What is pinned; null pins nothing.</param>
    /// <param name="checkoutSessionId">The only checkout session that it may pay with; null is any.</param>
    /// <param name="lifetime">10 seconds or more; null is an hour.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds.</exception>
    /// <exception cref="InvalidOperationException">The client has no key: its auth is not <see cref="Auth.WithToken"/>.</exception>
    public string Create(EmbedValues? values = null, string? checkoutSessionId = null, TimeSpan? lifetime = null)
    {
        if (checkoutSessionId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(checkoutSessionId);
        }

        Auth.ThrowIfTooShort(lifetime, nameof(lifetime));
        var embed = values is null
            ? []
            : JsonSerializer.SerializeToUtf8Bytes(values, Gr4vyJsonContext.Default.EmbedValues);
        return Signer().EmbedToken(clock, embed, checkoutSessionId, lifetime ?? LifetimeDefault);
    }

    /// <summary>Opens a checkout session and makes a token that pays with it and with no other.</summary>
    /// <param name="values">What is pinned besides; null pins nothing.</param>
    /// <param name="checkoutSessionCreate">What the session holds; null opens an empty one.</param>
    /// <param name="lifetime">Of the token: 10 seconds or more; null is an hour.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>checkout-sessions.write</c>.</remarks>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The client has no key; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed.</exception>
    public async Task<EmbedSession> CreateWithSessionAsync(
        EmbedValues? values = null,
        CheckoutSessionCreate? checkoutSessionCreate = null,
        TimeSpan? lifetime = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateWithSessionAsync(
                    values,
                    checkoutSessionCreate,
                    lifetime,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateWithSessionAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateWithSessionAsync"/>
    public async Task<ApiResult<EmbedSession>> TryCreateWithSessionAsync(
        EmbedValues? values = null,
        CheckoutSessionCreate? checkoutSessionCreate = null,
        TimeSpan? lifetime = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        // A session that no token can be made for should not be opened.
        Auth.ThrowIfTooShort(lifetime, nameof(lifetime));
        _ = Signer();
        var session = await sessions
            .TryCreateAsync(checkoutSessionCreate, merchantAccountId, options, cancellationToken)
            .ConfigureAwait(false);
        return session.Select(opened => new EmbedSession(opened, Create(values, opened.Id, lifetime)));
    }

    private SignedAuth Signer() =>
        auth as SignedAuth
        ?? throw new InvalidOperationException("Only a client with Auth.WithToken has a key to sign with.");
}

/// <summary>A checkout session and the token that pays with it.</summary>
public sealed class EmbedSession
{
    internal EmbedSession(CheckoutSession checkoutSession, string token) =>
        (CheckoutSession, Token) = (checkoutSession, token);

    /// <summary>The session.</summary>
    public CheckoutSession CheckoutSession { get; }

    /// <summary>For the browser. A secret between you and the buyer.</summary>
    public string Token { get; }

    /// <summary>Nothing of the token.</summary>
    public override string ToString() => nameof(EmbedSession);
}
