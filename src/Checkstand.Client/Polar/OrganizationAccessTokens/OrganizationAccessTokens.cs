namespace Checkstand.Client.Polar;

/// <summary>Access tokens of organizations.</summary>
public sealed partial class OrganizationAccessTokens
{
    private readonly ApiCaller caller;

    internal OrganizationAccessTokens(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists access tokens that were not deleted, the oldest first unless sorted otherwise. The items of all pages, each page asked for when its first item is.</summary>
    /// <remarks>Scopes: <c>organization_access_tokens:read</c> or <c>organization_access_tokens:write</c>.</remarks>
    /// <param name="organizationId">Filter by organization.</param>
    /// <param name="page">The page's number, from 1; otherwise 1.</param>
    /// <param name="limit">How many items a page has, 1 to 100; otherwise 10.</param>
    /// <param name="sorting">What it is sorted by, the first criterion first.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public IAsyncEnumerable<OrganizationAccessToken> ListAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationAccessTokenSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, page, limit, sorting).ItemsAsync(options, cancellationToken);

    /// <summary>Lists access tokens that were not deleted, the oldest first unless sorted otherwise. One page of it.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<Page<OrganizationAccessToken>> ListPageAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationAccessTokenSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(organizationId, page, limit, sorting, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Lists access tokens that were not deleted, the oldest first unless sorted otherwise. One page of it, as a result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<OrganizationAccessToken>>> TryListPageAsync(
        OneOrMany<string> organizationId = default,
        int? page = null,
        int? limit = null,
        OneOrMany<OrganizationAccessTokenSortProperty> sorting = default,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListQuestion(organizationId, page, limit, sorting).PageAsync(options, cancellationToken);

    private PagedList<OrganizationAccessToken> ListQuestion(
        OneOrMany<string> organizationId,
        int? page,
        int? limit,
        OneOrMany<OrganizationAccessTokenSortProperty> sorting
    ) =>
        new(
            caller,
            PolarJsonContext.Default.PolarListOrganizationAccessToken,
            page,
            limit,
            (number, size) =>
                ApiRequest
                    .Get($"/v1/organization-access-tokens/")
                    .Query("organization_id", organizationId)
                    .Query("page", number)
                    .Query("limit", size)
                    .Query("sorting", sorting)
        );

    /// <summary>Makes an access token. The answer is the only place where its secret is shown.</summary>
    /// <remarks>Scopes: <c>organization_access_tokens:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<OrganizationAccessTokenCreateResponse> CreateAsync(
        OrganizationAccessTokenCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes an access token. The answer is the only place where its secret is shown. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<OrganizationAccessTokenCreateResponse>> TryCreateAsync(
        OrganizationAccessTokenCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest
                .Post($"/v1/organization-access-tokens/")
                .With(request, PolarJsonContext.Default.OrganizationAccessTokenCreate),
            PolarJsonContext.Default.OrganizationAccessTokenCreateResponse,
            options,
            cancellationToken
        );
    }

    /// <summary>Changes an access token.</summary>
    /// <remarks>Scopes: <c>organization_access_tokens:write</c>.</remarks>
    /// <param name="id">The token's id.</param>
    /// <param name="organizationAccessTokenUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<OrganizationAccessToken> UpdateAsync(
        string id,
        OrganizationAccessTokenUpdate organizationAccessTokenUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(id, organizationAccessTokenUpdate, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Changes an access token. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<OrganizationAccessToken>> TryUpdateAsync(
        string id,
        OrganizationAccessTokenUpdate organizationAccessTokenUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(organizationAccessTokenUpdate);
        return caller.SendAsync(
            ApiRequest
                .Patch($"/v1/organization-access-tokens/{id}")
                .With(organizationAccessTokenUpdate, PolarJsonContext.Default.OrganizationAccessTokenUpdate),
            PolarJsonContext.Default.OrganizationAccessToken,
            options,
            cancellationToken
        );
    }

    /// <summary>Deletes an access token: nobody can use it any more.</summary>
    /// <remarks>Scopes: <c>organization_access_tokens:write</c>.</remarks>
    /// <param name="id">The token's id.</param>
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

    /// <summary>Deletes an access token: nobody can use it any more. As a result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => caller.SendAsync(ApiRequest.Delete($"/v1/organization-access-tokens/{id}"), options, cancellationToken);
}
