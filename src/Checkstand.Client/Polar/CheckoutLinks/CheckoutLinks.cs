namespace Checkstand.Client.Polar;

/// <summary>Checkout links: addresses that open a checkout for everybody who follows them.</summary>
public sealed partial class CheckoutLinks
{
    private readonly ApiCaller caller;

    internal CheckoutLinks(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists checkout links, the oldest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>checkout_links:read</c> or <c>checkout_links:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="productId">Filter by product.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<CheckoutLink> ListAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutLinkSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, productId, page, limit, sorting).ItemsAsync(options, cancellationToken);

    /// <summary>Lists checkout links, the oldest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<CheckoutLink>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutLinkSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(organizationId, productId, page, limit, sorting, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists checkout links, the oldest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<CheckoutLink>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutLinkSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, productId, page, limit, sorting).PageAsync(options, cancellationToken);

    private PagedList<CheckoutLink> ListQuestion(
        OneOrMany<string> organizationId,
        OneOrMany<string> productId,
        int? page,
        int? limit,
        OneOrMany<CheckoutLinkSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListCheckoutLink,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/checkout-links/")
                    .Query("organization_id", organizationId)
                    .Query("product_id", productId)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes a checkout link.</summary>
    /// <remarks>Scopes: <c>checkout_links:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutLink> CreateAsync(
        CheckoutLinkCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a checkout link. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<CheckoutLink>> TryCreateAsync(
        CheckoutLinkCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/checkout-links/").With(request, PolarJsonContext.Default.CheckoutLinkCreate),
            PolarJsonContext.Default.CheckoutLink,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a checkout link.</summary>
    /// <remarks>Scopes: <c>checkout_links:read</c> or <c>checkout_links:write</c>.</remarks>
    /// <param name="id">The checkout link's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutLink> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a checkout link. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<CheckoutLink>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/checkout-links/{id}"),
            PolarJsonContext.Default.CheckoutLink,
            options,
            cancellationToken
        );

    /// <summary>Changes a checkout link.</summary>
    /// <remarks>Scopes: <c>checkout_links:write</c>.</remarks>
    /// <param name="id">The checkout link's id.</param>
    /// <param name="checkoutLinkUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CheckoutLink> UpdateAsync(
        string id,
        CheckoutLinkUpdate checkoutLinkUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryUpdateAsync(id, checkoutLinkUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a checkout link. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<CheckoutLink>> TryUpdateAsync(
        string id,
        CheckoutLinkUpdate checkoutLinkUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(checkoutLinkUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/checkout-links/{id}")
                .With(checkoutLinkUpdate, PolarJsonContext.Default.CheckoutLinkUpdate),
            PolarJsonContext.Default.CheckoutLink,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes a checkout link.</summary>
    /// <remarks>Scopes: <c>checkout_links:write</c>.</remarks>
    /// <param name="id">The checkout link's id.</param>
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

    /// <summary>Deletes a checkout link. As a result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/v1/checkout-links/{id}"), options, cancellationToken);
}
