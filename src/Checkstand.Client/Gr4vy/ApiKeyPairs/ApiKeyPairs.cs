namespace Checkstand.Client.Gr4vy;

/// <summary>Keys that sign bearer tokens.</summary>
public sealed class ApiKeyPairs
{
    private readonly ApiCaller caller;

    internal ApiKeyPairs(ApiCaller caller) => this.caller = caller;

    /// <summary>Makes a key, or registers one.</summary>
    /// <param name="apiKeyPairCreate">Its name, and what it may act for.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>api-key-pairs.write</c>. The private key is in this answer and in no other. Contract,
    /// sections 4.3 and 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ApiKeyPair> CreateAsync(
        ApiKeyPairCreate apiKeyPairCreate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(apiKeyPairCreate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<ApiKeyPair>> TryCreateAsync(
        ApiKeyPairCreate apiKeyPairCreate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(apiKeyPairCreate);
        Required.Text(apiKeyPairCreate.DisplayName, nameof(apiKeyPairCreate));
        Required.Some(apiKeyPairCreate.RoleIds, nameof(apiKeyPairCreate));

        return caller.SendAsync(
            ApiRequest.Post($"/api-key-pairs").With(apiKeyPairCreate, Gr4vyJsonContext.Default.ApiKeyPairCreate),
            Gr4vyJsonContext.Default.ApiKeyPair,
            options,
            cancellationToken
        );
    }

    /// <summary>
    /// Lists keys, the newest first: the items of all pages, each page asked for when its first item is.
    /// </summary>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>api-key-pairs.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<ApiKeyPair> ListAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Pages.ItemsAsync(token => TryListPageAsync(cursor, limit, options, token), options, cancellationToken);

    /// <summary>Lists keys, the newest first: one page.</summary>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>api-key-pairs.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<ApiKeyPair>> ListPageAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryListPageAsync(cursor, limit, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<ApiKeyPair>>> TryListPageAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Required.Positive(limit);
        return caller.TryPageAsync(
            at => ApiRequest.Get($"/api-key-pairs").Query("limit", limit).Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListApiKeyPair,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a key.</summary>
    /// <param name="apiKeyPairId">The id of the key.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>api-key-pairs.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ApiKeyPair> GetAsync(
        string apiKeyPairId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(apiKeyPairId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<ApiKeyPair>> TryGetAsync(
        string apiKeyPairId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/api-key-pairs/{apiKeyPairId}"),
            Gr4vyJsonContext.Default.ApiKeyPair,
            options,
            cancellationToken
        );

    /// <summary>Changes a key.</summary>
    /// <param name="apiKeyPairId">The id of the key.</param>
    /// <param name="apiKeyPairUpdate">What changes.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>api-key-pairs.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ApiKeyPair> UpdateAsync(
        string apiKeyPairId,
        ApiKeyPairUpdate apiKeyPairUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(apiKeyPairId, apiKeyPairUpdate, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<ApiKeyPair>> TryUpdateAsync(
        string apiKeyPairId,
        ApiKeyPairUpdate apiKeyPairUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/api-key-pairs/{apiKeyPairId}")
                .With(apiKeyPairUpdate, Gr4vyJsonContext.Default.ApiKeyPairUpdate),
            Gr4vyJsonContext.Default.ApiKeyPair,
            options,
            cancellationToken
        );

    /// <summary>Revokes a key and removes it.</summary>
    /// <param name="apiKeyPairId">The id of the key.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>api-key-pairs.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string apiKeyPairId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryDeleteAsync(apiKeyPairId, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string apiKeyPairId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/api-key-pairs/{apiKeyPairId}"), options, cancellationToken);
}
