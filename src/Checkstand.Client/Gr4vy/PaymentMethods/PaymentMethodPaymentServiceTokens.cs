namespace Checkstand.Client.Gr4vy;

/// <summary>Tokens by which payment services know a stored payment method.</summary>
public sealed class PaymentMethodPaymentServiceTokens
{
    private readonly ApiCaller caller;

    internal PaymentMethodPaymentServiceTokens(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the tokens of payment services for a stored payment method.</summary>
    /// <param name="paymentMethodId">The id of the stored payment method.</param>
    /// <param name="paymentServiceId">Only those of this payment service.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-methods.read</c>. A Checkstand server has none: the list is empty. Contract,
    /// section 6.5.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<PaymentServiceToken>> ListAsync(
        string paymentMethodId,
        string? paymentServiceId = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(paymentMethodId, paymentServiceId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<PaymentServiceToken>>> TryListAsync(
        string paymentMethodId,
        string? paymentServiceId = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest
                .Get($"/payment-methods/{paymentMethodId}/payment-service-tokens")
                .Query("payment_service_id", paymentServiceId)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListPaymentServiceToken,
            options,
            cancellationToken
        );
}
