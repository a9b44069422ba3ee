namespace Checkstand.Client.Polar;

/// <summary>Webhook endpoints, and what was delivered to them.</summary>
public sealed partial class WebhookEndpoints
{
    private readonly ApiCaller caller;

    internal WebhookEndpoints(ApiCaller caller) => this.caller = caller;

    /// <summary>Makes a webhook endpoint. The answer has the secret that deliveries are signed with.</summary>
    /// <remarks>Scopes: <c>webhooks:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<WebhookEndpoint> CreateWebhookEndpointAsync(
        WebhookEndpointCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryCreateWebhookEndpointAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a webhook endpoint. The answer has the secret that deliveries are signed with. As a result.</summary>
    /// <inheritdoc cref="CreateWebhookEndpointAsync"/>
    public Task<ApiResult<WebhookEndpoint>> TryCreateWebhookEndpointAsync(
        WebhookEndpointCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/webhooks/endpoints").With(request, PolarJsonContext.Default.WebhookEndpointCreate),
            PolarJsonContext.Default.WebhookEndpoint,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a webhook endpoint.</summary>
    /// <remarks>Scopes: <c>webhooks:read</c> or <c>webhooks:write</c>.</remarks>
    /// <param name="id">The endpoint's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<WebhookEndpoint> GetWebhookEndpointAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetWebhookEndpointAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a webhook endpoint. As a result.</summary>
    /// <inheritdoc cref="GetWebhookEndpointAsync"/>
    public Task<ApiResult<WebhookEndpoint>> TryGetWebhookEndpointAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/webhooks/endpoints/{id}"),
            PolarJsonContext.Default.WebhookEndpoint,
            options,
            cancellationToken
        );

    /// <summary>Changes a webhook endpoint.</summary>
    /// <remarks>Scopes: <c>webhooks:write</c>.</remarks>
    /// <param name="id">The endpoint's id.</param>
    /// <param name="webhookEndpointUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<WebhookEndpoint> UpdateWebhookEndpointAsync(
        string id,
        WebhookEndpointUpdate webhookEndpointUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateWebhookEndpointAsync(id, webhookEndpointUpdate, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Changes a webhook endpoint. As a result.</summary>
    /// <inheritdoc cref="UpdateWebhookEndpointAsync"/>
    public Task<ApiResult<WebhookEndpoint>> TryUpdateWebhookEndpointAsync(
        string id,
        WebhookEndpointUpdate webhookEndpointUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(webhookEndpointUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/webhooks/endpoints/{id}")
                .With(webhookEndpointUpdate, PolarJsonContext.Default.WebhookEndpointUpdate),
            PolarJsonContext.Default.WebhookEndpoint,
            options,
            cancellationToken
        );
    }

    /// <summary>Gives a webhook endpoint another secret; the old one no longer counts.</summary>
    /// <remarks>Scopes: <c>webhooks:write</c>.</remarks>
    /// <param name="id">The endpoint's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<WebhookEndpoint> ResetWebhookEndpointSecretAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryResetWebhookEndpointSecretAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Gives a webhook endpoint another secret; the old one no longer counts. As a result.</summary>
    /// <inheritdoc cref="ResetWebhookEndpointSecretAsync"/>
    public Task<ApiResult<WebhookEndpoint>> TryResetWebhookEndpointSecretAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Patch($"/v1/webhooks/endpoints/{id}/secret"),
            PolarJsonContext.Default.WebhookEndpoint,
            options,
            cancellationToken
        );

    /// <summary>Deletes a webhook endpoint.</summary>
    /// <remarks>Scopes: <c>webhooks:write</c>.</remarks>
    /// <param name="id">The endpoint's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task DeleteWebhookEndpointAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryDeleteWebhookEndpointAsync(id, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Deletes a webhook endpoint. As a result.</summary>
    /// <inheritdoc cref="DeleteWebhookEndpointAsync"/>
    public Task<ApiResult> TryDeleteWebhookEndpointAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/v1/webhooks/endpoints/{id}"), options, cancellationToken);

    /// <summary>Delivers an event once more.</summary>
    /// <remarks>Scopes: <c>webhooks:write</c>.</remarks>
    /// <param name="id">The event's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task RedeliverWebhookEventAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryRedeliverWebhookEventAsync(id, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Delivers an event once more. As a result.</summary>
    /// <inheritdoc cref="RedeliverWebhookEventAsync"/>
    public Task<ApiResult> TryRedeliverWebhookEventAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Post($"/v1/webhooks/events/{id}/redeliver"), options, cancellationToken);
}
