namespace Checkstand.Client.Polar;

/// <summary>Checkouts: what is sold to whom, until it is paid. Source: contract sections 1.1, 2 and 3.</summary>
public sealed partial class Checkouts
{
    private readonly ApiCaller caller;

    internal Checkouts(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists checkouts, the newest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>checkouts:read</c> or <c>checkouts:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="productId">Filter by product.</param>
    /// <param name="customerId">Filter by customer.</param>
    /// <param name="externalCustomerId">Filter by the organization's own ids of customers.</param>
    /// <param name="status">Filter by status.</param>
    /// <param name="query">Filter by a part of the buyer's address of mail, in any case.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<Checkout> ListAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<CheckoutStatus> status = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, productId, customerId, externalCustomerId, status, query, page, limit, sorting)
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists checkouts, the newest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Checkout>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<CheckoutStatus> status = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    organizationId,
                    productId,
                    customerId,
                    externalCustomerId,
                    status,
                    query,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists checkouts, the newest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Checkout>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<CheckoutStatus> status = default,
        string? query = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CheckoutSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, productId, customerId, externalCustomerId, status, query, page, limit, sorting)
            .PageAsync(options, cancellationToken);

    private PagedList<Checkout> ListQuestion(
        OneOrMany<string> organizationId,
        OneOrMany<string> productId,
        OneOrMany<string> customerId,
        OneOrMany<string> externalCustomerId,
        OneOrMany<CheckoutStatus> status,
        string? query,
        int? page,
        int? limit,
        OneOrMany<CheckoutSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListCheckout,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/checkouts/")
                    .Query("organization_id", organizationId)
                    .Query("product_id", productId)
                    .Query("customer_id", customerId)
                    .Query("external_customer_id", externalCustomerId)
                    .Query("status", status)
                    .Query("query", query)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );
}
