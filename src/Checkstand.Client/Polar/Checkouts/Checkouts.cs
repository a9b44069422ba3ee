namespace Checkstand.Client.Polar;

public sealed partial class Checkouts
{
    /// <summary>Opens a checkout.</summary>
    /// <remarks>Scopes: <c>checkouts:write</c>.</remarks>
    /// <param name="request">What is sold, to whom, and how.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Checkout> CreateAsync(
        CheckoutCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Opens a checkout. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Checkout>> TryCreateAsync(
        CheckoutCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/checkouts/").With(request, PolarJsonContext.Default.CheckoutCreate),
            PolarJsonContext.Default.Checkout,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a checkout.</summary>
    /// <remarks>Scopes: <c>checkouts:read</c> or <c>checkouts:write</c>.</remarks>
    /// <param name="id">The checkout's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Checkout> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a checkout. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Checkout>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/checkouts/{id}"),
            PolarJsonContext.Default.Checkout,
            options,
            cancellationToken
        );

    /// <summary>Changes an open checkout, as its organization.</summary>
    /// <remarks>Scopes: <c>checkouts:write</c>.</remarks>
    /// <param name="id">The checkout's id.</param>
    /// <param name="checkoutUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="AlreadyActiveSubscriptionException">403: The buyer has such a subscription already.</exception>
    /// <exception cref="NotOpenCheckoutException">403: It is not open any more.</exception>
    /// <exception cref="PaymentNotReadyException">403: The organization cannot take payments.</exception>
    /// <exception cref="CheckoutLockedException">409: Somebody else changes it at this moment.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Checkout> UpdateAsync(
        string id,
        CheckoutUpdate checkoutUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, checkoutUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes an open checkout, as its organization. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Checkout>> TryUpdateAsync(
        string id,
        CheckoutUpdate checkoutUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(checkoutUpdate);
        return caller.SendAsync(
            ApiRequest.Patch($"/v1/checkouts/{id}").With(checkoutUpdate, PolarJsonContext.Default.CheckoutUpdate),
            PolarJsonContext.Default.Checkout,
            options,
            cancellationToken
        );
    }
}
