namespace Checkstand.Client.Polar;

/// <summary>Meters: what counts usage, for prices by usage.</summary>
public sealed partial class Meters
{
    private readonly ApiCaller caller;

    internal Meters(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists meters, by name unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>meters:read</c> or <c>meters:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="query">Filter by a part of the name, in any case.</param>
    /// <param name="isArchived">Filter by whether it no longer counts.</param>
    /// <param name="metadata">Filter by metadata: what each key must have.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<Meter> ListAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<MeterSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, query, isArchived, metadata, page, limit, sorting)
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists meters, by name unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Meter>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<MeterSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    organizationId,
                    query,
                    isArchived,
                    metadata,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists meters, by name unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Meter>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<MeterSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, query, isArchived, metadata, page, limit, sorting)
            .PageAsync(options, cancellationToken);

    private PagedList<Meter> ListQuestion(
        OneOrMany<string> organizationId,
        string? query,
        bool? isArchived,
        IReadOnlyDictionary<string, string>? metadata,
        int? page,
        int? limit,
        OneOrMany<MeterSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListMeter,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/meters/")
                    .Query("organization_id", organizationId)
                    .Query("query", query)
                    .Query("is_archived", isArchived)
                    .Metadata(metadata)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes a meter.</summary>
    /// <remarks>Scopes: <c>meters:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Meter> CreateAsync(
        MeterCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a meter. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Meter>> TryCreateAsync(
        MeterCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/meters/").With(request, PolarJsonContext.Default.MeterCreate),
            PolarJsonContext.Default.Meter,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a meter.</summary>
    /// <remarks>Scopes: <c>meters:read</c> or <c>meters:write</c>.</remarks>
    /// <param name="id">The meter's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Meter> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a meter. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Meter>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/meters/{id}"),
            PolarJsonContext.Default.Meter,
            options,
            cancellationToken
        );

    /// <summary>Changes a meter.</summary>
    /// <remarks>Scopes: <c>meters:write</c>.</remarks>
    /// <param name="id">The meter's id.</param>
    /// <param name="meterUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Meter> UpdateAsync(
        string id,
        MeterUpdate meterUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, meterUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a meter. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Meter>> TryUpdateAsync(
        string id,
        MeterUpdate meterUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(meterUpdate);
        return caller.SendAsync(
            ApiRequest.Patch($"/v1/meters/{id}").With(meterUpdate, PolarJsonContext.Default.MeterUpdate),
            PolarJsonContext.Default.Meter,
            options,
            cancellationToken
        );
    }
}
