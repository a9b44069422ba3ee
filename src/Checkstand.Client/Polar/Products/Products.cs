namespace Checkstand.Client.Polar;

/// <summary>Products: what can be bought, and at which prices.</summary>
public sealed partial class Products
{
    private readonly ApiCaller caller;

    internal Products(ApiCaller caller) => this.caller = caller;

    /// <summary>Makes a product.</summary>
    /// <remarks>Scopes: <c>products:write</c>.</remarks>
    /// <param name="request">What it is to be.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Product> CreateAsync(
        ProductCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryCreateAsync(request, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Makes a product. As a result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Product>> TryCreateAsync(
        ProductCreate request,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(request);
        return caller.SendAsync(
            ApiRequest.Post($"/v1/products/").With(request, PolarJsonContext.Default.ProductCreate),
            PolarJsonContext.Default.Product,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a product.</summary>
    /// <remarks>Scopes: <c>products:read</c> or <c>products:write</c>.</remarks>
    /// <param name="id">The product's id.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Product> GetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAsync(id, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Reads a product. As a result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Product>> TryGetAsync(
        string id,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/v1/products/{id}"),
            PolarJsonContext.Default.Product,
            options,
            cancellationToken
        );

    /// <summary>Changes a product.</summary>
    /// <remarks>Scopes: <c>products:write</c>.</remarks>
    /// <param name="id">The product's id.</param>
    /// <param name="productUpdate">What is to change.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Product> UpdateAsync(
        string id,
        ProductUpdate productUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryUpdateAsync(id, productUpdate, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Changes a product. As a result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Product>> TryUpdateAsync(
        string id,
        ProductUpdate productUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(productUpdate);
        return caller.SendAsync(
            ApiRequest.Patch($"/v1/products/{id}").With(productUpdate, PolarJsonContext.Default.ProductUpdate),
            PolarJsonContext.Default.Product,
            options,
            cancellationToken
        );
    }

    /// <summary>Says which benefits a product has from now on.</summary>
    /// <remarks>Scopes: <c>products:write</c>.</remarks>
    /// <param name="id">The product's id.</param>
    /// <param name="productBenefitsUpdate">The benefits.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of bounds; nothing was sent.</exception>
    /// <exception cref="ResourceNotFoundException">404: There is none, or the token does not see it.</exception>
    /// <exception cref="HttpValidationException">422: The server does not take something; <see cref="CheckstandException.Details"/> says what.</exception>
    /// <exception cref="ApiException">Any other status of an error.</exception>
    /// <exception cref="CheckstandException">No answer came, or one that cannot be read.</exception>
    public async Task<Product> UpdateBenefitsAsync(
        string id,
        ProductBenefitsUpdate productBenefitsUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateBenefitsAsync(id, productBenefitsUpdate, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>Says which benefits a product has from now on. As a result.</summary>
    /// <inheritdoc cref="UpdateBenefitsAsync"/>
    public Task<ApiResult<Product>> TryUpdateBenefitsAsync(
        string id,
        ProductBenefitsUpdate productBenefitsUpdate,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentChecks.Check(productBenefitsUpdate);
        return caller.SendAsync(
            ApiRequest
                .Post($"/v1/products/{id}/benefits")
                .With(productBenefitsUpdate, PolarJsonContext.Default.ProductBenefitsUpdate),
            PolarJsonContext.Default.Product,
            options,
            cancellationToken
        );
    }
}
