namespace Checkstand.Client.Polar;

/// <summary>Custom fields: what buyers are asked beside the payment.</summary>
public sealed partial class CustomFields
{
    private readonly ApiCaller caller;

    internal CustomFields(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists custom fields, by slug unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>custom_fields:read</c> or <c>custom_fields:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="query">Filter by a part of the name or slug, in any case.</param>
    /// <param name="type">Filter by kind.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<CustomField> ListAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        OneOrMany<CustomFieldType> type = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomFieldSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, query, type, page, limit, sorting).ItemsAsync(options, cancellationToken);

    /// <summary>Lists custom fields, by slug unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<CustomField>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        OneOrMany<CustomFieldType> type = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomFieldSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(organizationId, query, type, page, limit, sorting, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists custom fields, by slug unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<CustomField>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        OneOrMany<CustomFieldType> type = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomFieldSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, query, type, page, limit, sorting).PageAsync(options, cancellationToken);

    private PagedList<CustomField> ListQuestion(
        OneOrMany<string> organizationId,
        string? query,
        OneOrMany<CustomFieldType> type,
        int? page,
        int? limit,
        OneOrMany<CustomFieldSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListCustomField,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/custom-fields/")
                    .Query("organization_id", organizationId)
                    .Query("query", query)
                    .Query("type", type)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes a custom field.</summary>
    /// <remarks>Scopes: <c>custom_fields:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CustomField> CreateAsync(
        CustomFieldCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a custom field. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<CustomField>> TryCreateAsync(
        CustomFieldCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/custom-fields/").With(request, PolarJsonContext.Default.CustomFieldCreate),
            PolarJsonContext.Default.CustomField,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a custom field.</summary>
    /// <remarks>Scopes: <c>custom_fields:read</c> or <c>custom_fields:write</c>.</remarks>
    /// <param name="id">The custom field's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CustomField> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a custom field. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<CustomField>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/custom-fields/{id}"),
            PolarJsonContext.Default.CustomField,
            options,
            cancellationToken
        );

    /// <summary>Changes a custom field.</summary>
    /// <remarks>Scopes: <c>custom_fields:write</c>.</remarks>
    /// <param name="id">The custom field's id.</param>
    /// <param name="customFieldUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CustomField> UpdateAsync(
        string id,
        CustomFieldUpdate customFieldUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, customFieldUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a custom field. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<CustomField>> TryUpdateAsync(
        string id,
        CustomFieldUpdate customFieldUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(customFieldUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/custom-fields/{id}")
                .With(customFieldUpdate, PolarJsonContext.Default.CustomFieldUpdate),
            PolarJsonContext.Default.CustomField,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes a custom field.</summary>
    /// <remarks>Scopes: <c>custom_fields:write</c>.</remarks>
    /// <param name="id">The custom field's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task DeleteAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryDeleteAsync(id, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Deletes a custom field. As a result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/v1/custom-fields/{id}"), options, cancellationToken);
}
