namespace Checkstand.Client.Gr4vy;

/// <summary>Buyers with records of their own.</summary>
public sealed class Buyers
{
    private readonly ApiCaller caller;

    internal Buyers(ApiCaller caller)
    {
        this.caller = caller;
        ShippingDetails = new BuyerShippingDetails(caller);
        PaymentMethods = new BuyerPaymentMethods(caller);
        GiftCards = new BuyerGiftCards(caller);
    }

    /// <summary>Where a buyer's goods go.</summary>
    public BuyerShippingDetails ShippingDetails { get; }

    /// <summary>A buyer's stored payment methods.</summary>
    public BuyerPaymentMethods PaymentMethods { get; }

    /// <summary>A buyer's gift cards.</summary>
    public BuyerGiftCards GiftCards { get; }

    /// <summary>Adds a buyer.</summary>
    /// <param name="buyerCreate">Names and addresses.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Buyer> CreateAsync(
        BuyerCreate buyerCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(buyerCreate, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Buyer>> TryCreateAsync(
        BuyerCreate buyerCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/buyers")
                .With(buyerCreate, Gr4vyJsonContext.Default.BuyerCreate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Buyer,
            options,
            cancellationToken
        );

    /// <summary>
    /// Lists buyers, the newest first: the items of all pages, each page asked for when its first item is.
    /// </summary>
    /// <param name="search">
    /// Only those whose display name or external identifier contains this, in either case.
    /// </param>
    /// <param name="externalIdentifier">Only the one with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<Buyer> ListAsync(
        string? search = null,
        string? externalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Pages.ItemsAsync(
            token => TryListPageAsync(search, externalIdentifier, cursor, limit, merchantAccountId, options, token),
            options,
            cancellationToken
        );

    /// <summary>Lists buyers, the newest first: one page.</summary>
    /// <param name="search">
    /// Only those whose display name or external identifier contains this, in either case.
    /// </param>
    /// <param name="externalIdentifier">Only the one with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<Buyer>> ListPageAsync(
        string? search = null,
        string? externalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    search,
                    externalIdentifier,
                    cursor,
                    limit,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Buyer>>> TryListPageAsync(
        string? search = null,
        string? externalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Required.Positive(limit);
        return caller.TryPageAsync(
            at =>
                ApiRequest
                    .Get($"/buyers")
                    .Query("search", search)
                    .Query("external_identifier", externalIdentifier)
                    .Query("limit", limit)
                    .ForMerchant(merchantAccountId)
                    .Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListBuyer,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a buyer.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Buyer> GetAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(buyerId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Buyer>> TryGetAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/buyers/{buyerId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Buyer,
            options,
            cancellationToken
        );

    /// <summary>Changes a buyer.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="buyerUpdate">What changes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>buyers.write</c>. What is absent stays, null clears, a value replaces the whole of it; the
    /// billing details are a unit. Contract, section 2.7.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Buyer> UpdateAsync(
        string buyerId,
        BuyerUpdate buyerUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(buyerId, buyerUpdate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Buyer>> TryUpdateAsync(
        string buyerId,
        BuyerUpdate buyerUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/buyers/{buyerId}")
                .With(buyerUpdate, Gr4vyJsonContext.Default.BuyerUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Buyer,
            options,
            cancellationToken
        );

    /// <summary>Removes a buyer and its shipping details.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryDeleteAsync(buyerId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/buyers/{buyerId}").ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );
}
