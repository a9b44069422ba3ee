namespace Checkstand.Client.Polar;

/// <summary>Customers: who buys.</summary>
public sealed partial class Customers
{
    private readonly ApiCaller caller;

    internal Customers(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists customers, the newest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>customers:read</c> or <c>customers:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="email">Filter by the address of mail.</param>
    /// <param name="query">Filter by a part of the name, the address of mail or the organization's own id.</param>
    /// <param name="active">Filter by whether it has an active subscription. Checkstand refuses it.</param>
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
    public IAsyncEnumerable<Customer> ListAsync(
        OneOrMany<string> organizationId = default,
        string? email = null,
        string? query = null,
        bool? active = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomerSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, email, query, active, metadata, page, limit, sorting)
            .ItemsAsync(options, cancellationToken);

    /// <summary>Lists customers, the newest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Customer>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        string? email = null,
        string? query = null,
        bool? active = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomerSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    organizationId,
                    email,
                    query,
                    active,
                    metadata,
                    page,
                    limit,
                    sorting,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists customers, the newest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Customer>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        string? email = null,
        string? query = null,
        bool? active = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        int? page = null,
        int? limit = null,
        OneOrMany<CustomerSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ListQuestion(organizationId, email, query, active, metadata, page, limit, sorting)
            .PageAsync(options, cancellationToken);

    private PagedList<Customer> ListQuestion(
        OneOrMany<string> organizationId,
        string? email,
        string? query,
        bool? active,
        IReadOnlyDictionary<string, string>? metadata,
        int? page,
        int? limit,
        OneOrMany<CustomerSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListCustomer,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/customers/")
                    .Query("organization_id", organizationId)
                    .Query("email", email)
                    .Query("query", query)
                    .Query("active", active)
                    .Metadata(metadata)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes a customer.</summary>
    /// <remarks>Scopes: <c>customers:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Customer> CreateAsync(
        CustomerCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a customer. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Customer>> TryCreateAsync(
        CustomerCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/customers/").With(request, PolarJsonContext.Default.CustomerCreate),
            PolarJsonContext.Default.Customer,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a customer.</summary>
    /// <remarks>Scopes: <c>customers:read</c> or <c>customers:write</c>.</remarks>
    /// <param name="id">The customer's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Customer> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a customer. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Customer>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/customers/{id}"),
            PolarJsonContext.Default.Customer,
            options,
            cancellationToken
        );

    /// <summary>Changes a customer.</summary>
    /// <remarks>Scopes: <c>customers:write</c>.</remarks>
    /// <param name="id">The customer's id.</param>
    /// <param name="customerUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Customer> UpdateAsync(
        string id,
        CustomerUpdate customerUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, customerUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a customer. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Customer>> TryUpdateAsync(
        string id,
        CustomerUpdate customerUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(customerUpdate);
        return caller.SendAsync(
            ApiRequest.Patch($"/v1/customers/{id}").With(customerUpdate, PolarJsonContext.Default.CustomerUpdate),
            PolarJsonContext.Default.Customer,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes a customer, and ends its subscriptions at once. Orders keep naming it.</summary>
    /// <remarks>Scopes: <c>customers:write</c>.</remarks>
    /// <param name="id">The customer's id.</param>
    /// <param name="anonymize">Whether what tells who it was is also made unreadable; otherwise false.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task DeleteAsync(
        string id,
        bool? anonymize = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryDeleteAsync(id, anonymize, options, cancellationToken).ConfigureAwait(false)).OrThrow();

    /// <summary>Deletes a customer, and ends its subscriptions at once. Orders keep naming it. As a result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string id,
        bool? anonymize = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/v1/customers/{id}").Query("anonymize", anonymize),
            options,
            cancellationToken
        );

    /// <summary>Reads a customer together with what it has now.</summary>
    /// <remarks>Scopes: <c>customers:read</c> or <c>customers:write</c>.</remarks>
    /// <param name="id">The customer's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<CustomerState> GetStateAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetStateAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a customer together with what it has now. As a result.</summary>
    /// <inheritdoc cref="GetStateAsync"/>
    public Task<ApiResult<CustomerState>> TryGetStateAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/customers/{id}/state"),
            PolarJsonContext.Default.CustomerState,
            options,
            cancellationToken
        );
}
