namespace Checkstand.Client.Polar;

/// <summary>Organizations: who sells.</summary>
public sealed partial class Organizations
{
    private readonly ApiCaller caller;

    internal Organizations(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the organizations that the token acts for. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>organizations:read</c> or <c>organizations:write</c>.</remarks>
    /// <param name="slug">Filter by slug.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<Organization> ListAsync(
        string? slug = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(slug, page, limit, sorting).ItemsAsync(options, cancellationToken);

    /// <summary>Lists the organizations that the token acts for. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<Organization>> ListPageAsync(
        string? slug = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(slug, page, limit, sorting, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists the organizations that the token acts for. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<Organization>>> TryListPageAsync(
        string? slug = null,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(slug, page, limit, sorting).PageAsync(options, cancellationToken);

    private PagedList<Organization> ListQuestion(
        string? slug,
        int? page,
        int? limit,
        OneOrMany<OrganizationSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListOrganization,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/organizations/")
                    .Query("slug", slug)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Reads an organization.</summary>
    /// <remarks>Scopes: <c>organizations:read</c> or <c>organizations:write</c>.</remarks>
    /// <param name="id">The organization's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Organization> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads an organization. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Organization>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/organizations/{id}"),
            PolarJsonContext.Default.Organization,
            options,
            cancellationToken
        );

    /// <summary>Changes an organization.</summary>
    /// <remarks>Scopes: <c>organizations:write</c>.</remarks>
    /// <param name="id">The organization's id.</param>
    /// <param name="organizationUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="DisputeAutoAcceptNotEnabledException">403: It may not have disputes accepted by themselves.</exception>
    /// <exception cref="SsoEnforcementRequiresConnectionException">409: There is no provider to sign in through.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Organization> UpdateAsync(
        string id,
        OrganizationUpdate organizationUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryUpdateAsync(id, organizationUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes an organization. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Organization>> TryUpdateAsync(
        string id,
        OrganizationUpdate organizationUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(organizationUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/organizations/{id}")
                .With(organizationUpdate, PolarJsonContext.Default.OrganizationUpdate),
            PolarJsonContext.Default.Organization,
            options,
            cancellationToken
        );
    }
}
