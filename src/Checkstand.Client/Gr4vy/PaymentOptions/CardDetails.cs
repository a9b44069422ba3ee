namespace Checkstand.Client.Gr4vy;

/// <summary>What a card number tells before it is whole.</summary>
public sealed class CardDetails
{
    private readonly ApiCaller caller;

    internal CardDetails(ApiCaller caller) => this.caller = caller;

    /// <summary>Tells the scheme of a card, and what a payment with it needs.</summary>
    /// <param name="currency">Currency of ISO 4217.</param>
    /// <param name="bin">The first 6 to 8 digits of the card number.</param>
    /// <param name="paymentMethodId">The id of a stored card, in place of the digits.</param>
    /// <param name="country">Country of ISO 3166-1.</param>
    /// <param name="amount">Amount in the currency's smallest unit.</param>
    /// <param name="intent">What the payment is to do.</param>
    /// <param name="isSubsequentPayment">Whether an earlier payment set up this one.</param>
    /// <param name="merchantInitiated">Whether the merchant pays without the buyer being there.</param>
    /// <param name="metadata">The merchant's own texts by name, as JSON.</param>
    /// <param name="paymentSource">Where the payment comes from.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>bin-checker.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CardDetail> GetAsync(
        string currency,
        string? bin = null,
        string? paymentMethodId = null,
        string? country = null,
        long? amount = null,
        TransactionIntent? intent = null,
        bool? isSubsequentPayment = null,
        bool? merchantInitiated = null,
        string? metadata = null,
        TransactionPaymentSource? paymentSource = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(
                    currency,
                    bin,
                    paymentMethodId,
                    country,
                    amount,
                    intent,
                    isSubsequentPayment,
                    merchantInitiated,
                    metadata,
                    paymentSource,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<CardDetail>> TryGetAsync(
        string currency,
        string? bin = null,
        string? paymentMethodId = null,
        string? country = null,
        long? amount = null,
        TransactionIntent? intent = null,
        bool? isSubsequentPayment = null,
        bool? merchantInitiated = null,
        string? metadata = null,
        TransactionPaymentSource? paymentSource = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);

        return caller.SendAsync(
            ApiRequest
                .Get($"/card-details")
                .Query("currency", currency)
                .Query("bin", bin)
                .Query("payment_method_id", paymentMethodId)
                .Query("country", country)
                .Query("amount", amount)
                .Query("intent", intent)
                .Query("is_subsequent_payment", isSubsequentPayment)
                .Query("merchant_initiated", merchantInitiated)
                .Query("metadata", metadata)
                .Query("payment_source", paymentSource)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.CardDetail,
            options,
            cancellationToken
        );
    }
}
