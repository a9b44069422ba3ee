namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer's stored payment methods.</summary>
public sealed class BuyerPaymentMethods
{
    private readonly ApiCaller caller;

    internal BuyerPaymentMethods(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists a buyer's stored payment methods, at most 100.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="buyerExternalIdentifier">The merchant's own name for the buyer.</param>
    /// <param name="sortBy">What the list is sorted by; null means its age.</param>
    /// <param name="orderBy">Which end comes first; null means <see cref="OrderBy.Desc"/>.</param>
    /// <param name="country">Only those that can be used in this country of ISO 3166-1.</param>
    /// <param name="currency">Only those that can be used with this currency of ISO 4217.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-methods.read</c>. Without a buyer the list is empty; with both, both must fit.
    /// Contract, section 6.5.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<PaymentMethodSummary>> ListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        SortBy? sortBy = null,
        OrderBy? orderBy = null,
        string? country = null,
        string? currency = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(
                    buyerId,
                    buyerExternalIdentifier,
                    sortBy,
                    orderBy,
                    country,
                    currency,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<PaymentMethodSummary>>> TryListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        SortBy? sortBy = null,
        OrderBy? orderBy = null,
        string? country = null,
        string? currency = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest
                .Get($"/buyers/payment-methods")
                .Query("buyer_id", buyerId)
                .Query("buyer_external_identifier", buyerExternalIdentifier)
                .Query("sort_by", sortBy)
                .Query("order_by", orderBy)
                .Query("country", country)
                .Query("currency", currency)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListPaymentMethodSummary,
            options,
            cancellationToken
        );
}
