namespace Checkstand.Client.Polar;

/// <summary>Subscriptions: what customers pay for again and again.</summary>
public sealed partial class Subscriptions
{
    private readonly ApiCaller caller;

    internal Subscriptions(ApiCaller caller) => this.caller = caller;

    /// <summary>Reads a subscription.</summary>
    /// <remarks>Scopes: <c>subscriptions:read</c> or <c>subscriptions:write</c>.</remarks>
    /// <param name="id">The subscription's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Subscription> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a subscription. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Subscription>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/subscriptions/{id}"),
            PolarJsonContext.Default.Subscription,
            options,
            cancellationToken
        );

    /// <summary>Changes a subscription: cancels it, takes that back, or ends it.</summary>
    /// <remarks>Scopes: <c>subscriptions:write</c>.</remarks>
    /// <param name="id">The subscription's id.</param>
    /// <param name="subscriptionUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="PaymentFailedException">402: What the change costs could not be charged; the vendor's cloud only.</exception>
    /// <exception cref="AlreadyCanceledSubscriptionException">403: It ended, or will.</exception>
    /// <exception cref="InactiveSubscriptionException">403: It does not count now; the vendor's cloud only.</exception>
    /// <exception cref="SubscriptionLockedException">409: Somebody else changes it at this moment.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Subscription> UpdateAsync(
        string id,
        SubscriptionUpdate subscriptionUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryUpdateAsync(id, subscriptionUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a subscription: cancels it, takes that back, or ends it. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Subscription>> TryUpdateAsync(
        string id,
        SubscriptionUpdate subscriptionUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(subscriptionUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/subscriptions/{id}")
                .With(subscriptionUpdate, PolarJsonContext.Default.SubscriptionUpdate),
            PolarJsonContext.Default.Subscription,
            options,
            cancellationToken
        );
    }

    /// <summary>Ends a subscription at once.</summary>
    /// <remarks>Scopes: <c>subscriptions:write</c>.</remarks>
    /// <param name="id">The subscription's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="AlreadyCanceledSubscriptionException">403: It ended, or will.</exception>
    /// <exception cref="SubscriptionLockedException">409: Somebody else changes it at this moment.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Subscription> RevokeAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryRevokeAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Ends a subscription at once. As a result.</summary>
    /// <inheritdoc cref="RevokeAsync"/>
    public Task<ApiResult<Subscription>> TryRevokeAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/v1/subscriptions/{id}"),
            PolarJsonContext.Default.Subscription,
            options,
            cancellationToken
        );
}
