namespace Checkstand.Client.Polar;

public sealed partial class Checkouts
{
    /// <summary>Reads a checkout, as its buyer.</summary>
    /// <remarks>No token is sent: what stands for it is the client secret.</remarks>
    /// <param name="clientSecret">The checkout's client secret.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="NotPermittedException">403: The organization is blocked.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="ExpiredCheckoutException">410: Its time is over.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutPublic> ClientGetAsync(
        string clientSecret,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryClientGetAsync(clientSecret, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a checkout, as its buyer. As a result.</summary>
    /// <inheritdoc cref="ClientGetAsync"/>
    public Task<ApiResult<CheckoutPublic>> TryClientGetAsync(
        string clientSecret,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/checkouts/client/{clientSecret}").Anonymous(),
            PolarJsonContext.Default.CheckoutPublic,
            options,
            cancellationToken
        );

    /// <summary>Changes an open checkout, as its buyer.</summary>
    /// <remarks>No token is sent: what stands for it is the client secret.</remarks>
    /// <param name="clientSecret">The checkout's client secret.</param>
    /// <param name="checkoutUpdatePublic">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="AlreadyActiveSubscriptionException">403: The buyer has such a subscription already.</exception>
    /// <exception cref="NotOpenCheckoutException">403: It is not open any more.</exception>
    /// <exception cref="PaymentNotReadyException">403: The organization cannot take payments.</exception>
    /// <exception cref="DiscountRedemptionLimitReachedException">403: The buyer has had the discount as often as they may.</exception>
    /// <exception cref="NotPermittedException">403: The organization is blocked.</exception>
    /// <exception cref="CheckoutLockedException">409: Somebody else changes it at this moment.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="ExpiredCheckoutException">410: Its time is over.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutPublic> ClientUpdateAsync(
        string clientSecret,
        CheckoutUpdatePublic checkoutUpdatePublic,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryClientUpdateAsync(clientSecret, checkoutUpdatePublic, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Changes an open checkout, as its buyer. As a result.</summary>
    /// <inheritdoc cref="ClientUpdateAsync"/>
    public Task<ApiResult<CheckoutPublic>> TryClientUpdateAsync(
        string clientSecret,
        CheckoutUpdatePublic checkoutUpdatePublic,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(checkoutUpdatePublic);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/checkouts/client/{clientSecret}")
                .With(checkoutUpdatePublic, PolarJsonContext.Default.CheckoutUpdatePublic)
                .Anonymous(),
            PolarJsonContext.Default.CheckoutPublic,
            options,
            cancellationToken
        );
    }

    /// <summary>Confirms a checkout, as its buyer: pays it, and makes the order and the subscription. The outcome of a payment may come later.</summary>
    /// <remarks>No token is sent: what stands for it is the client secret.</remarks>
    /// <param name="clientSecret">The checkout's client secret.</param>
    /// <param name="checkoutConfirmStripe">A last change, and what to pay with.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="PaymentErrorException">400: The payment was refused; the checkout stays open.</exception>
    /// <exception cref="AlreadyActiveSubscriptionException">403: The buyer has such a subscription already.</exception>
    /// <exception cref="NotOpenCheckoutException">403: It is not open any more.</exception>
    /// <exception cref="PaymentNotReadyException">403: The organization cannot take payments.</exception>
    /// <exception cref="TrialAlreadyRedeemedException">403: The buyer had a trial before.</exception>
    /// <exception cref="DiscountRedemptionLimitReachedException">403: The buyer has had the discount as often as they may.</exception>
    /// <exception cref="NotPermittedException">403: The organization is blocked.</exception>
    /// <exception cref="CheckoutLockedException">409: Somebody else changes it at this moment.</exception>
    /// <exception cref="CheckoutCustomerDeletedException">409: Its customer was deleted.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="ExpiredCheckoutException">410: Its time is over.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutPublicConfirmed> ClientConfirmAsync(
        string clientSecret,
        CheckoutConfirmStripe checkoutConfirmStripe,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryClientConfirmAsync(clientSecret, checkoutConfirmStripe, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Confirms a checkout, as its buyer: pays it, and makes the order and the subscription. The outcome of a payment may come later. As a result.</summary>
    /// <inheritdoc cref="ClientConfirmAsync"/>
    public Task<ApiResult<CheckoutPublicConfirmed>> TryClientConfirmAsync(
        string clientSecret,
        CheckoutConfirmStripe checkoutConfirmStripe,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(checkoutConfirmStripe);
        return caller.SendAsync(
            ApiRequest
                .Post($"/v1/checkouts/client/{clientSecret}/confirm")
                .With(checkoutConfirmStripe, PolarJsonContext.Default.CheckoutConfirmStripe)
                .Anonymous(),
            PolarJsonContext.Default.CheckoutPublicConfirmed,
            options,
            cancellationToken
        );
    }

    /// <summary>Tells that a buyer looks at a checkout.</summary>
    /// <remarks>No token is sent: what stands for it is the client secret.</remarks>
    /// <param name="clientSecret">The checkout's client secret.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="ExpiredCheckoutException">410: Its time is over.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutPublic> ClientOpenedAsync(
        string clientSecret,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryClientOpenedAsync(clientSecret, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Tells that a buyer looks at a checkout. As a result.</summary>
    /// <inheritdoc cref="ClientOpenedAsync"/>
    public Task<ApiResult<CheckoutPublic>> TryClientOpenedAsync(
        string clientSecret,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Post($"/v1/checkouts/client/{clientSecret}/opened").Anonymous(),
            PolarJsonContext.Default.CheckoutPublic,
            options,
            cancellationToken
        );
}
