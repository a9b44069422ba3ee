namespace Checkstand.Client.Gr4vy;

/// <summary>Where a buyer's goods go.</summary>
public sealed class BuyerShippingDetails
{
    private readonly ApiCaller caller;

    internal BuyerShippingDetails(ApiCaller caller) => this.caller = caller;

    /// <summary>Adds shipping details to a buyer.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="shippingDetailsCreate">Name and address.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.write</c>. Contract, section 2.3.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ShippingDetails> CreateAsync(
        string buyerId,
        ShippingDetailsCreate shippingDetailsCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(buyerId, shippingDetailsCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<ShippingDetails>> TryCreateAsync(
        string buyerId,
        ShippingDetailsCreate shippingDetailsCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/buyers/{buyerId}/shipping-details")
                .With(shippingDetailsCreate, Gr4vyJsonContext.Default.ShippingDetailsCreate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.ShippingDetails,
            options,
            cancellationToken
        );

    /// <summary>Lists a buyer's shipping details, the newest first.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.read</c>. Contract, section 2.3.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<ShippingDetails>> ListAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(buyerId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<ShippingDetails>>> TryListAsync(
        string buyerId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/buyers/{buyerId}/shipping-details").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListShippingDetails,
            options,
            cancellationToken
        );

    /// <summary>Reads one of a buyer's shipping details.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="shippingDetailsId">The id of the shipping details.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.read</c>. Contract, section 2.3.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ShippingDetails> GetAsync(
        string buyerId,
        string shippingDetailsId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(buyerId, shippingDetailsId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<ShippingDetails>> TryGetAsync(
        string buyerId,
        string shippingDetailsId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/buyers/{buyerId}/shipping-details/{shippingDetailsId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.ShippingDetails,
            options,
            cancellationToken
        );

    /// <summary>Changes one of a buyer's shipping details.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="shippingDetailsId">The id of the shipping details.</param>
    /// <param name="shippingDetailsUpdate">What changes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>buyers.write</c>. What is absent stays, null clears, a value replaces the whole of it; the
    /// address is a unit. Contract, section 2.7.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ShippingDetails> UpdateAsync(
        string buyerId,
        string shippingDetailsId,
        ShippingDetailsUpdate shippingDetailsUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(
                    buyerId,
                    shippingDetailsId,
                    shippingDetailsUpdate,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<ShippingDetails>> TryUpdateAsync(
        string buyerId,
        string shippingDetailsId,
        ShippingDetailsUpdate shippingDetailsUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/buyers/{buyerId}/shipping-details/{shippingDetailsId}")
                .With(shippingDetailsUpdate, Gr4vyJsonContext.Default.ShippingDetailsUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.ShippingDetails,
            options,
            cancellationToken
        );

    /// <summary>Removes one of a buyer's shipping details.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="shippingDetailsId">The id of the shipping details.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>buyers.write</c>. Contract, section 2.3.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string buyerId,
        string shippingDetailsId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryDeleteAsync(buyerId, shippingDetailsId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string buyerId,
        string shippingDetailsId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/buyers/{buyerId}/shipping-details/{shippingDetailsId}").ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );
}
