namespace Checkstand.Client.Polar;

public sealed partial class Customers
{
    /// <summary>Reads a customer by the organization's own id.</summary>
    /// <remarks>Scopes: <c>customers:read</c> or <c>customers:write</c>.</remarks>
    /// <param name="externalId">The organization's own id of the customer.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Customer> GetExternalAsync(
        string externalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetExternalAsync(externalId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a customer by the organization's own id. As a result.</summary>
    /// <inheritdoc cref="GetExternalAsync"/>
    public Task<ApiResult<Customer>> TryGetExternalAsync(
        string externalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/customers/external/{externalId}"),
            PolarJsonContext.Default.Customer,
            options,
            cancellationToken
        );

    /// <summary>Changes a customer by the organization's own id.</summary>
    /// <remarks>Scopes: <c>customers:write</c>.</remarks>
    /// <param name="externalId">The organization's own id of the customer.</param>
    /// <param name="customerUpdateExternalId">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Customer> UpdateExternalAsync(
        string externalId,
        CustomerUpdateExternalId customerUpdateExternalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateExternalAsync(externalId, customerUpdateExternalId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Changes a customer by the organization's own id. As a result.</summary>
    /// <inheritdoc cref="UpdateExternalAsync"/>
    public Task<ApiResult<Customer>> TryUpdateExternalAsync(
        string externalId,
        CustomerUpdateExternalId customerUpdateExternalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(customerUpdateExternalId);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/customers/external/{externalId}")
                .With(customerUpdateExternalId, PolarJsonContext.Default.CustomerUpdateExternalId),
            PolarJsonContext.Default.Customer,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes a customer by the organization's own id, and ends its subscriptions at once.</summary>
    /// <remarks>Scopes: <c>customers:write</c>.</remarks>
    /// <param name="externalId">The organization's own id of the customer.</param>
    /// <param name="anonymize">Whether what tells who it was is also made unreadable; otherwise false.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task DeleteExternalAsync(
        string externalId,
        bool? anonymize = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryDeleteExternalAsync(externalId, anonymize, options, cancellationToken).ConfigureAwait(false)
        ).OrThrow();

    /// <summary>Deletes a customer by the organization's own id, and ends its subscriptions at once. As a result.</summary>
    /// <inheritdoc cref="DeleteExternalAsync"/>
    public Task<ApiResult> TryDeleteExternalAsync(
        string externalId,
        bool? anonymize = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/v1/customers/external/{externalId}").Query("anonymize", anonymize),
            options,
            cancellationToken
        );

    /// <summary>Reads a customer by the organization's own id, together with what it has now.</summary>
    /// <remarks>Scopes: <c>customers:read</c> or <c>customers:write</c>.</remarks>
    /// <param name="externalId">The organization's own id of the customer.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CustomerState> GetStateExternalAsync(
        string externalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetStateExternalAsync(externalId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a customer by the organization's own id, together with what it has now. As a result.</summary>
    /// <inheritdoc cref="GetStateExternalAsync"/>
    public Task<ApiResult<CustomerState>> TryGetStateExternalAsync(
        string externalId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/customers/external/{externalId}/state"),
            PolarJsonContext.Default.CustomerState,
            options,
            cancellationToken
        );
}
