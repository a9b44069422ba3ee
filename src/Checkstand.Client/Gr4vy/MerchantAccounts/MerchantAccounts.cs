namespace Checkstand.Client.Gr4vy;

/// <summary>Merchant accounts: buyers, sessions and payments belong to one.</summary>
public sealed class MerchantAccounts
{
    private readonly ApiCaller caller;

    internal MerchantAccounts(ApiCaller caller) => this.caller = caller;

    /// <summary>Adds a merchant account.</summary>
    /// <param name="merchantAccountCreate">Its id and names.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>merchant-accounts.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<MerchantAccount> CreateAsync(
        MerchantAccountCreate merchantAccountCreate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(merchantAccountCreate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<MerchantAccount>> TryCreateAsync(
        MerchantAccountCreate merchantAccountCreate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(merchantAccountCreate);
        Required.Text(merchantAccountCreate.Id, nameof(merchantAccountCreate));
        Required.Text(merchantAccountCreate.DisplayName, nameof(merchantAccountCreate));

        return caller.SendAsync(
            ApiRequest
                .Post($"/merchant-accounts")
                .With(merchantAccountCreate, Gr4vyJsonContext.Default.MerchantAccountCreate),
            Gr4vyJsonContext.Default.MerchantAccount,
            options,
            cancellationToken
        );
    }

    /// <summary>
    /// Lists the merchant accounts that the key may act for, the newest first: the items of all pages, each page
    /// asked for when its first item is.
    /// </summary>
    /// <param name="search">Only those whose id or display name contains this.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>merchant-accounts.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<MerchantAccount> ListAsync(
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Pages.ItemsAsync(token => TryListPageAsync(search, cursor, limit, options, token), options, cancellationToken);

    /// <summary>Lists the merchant accounts that the key may act for, the newest first: one page.</summary>
    /// <param name="search">Only those whose id or display name contains this.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>merchant-accounts.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<MerchantAccount>> ListPageAsync(
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(search, cursor, limit, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<MerchantAccount>>> TryListPageAsync(
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Required.Positive(limit);
        return caller.TryPageAsync(
            at =>
                ApiRequest.Get($"/merchant-accounts").Query("search", search).Query("limit", limit).Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListMerchantAccount,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a merchant account.</summary>
    /// <param name="merchantAccountId">The id of the merchant account.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>merchant-accounts.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<MerchantAccount> GetAsync(
        string merchantAccountId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(merchantAccountId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<MerchantAccount>> TryGetAsync(
        string merchantAccountId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/merchant-accounts/{merchantAccountId}"),
            Gr4vyJsonContext.Default.MerchantAccount,
            options,
            cancellationToken
        );

    /// <summary>Changes a merchant account.</summary>
    /// <param name="merchantAccountId">The id of the merchant account.</param>
    /// <param name="merchantAccountUpdate">What changes.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>merchant-accounts.write</c>. A Checkstand server keeps the display name only. Contract,
    /// section 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<MerchantAccount> UpdateAsync(
        string merchantAccountId,
        MerchantAccountUpdate merchantAccountUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(merchantAccountId, merchantAccountUpdate, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<MerchantAccount>> TryUpdateAsync(
        string merchantAccountId,
        MerchantAccountUpdate merchantAccountUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/merchant-accounts/{merchantAccountId}")
                .With(merchantAccountUpdate, Gr4vyJsonContext.Default.MerchantAccountUpdate),
            Gr4vyJsonContext.Default.MerchantAccount,
            options,
            cancellationToken
        );
}
