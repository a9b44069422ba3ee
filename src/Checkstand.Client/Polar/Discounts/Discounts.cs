namespace Checkstand.Client.Polar;

/// <summary>Discounts: what is taken off a price, by code or by the organization.</summary>
public sealed partial class Discounts
{
    private readonly ApiCaller caller;

    internal Discounts(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists discounts, the newest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>discounts:read</c> or <c>discounts:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="query">Filter by a part of the name, in any case.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<Discount> ListAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<DiscountSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, query, page, limit, sorting).ItemsAsync(options, cancellationToken);

    /// <summary>Lists discounts, the newest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Discount>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<DiscountSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(organizationId, query, page, limit, sorting, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists discounts, the newest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Discount>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<DiscountSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, query, page, limit, sorting).PageAsync(options, cancellationToken);

    private PagedList<Discount> ListQuestion(
        OneOrMany<string> organizationId,
        string? query,
        int? page,
        int? limit,
        OneOrMany<DiscountSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListDiscount,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/discounts/")
                    .Query("organization_id", organizationId)
                    .Query("query", query)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes a discount.</summary>
    /// <remarks>Scopes: <c>discounts:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Discount> CreateAsync(
        DiscountCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a discount. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Discount>> TryCreateAsync(
        DiscountCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/discounts/").With(request, PolarJsonContext.Default.DiscountCreate),
            PolarJsonContext.Default.Discount,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a discount.</summary>
    /// <remarks>Scopes: <c>discounts:read</c> or <c>discounts:write</c>.</remarks>
    /// <param name="id">The discount's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Discount> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a discount. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Discount>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/discounts/{id}"),
            PolarJsonContext.Default.Discount,
            options,
            cancellationToken
        );

    /// <summary>Changes a discount.</summary>
    /// <remarks>Scopes: <c>discounts:write</c>.</remarks>
    /// <param name="id">The discount's id.</param>
    /// <param name="discountUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Discount> UpdateAsync(
        string id,
        DiscountUpdate discountUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, discountUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a discount. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Discount>> TryUpdateAsync(
        string id,
        DiscountUpdate discountUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(discountUpdate);
        return caller.SendAsync(
            ApiRequest.Patch($"/v1/discounts/{id}").With(discountUpdate, PolarJsonContext.Default.DiscountUpdate),
            PolarJsonContext.Default.Discount,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes a discount.</summary>
    /// <remarks>Scopes: <c>discounts:write</c>.</remarks>
    /// <param name="id">The discount's id.</param>
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

    /// <summary>Deletes a discount. As a result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/v1/discounts/{id}"), options, cancellationToken);
}
