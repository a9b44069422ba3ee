namespace Checkstand.Client.Gr4vy;

/// <summary>Methods that a buyer may choose.</summary>
public sealed class PaymentOptions
{
    private readonly ApiCaller caller;

    internal PaymentOptions(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the methods that a buyer may choose.</summary>
    /// <param name="paymentOptionRequest">What is to be paid for.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>payment-options.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<PaymentOption>> ListAsync(
        PaymentOptionRequest paymentOptionRequest,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(paymentOptionRequest, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<PaymentOption>>> TryListAsync(
        PaymentOptionRequest paymentOptionRequest,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest
                .Post($"/payment-options")
                .With(paymentOptionRequest, Gr4vyJsonContext.Default.PaymentOptionRequest)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListPaymentOption,
            options,
            cancellationToken
        );
}
