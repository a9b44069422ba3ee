namespace Checkstand.Client.Polar;

public sealed partial class WebhookEndpoints
{
    /// <summary>Lists webhook endpoints, the newest first. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>webhooks:read</c> or <c>webhooks:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<WebhookEndpoint> ListWebhookEndpointsAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListWebhookEndpointsQuestion(organizationId, page, limit).ItemsAsync(options, cancellationToken);

    /// <summary>Lists webhook endpoints, the newest first. One page of it.</summary>
    /// <inheritdoc cref="ListWebhookEndpointsAsync"/>
    public async Task<Page<WebhookEndpoint>> ListWebhookEndpointsPageAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListWebhookEndpointsPageAsync(organizationId, page, limit, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists webhook endpoints, the newest first. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListWebhookEndpointsPageAsync"/>
    public Task<ApiResult<Page<WebhookEndpoint>>> TryListWebhookEndpointsPageAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListWebhookEndpointsQuestion(organizationId, page, limit).PageAsync(options, cancellationToken);

    private PagedList<WebhookEndpoint> ListWebhookEndpointsQuestion(
        OneOrMany<string> organizationId,
        int? page,
        int? limit
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListWebhookEndpoint,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/webhooks/endpoints")
                    .Query("organization_id", organizationId)
                    .Query("page", number)
                    .Query("limit", size)
        );

    /// <summary>Lists every try to deliver an event, the newest first. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>webhooks:read</c> or <c>webhooks:write</c>.</remarks>
    /// <param name="endpointId">Filter by endpoint.</param>
    /// <param name="startTimestamp">Filter by when it was tried: from then on.</param>
    /// <param name="endTimestamp">Filter by when it was tried: until then.</param>
    /// <param name="succeeded">Filter by whether the endpoint took it.</param>
    /// <param name="query">Filter by a part of what was sent or answered.</param>
    /// <param name="httpCodeClass">Filter by what was answered.</param>
    /// <param name="eventType">Filter by event.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<WebhookDelivery> ListWebhookDeliveriesAsync(
        OneOrMany<string> endpointId = default,
        DateTimeOffset? startTimestamp = null,
        DateTimeOffset? endTimestamp = null,
        bool? succeeded = null,
        string? query = null,
        HttpCodeClass? httpCodeClass = null,
        OneOrMany<WebhookEventType> eventType = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListWebhookDeliveriesQuestion(
                endpointId,
                startTimestamp,
                endTimestamp,
                succeeded,
                query,
                httpCodeClass,
                eventType,
                page,
                limit
            )
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists every try to deliver an event, the newest first. One page of it.</summary>
    /// <inheritdoc cref="ListWebhookDeliveriesAsync"/>
    public async Task<Page<WebhookDelivery>> ListWebhookDeliveriesPageAsync(
        OneOrMany<string> endpointId = default,
        DateTimeOffset? startTimestamp = null,
        DateTimeOffset? endTimestamp = null,
        bool? succeeded = null,
        string? query = null,
        HttpCodeClass? httpCodeClass = null,
        OneOrMany<WebhookEventType> eventType = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListWebhookDeliveriesPageAsync(
                    endpointId,
                    startTimestamp,
                    endTimestamp,
                    succeeded,
                    query,
                    httpCodeClass,
                    eventType,
                    page,
                    limit,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists every try to deliver an event, the newest first. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListWebhookDeliveriesPageAsync"/>
    public Task<ApiResult<Page<WebhookDelivery>>> TryListWebhookDeliveriesPageAsync(
        OneOrMany<string> endpointId = default,
        DateTimeOffset? startTimestamp = null,
        DateTimeOffset? endTimestamp = null,
        bool? succeeded = null,
        string? query = null,
        HttpCodeClass? httpCodeClass = null,
        OneOrMany<WebhookEventType> eventType = default,
        int? page = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListWebhookDeliveriesQuestion(
                endpointId,
                startTimestamp,
                endTimestamp,
                succeeded,
                query,
                httpCodeClass,
                eventType,
                page,
                limit
            )
            .PageAsync(options, cancellationToken);

    private PagedList<WebhookDelivery> ListWebhookDeliveriesQuestion(
        OneOrMany<string> endpointId,
        DateTimeOffset? startTimestamp,
        DateTimeOffset? endTimestamp,
        bool? succeeded,
        string? query,
        HttpCodeClass? httpCodeClass,
        OneOrMany<WebhookEventType> eventType,
        int? page,
        int? limit
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListWebhookDelivery,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/webhooks/deliveries")
                    .Query("endpoint_id", endpointId)
                    .Query("start_timestamp", startTimestamp)
                    .Query("end_timestamp", endTimestamp)
                    .Query("succeeded", succeeded)
                    .Query("query", query)
                    .Query("http_code_class", httpCodeClass)
                    .Query("event_type", eventType)
                    .Query("page", number)
                    .Query("limit", size)
        );
}
