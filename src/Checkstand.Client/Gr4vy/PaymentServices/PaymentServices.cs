using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>Connections to providers.</summary>
public sealed class PaymentServices
{
    private readonly ApiCaller caller;

    internal PaymentServices(ApiCaller caller) => this.caller = caller;

    /// <summary>Adds a payment service.</summary>
    /// <param name="paymentServiceCreate">Its kind, settings, currencies and countries.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-services.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentService> CreateAsync(
        PaymentServiceCreate paymentServiceCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(paymentServiceCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<PaymentService>> TryCreateAsync(
        PaymentServiceCreate paymentServiceCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(paymentServiceCreate);
        Required.Text(paymentServiceCreate.DisplayName, nameof(paymentServiceCreate));
        Required.Text(paymentServiceCreate.PaymentServiceDefinitionId, nameof(paymentServiceCreate));
        Required.Some(paymentServiceCreate.AcceptedCurrencies, nameof(paymentServiceCreate));
        Required.Some(paymentServiceCreate.AcceptedCountries, nameof(paymentServiceCreate));

        return caller.SendAsync(
            ApiRequest
                .Post($"/payment-services")
                .With(paymentServiceCreate, Gr4vyJsonContext.Default.PaymentServiceCreate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentService,
            options,
            cancellationToken
        );
    }

    /// <summary>
    /// Lists payment services, the newest first: the items of all pages, each page asked for when its first item is.
    /// </summary>
    /// <param name="method">Only those of this method of payment.</param>
    /// <param name="deleted">Whether to list the deleted ones instead.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-services.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<PaymentService> ListAsync(
        Method? method = null,
        bool? deleted = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Pages.ItemsAsync(
            token => TryListPageAsync(method, deleted, cursor, limit, merchantAccountId, options, token),
            options,
            cancellationToken
        );

    /// <summary>Lists payment services, the newest first: one page.</summary>
    /// <param name="method">Only those of this method of payment.</param>
    /// <param name="deleted">Whether to list the deleted ones instead.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-services.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<PaymentService>> ListPageAsync(
        Method? method = null,
        bool? deleted = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(method, deleted, cursor, limit, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<PaymentService>>> TryListPageAsync(
        Method? method = null,
        bool? deleted = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Required.Positive(limit);
        return caller.TryPageAsync(
            at =>
                ApiRequest
                    .Get($"/payment-services")
                    .Query("method", method)
                    .Query("deleted", deleted)
                    .Query("limit", limit)
                    .ForMerchant(merchantAccountId)
                    .Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListPaymentService,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a payment service.</summary>
    /// <param name="paymentServiceId">The id of the payment service.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-services.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentService> GetAsync(
        string paymentServiceId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(paymentServiceId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<PaymentService>> TryGetAsync(
        string paymentServiceId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/payment-services/{paymentServiceId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentService,
            options,
            cancellationToken
        );

    /// <summary>Changes a payment service.</summary>
    /// <param name="paymentServiceId">The id of the payment service.</param>
    /// <param name="paymentServiceUpdate">What changes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-services.write</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentService> UpdateAsync(
        string paymentServiceId,
        PaymentServiceUpdate paymentServiceUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(paymentServiceId, paymentServiceUpdate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<PaymentService>> TryUpdateAsync(
        string paymentServiceId,
        PaymentServiceUpdate paymentServiceUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/payment-services/{paymentServiceId}")
                .With(paymentServiceUpdate, Gr4vyJsonContext.Default.PaymentServiceUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.PaymentService,
            options,
            cancellationToken
        );

    /// <summary>Removes a payment service.</summary>
    /// <param name="paymentServiceId">The id of the payment service.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-services.write</c>. Payments that went through it can still be captured, voided and
    /// refunded. Contract, section 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string paymentServiceId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryDeleteAsync(paymentServiceId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string paymentServiceId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/payment-services/{paymentServiceId}").ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );

    /// <summary>Asks a provider whether settings are good.</summary>
    /// <param name="verifyCredentials">The settings.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-services.write</c>. A Checkstand server has its credentials in its configuration:
    /// 400. Contract, section 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task VerifyAsync(
        VerifyCredentials verifyCredentials,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryVerifyAsync(verifyCredentials, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="VerifyAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="VerifyAsync"/>
    public Task<ApiResult> TryVerifyAsync(
        VerifyCredentials verifyCredentials,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(verifyCredentials);
        Required.Text(verifyCredentials.PaymentServiceDefinitionId, nameof(verifyCredentials));

        return caller.SendAsync(
            ApiRequest
                .Post($"/payment-services/verify")
                .With(verifyCredentials, Gr4vyJsonContext.Default.VerifyCredentials)
                .ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );
    }

    /// <summary>Opens a session at a provider.</summary>
    /// <param name="paymentServiceId">The id of the payment service.</param>
    /// <param name="requestBody">What the provider takes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. The providers of a Checkstand server offer none: 400. Contract,
    /// section 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CreateSession> SessionAsync(
        string paymentServiceId,
        Dictionary<string, JsonElement> requestBody,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TrySessionAsync(paymentServiceId, requestBody, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="SessionAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="SessionAsync"/>
    public Task<ApiResult<CreateSession>> TrySessionAsync(
        string paymentServiceId,
        Dictionary<string, JsonElement> requestBody,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/payment-services/{paymentServiceId}/sessions")
                .With(requestBody, Gr4vyJsonContext.Default.DictionaryStringJsonElement)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.CreateSession,
            options,
            cancellationToken
        );
}
