namespace Checkstand.Client.Polar;

public sealed partial class Products
{
    /// <summary>Lists products, the newest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>products:read</c> or <c>products:write</c>.</remarks>
    /// <param name="id">Filter by id.</param>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="query">Filter by a part of the name, in any case.</param>
    /// <param name="isArchived">Filter by whether it can no longer be bought.</param>
    /// <param name="isRecurring">Filter by whether it is paid again and again.</param>
    /// <param name="benefitId">Filter by benefit.</param>
    /// <param name="visibility">Filter by who can see it.</param>
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
    public IAsyncEnumerable<Product> ListAsync(
        OneOrMany<string> id = default,
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        bool? isRecurring = null,
        OneOrMany<string> benefitId = default,
        OneOrMany<ProductVisibility> visibility = default,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<ProductSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                id,
                organizationId,
                query,
                isArchived,
                isRecurring,
                benefitId,
                visibility,
                metadata,
                page,
                limit,
                sorting
            )
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists products, the newest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Product>> ListPageAsync(
        OneOrMany<string> id = default,
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        bool? isRecurring = null,
        OneOrMany<string> benefitId = default,
        OneOrMany<ProductVisibility> visibility = default,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<ProductSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    id,
                    organizationId,
                    query,
                    isArchived,
                    isRecurring,
                    benefitId,
                    visibility,
                    metadata,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists products, the newest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Product>>> TryListPageAsync(
        OneOrMany<string> id = default,
        OneOrMany<string> organizationId = default,
        string? query = null,
        bool? isArchived = null,
        bool? isRecurring = null,
        OneOrMany<string> benefitId = default,
        OneOrMany<ProductVisibility> visibility = default,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<ProductSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(
                id,
                organizationId,
                query,
                isArchived,
                isRecurring,
                benefitId,
                visibility,
                metadata,
                page,
                limit,
                sorting
            )
            .PageAsync(options, cancellationToken);

    private PagedList<Product> ListQuestion(
        OneOrMany<string> id,
        OneOrMany<string> organizationId,
        string? query,
        bool? isArchived,
        bool? isRecurring,
        OneOrMany<string> benefitId,
        OneOrMany<ProductVisibility> visibility,
        IReadOnlyDictionary<string, string>? metadata,
        int? page,
        int? limit,
        OneOrMany<ProductSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListProduct,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/products/")
                    .Query("id", id)
                    .Query("organization_id", organizationId)
                    .Query("query", query)
                    .Query("is_archived", isArchived)
                    .Query("is_recurring", isRecurring)
                    .Query("benefit_id", benefitId)
                    .Query("visibility", visibility)
                    .Metadata(metadata)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );
}
