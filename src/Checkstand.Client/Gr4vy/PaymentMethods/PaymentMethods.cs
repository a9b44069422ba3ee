namespace Checkstand.Client.Gr4vy;

/// <summary>Stored payment methods.</summary>
public sealed class PaymentMethods
{
    private readonly ApiCaller caller;

    internal PaymentMethods(ApiCaller caller)
    {
        this.caller = caller;
        NetworkTokens = new PaymentMethodNetworkTokens(caller);
        PaymentServiceTokens = new PaymentMethodPaymentServiceTokens(caller);
    }

    /// <summary>Tokens by which schemes know a stored card.</summary>
    public PaymentMethodNetworkTokens NetworkTokens { get; }

    /// <summary>Tokens by which payment services know a stored payment method.</summary>
    public PaymentMethodPaymentServiceTokens PaymentServiceTokens { get; }

    /// <summary>Stores a payment method.</summary>
    /// <param name="paymentMethodCreate">A card, or the session that holds one.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-methods.write</c>. A security code is never stored. Contract, sections 6.1 and 6.5.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentMethod> CreateAsync(
        PaymentMethodCreate paymentMethodCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(paymentMethodCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<PaymentMethod>> TryCreateAsync(
        PaymentMethodCreate paymentMethodCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(paymentMethodCreate);
        paymentMethodCreate.Check(nameof(paymentMethodCreate));

        return caller.SendAsync(
            ApiRequest
                .Post($"/payment-methods")
                .With(paymentMethodCreate, Gr4vyJsonContext.Default.PaymentMethodCreate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentMethod,
            options,
            cancellationToken
        );
    }

    /// <summary>
    /// Lists stored payment methods, the newest first: the items of all pages, each page asked for when its first
    /// item is.
    /// </summary>
    /// <param name="buyerId">Only those of the buyer with this id.</param>
    /// <param name="buyerExternalIdentifier">Only those of the buyer with this name of the merchant's own.</param>
    /// <param name="status">Only those in one of these states.</param>
    /// <param name="externalIdentifier">Only those with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-methods.read</c>. Contract, section 6.5.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<PaymentMethod> ListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        IEnumerable<PaymentMethodStatus>? status = null,
        string? externalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Pages.ItemsAsync(
            token =>
                TryListPageAsync(
                    buyerId,
                    buyerExternalIdentifier,
                    status,
                    externalIdentifier,
                    cursor,
                    limit,
                    merchantAccountId,
                    options,
                    token
                ),
            options,
            cancellationToken
        );

    /// <summary>Lists stored payment methods, the newest first: one page.</summary>
    /// <param name="buyerId">Only those of the buyer with this id.</param>
    /// <param name="buyerExternalIdentifier">Only those of the buyer with this name of the merchant's own.</param>
    /// <param name="status">Only those in one of these states.</param>
    /// <param name="externalIdentifier">Only those with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-methods.read</c>. Contract, section 6.5.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<PaymentMethod>> ListPageAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        IEnumerable<PaymentMethodStatus>? status = null,
        string? externalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    buyerId,
                    buyerExternalIdentifier,
                    status,
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
    public Task<ApiResult<Page<PaymentMethod>>> TryListPageAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        IEnumerable<PaymentMethodStatus>? status = null,
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
                    .Get($"/payment-methods")
                    .Query("buyer_id", buyerId)
                    .Query("buyer_external_identifier", buyerExternalIdentifier)
                    .Query("status", status)
                    .Query("external_identifier", externalIdentifier)
                    .Query("limit", limit)
                    .ForMerchant(merchantAccountId)
                    .Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListPaymentMethod,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a stored payment method.</summary>
    /// <param name="paymentMethodId">The id of the stored payment method.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-methods.read</c>. Contract, section 6.5.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentMethod> GetAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(paymentMethodId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<PaymentMethod>> TryGetAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/payment-methods/{paymentMethodId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentMethod,
            options,
            cancellationToken
        );

    /// <summary>Changes a stored payment method.</summary>
    /// <param name="paymentMethodId">The id of the stored payment method.</param>
    /// <param name="paymentMethodUpdate">What changes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-methods.write</c>. Contract, section 6.5.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentMethod> UpdateAsync(
        string paymentMethodId,
        PaymentMethodUpdate paymentMethodUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(paymentMethodId, paymentMethodUpdate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<PaymentMethod>> TryUpdateAsync(
        string paymentMethodId,
        PaymentMethodUpdate paymentMethodUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/payment-methods/{paymentMethodId}")
                .With(paymentMethodUpdate, Gr4vyJsonContext.Default.PaymentMethodUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentMethod,
            options,
            cancellationToken
        );

    /// <summary>Removes a stored payment method.</summary>
    /// <param name="paymentMethodId">The id of the stored payment method.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-methods.write</c>. Contract, section 6.5.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryDeleteAsync(paymentMethodId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/payment-methods/{paymentMethodId}").ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );
}
