using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>Kinds of payment service.</summary>
public sealed class PaymentServiceDefinitions
{
    private readonly ApiCaller caller;

    internal PaymentServiceDefinitions(ApiCaller caller) => this.caller = caller;

    /// <summary>
    /// Lists the kinds of payment service: the items of all pages, each page asked for when its first item is.
    /// </summary>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-service-definitions.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<PaymentServiceDefinition> ListAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Pages.ItemsAsync(token => TryListPageAsync(cursor, limit, options, token), options, cancellationToken);

    /// <summary>Lists the kinds of payment service: one page.</summary>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-service-definitions.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<PaymentServiceDefinition>> ListPageAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryListPageAsync(cursor, limit, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<PaymentServiceDefinition>>> TryListPageAsync(
        string? cursor = null,
        int? limit = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Required.Positive(limit);
        return caller.TryPageAsync(
            at => ApiRequest.Get($"/payment-service-definitions").Query("limit", limit).Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListPaymentServiceDefinition,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads a kind of payment service.</summary>
    /// <param name="paymentServiceDefinitionId">The kind of payment service, such as <c>mock-card</c>.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-service-definitions.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<PaymentServiceDefinition> GetAsync(
        string paymentServiceDefinitionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(paymentServiceDefinitionId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<PaymentServiceDefinition>> TryGetAsync(
        string paymentServiceDefinitionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/payment-service-definitions/{paymentServiceDefinitionId}"),
            Gr4vyJsonContext.Default.PaymentServiceDefinition,
            options,
            cancellationToken
        );

    /// <summary>Opens a session at a provider.</summary>
    /// <param name="paymentServiceDefinitionId">The kind of payment service, such as <c>mock-card</c>.</param>
    /// <param name="requestBody">What the provider takes.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. The providers of a Checkstand server offer none: 400. Contract,
    /// section 6.6.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CreateSession> SessionAsync(
        string paymentServiceDefinitionId,
        Dictionary<string, JsonElement> requestBody,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TrySessionAsync(paymentServiceDefinitionId, requestBody, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="SessionAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="SessionAsync"/>
    public Task<ApiResult<CreateSession>> TrySessionAsync(
        string paymentServiceDefinitionId,
        Dictionary<string, JsonElement> requestBody,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/payment-service-definitions/{paymentServiceDefinitionId}/sessions")
                .With(requestBody, Gr4vyJsonContext.Default.DictionaryStringJsonElement),
            Gr4vyJsonContext.Default.CreateSession,
            options,
            cancellationToken
        );
}
