namespace Checkstand.Client.Polar;

public sealed partial class Subscriptions
{
    /// <summary>Lists subscriptions, the youngest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>subscriptions:read</c> or <c>subscriptions:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="productId">Filter by product.</param>
    /// <param name="customerId">Filter by customer.</param>
    /// <param name="externalCustomerId">Filter by the organization's own ids of customers.</param>
    /// <param name="discountId">Filter by discount.</param>
    /// <param name="active">Filter by whether it counts now.</param>
    /// <param name="status">Filter by status.</param>
    /// <param name="cancelAtPeriodEnd">Filter by whether it ends with the billing period.</param>
    /// <param name="customerCancellationReason">Filter by why the customer left.</param>
    /// <param name="canceledAtAfter">Filter by when it was canceled: from then on.</param>
    /// <param name="canceledAtBefore">Filter by when it was canceled: until then.</param>
    /// <param name="startedAfter">Filter by when it began: from then on.</param>
    /// <param name="startedBefore">Filter by when it began: until then.</param>
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
    public IAsyncEnumerable<Subscription> ListAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> discountId = default,
        bool? active = null,
        OneOrMany<SubscriptionStatus> status = default,
        bool? cancelAtPeriodEnd = null,
        OneOrMany<CustomerCancellationReason> customerCancellationReason = default,
        DateTimeOffset? canceledAtAfter = null,
        DateTimeOffset? canceledAtBefore = null,
        DateTimeOffset? startedAfter = null,
        DateTimeOffset? startedBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<SubscriptionSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                organizationId,
                productId,
                customerId,
                externalCustomerId,
                discountId,
                active,
                status,
                cancelAtPeriodEnd,
                customerCancellationReason,
                canceledAtAfter,
                canceledAtBefore,
                startedAfter,
                startedBefore,
                metadata,
                page,
                limit,
                sorting
            )
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists subscriptions, the youngest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Subscription>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> discountId = default,
        bool? active = null,
        OneOrMany<SubscriptionStatus> status = default,
        bool? cancelAtPeriodEnd = null,
        OneOrMany<CustomerCancellationReason> customerCancellationReason = default,
        DateTimeOffset? canceledAtAfter = null,
        DateTimeOffset? canceledAtBefore = null,
        DateTimeOffset? startedAfter = null,
        DateTimeOffset? startedBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<SubscriptionSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    organizationId,
                    productId,
                    customerId,
                    externalCustomerId,
                    discountId,
                    active,
                    status,
                    cancelAtPeriodEnd,
                    customerCancellationReason,
                    canceledAtAfter,
                    canceledAtBefore,
                    startedAfter,
                    startedBefore,
                    metadata,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists subscriptions, the youngest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Subscription>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        OneOrMany<string> productId = default,
        OneOrMany<string> customerId = default,
        OneOrMany<string> externalCustomerId = default,
        OneOrMany<string> discountId = default,
        bool? active = null,
        OneOrMany<SubscriptionStatus> status = default,
        bool? cancelAtPeriodEnd = null,
        OneOrMany<CustomerCancellationReason> customerCancellationReason = default,
        DateTimeOffset? canceledAtAfter = null,
        DateTimeOffset? canceledAtBefore = null,
        DateTimeOffset? startedAfter = null,
        DateTimeOffset? startedBefore = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<SubscriptionSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                organizationId,
                productId,
                customerId,
                externalCustomerId,
                discountId,
                active,
                status,
                cancelAtPeriodEnd,
                customerCancellationReason,
                canceledAtAfter,
                canceledAtBefore,
                startedAfter,
                startedBefore,
                metadata,
                page,
                limit,
                sorting
            )
            .PageAsync(options, cancellationToken);

    private PagedList<Subscription> ListQuestion(
        OneOrMany<string> organizationId,
        OneOrMany<string> productId,
        OneOrMany<string> customerId,
        OneOrMany<string> externalCustomerId,
        OneOrMany<string> discountId,
        bool? active,
        OneOrMany<SubscriptionStatus> status,
        bool? cancelAtPeriodEnd,
        OneOrMany<CustomerCancellationReason> customerCancellationReason,
        DateTimeOffset? canceledAtAfter,
        DateTimeOffset? canceledAtBefore,
        DateTimeOffset? startedAfter,
        DateTimeOffset? startedBefore,
        IReadOnlyDictionary<string, string>? metadata,
        int? page,
        int? limit,
        OneOrMany<SubscriptionSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListSubscription,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/subscriptions/")
                    .Query("organization_id", organizationId)
                    .Query("product_id", productId)
                    .Query("customer_id", customerId)
                    .Query("external_customer_id", externalCustomerId)
                    .Query("discount_id", discountId)
                    .Query("active", active)
                    .Query("status", status)
                    .Query("cancel_at_period_end", cancelAtPeriodEnd)
                    .Query("customer_cancellation_reason", customerCancellationReason)
                    .Query("canceled_at_after", canceledAtAfter)
                    .Query("canceled_at_before", canceledAtBefore)
                    .Query("started_after", startedAfter)
                    .Query("started_before", startedBefore)
                    .Metadata(metadata)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );
}
