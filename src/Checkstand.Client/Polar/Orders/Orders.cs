namespace Checkstand.Client.Polar;

/// <summary>Orders: what checkouts that succeeded came to.</summary>
public sealed partial class Orders
{
    private readonly ApiCaller caller;

    internal Orders(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists orders, the newest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>orders:read</c> or <c>orders:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="productId">Filter by product.</param>
    /// <param name="productBillingType">Filter by whether it is paid once or again and again.</param>
    /// <param name="discountId">Filter by discount.</param>
    /// <param name="customerId">Filter by customer.</param>
    /// <param name="externalCustomerId">Filter by the organization's own ids of customers.</param>
    /// <param name="checkoutId">Filter by checkout.</param>
    /// <param name="subscriptionId">Filter by subscription.</param>
    /// <param name="status">Filter by status.</param>
    /// <param name="createdAfter">Filter by when it was made: from then on.</param>
    /// <param name="createdBefore">Filter by when it was made: until then.</param>
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
    public IAsyncEnumerable<Order> ListAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<ProductBillingType> productBillingType = default,
        OneOrMany<string> discountId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> checkoutId = default,
        OneOrMany<string> subscriptionId = default,
        OneOrMany<OrderStatus> status = default,
        DateTimeOffset? createdAfter = null,
        DateTimeOffset? createdBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrderSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                organizationId,
                productId,
                productBillingType,
                discountId,
                customerId,
                externalCustomerId,
                checkoutId,
                subscriptionId,
                status,
                createdAfter,
                createdBefore,
                metadata,
                page,
                limit,
                sorting
            )
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists orders, the newest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Order>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<ProductBillingType> productBillingType = default,
        OneOrMany<string> discountId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> checkoutId = default,
        OneOrMany<string> subscriptionId = default,
        OneOrMany<OrderStatus> status = default,
        DateTimeOffset? createdAfter = null,
        DateTimeOffset? createdBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrderSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    organizationId,
                    productId,
                    productBillingType,
                    discountId,
                    customerId,
                    externalCustomerId,
                    checkoutId,
                    subscriptionId,
                    status,
                    createdAfter,
                    createdBefore,
                    metadata,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists orders, the newest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Order>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<ProductBillingType> productBillingType = default,
        OneOrMany<string> discountId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> checkoutId = default,
        OneOrMany<string> subscriptionId = default,
        OneOrMany<OrderStatus> status = default,
        DateTimeOffset? createdAfter = null,
        DateTimeOffset? createdBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrderSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                organizationId,
                productId,
                productBillingType,
                discountId,
                customerId,
                externalCustomerId,
                checkoutId,
                subscriptionId,
                status,
                createdAfter,
                createdBefore,
                metadata,
                page,
                limit,
                sorting
            )
            .PageAsync(options, cancellationToken);

    private PagedList<Order> ListQuestion(
        OneOrMany<string> organizationId,
        OneOrMany<string> productId,
        OneOrMany<ProductBillingType> productBillingType,
        OneOrMany<string> discountId,
        OneOrMany<string> customerId,
        OneOrMany<string> externalCustomerId,
        OneOrMany<string> checkoutId,
        OneOrMany<string> subscriptionId,
        OneOrMany<OrderStatus> status,
        DateTimeOffset? createdAfter,
        DateTimeOffset? createdBefore,
        IReadOnlyDictionary<string, string>? metadata,
        int? page,
        int? limit,
        OneOrMany<OrderSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListOrder,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/orders/")
                    .Query("organization_id", organizationId)
                    .Query("product_id", productId)
                    .Query("product_billing_type", productBillingType)
                    .Query("discount_id", discountId)
                    .Query("customer_id", customerId)
                    .Query("external_customer_id", externalCustomerId)
                    .Query("checkout_id", checkoutId)
                    .Query("subscription_id", subscriptionId)
                    .Query("status", status)
                    .Query("created_after", createdAfter)
                    .Query("created_before", createdBefore)
                    .Metadata(metadata)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Reads an order.</summary>
    /// <remarks>Scopes: <c>orders:read</c> or <c>orders:write</c>.</remarks>
    /// <param name="id">The order's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Order> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads an order. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Order>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/orders/{id}"),
            PolarJsonContext.Default.Order,
            options,
            cancellationToken
        );
}
