namespace Checkstand.Client.Gr4vy;

/// <summary>A buyer's gift cards.</summary>
public sealed class BuyerGiftCards
{
    private readonly ApiCaller caller;

    internal BuyerGiftCards(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists a buyer's gift cards.</summary>
    /// <param name="buyerId">The id of the buyer.</param>
    /// <param name="buyerExternalIdentifier">The merchant's own name for the buyer.</param>
    /// <param name="sortBy">What the list is sorted by; null means its age.</param>
    /// <param name="orderBy">Which end comes first; null means <see cref="OrderBy.Desc"/>.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>gift-cards.read</c>. A Checkstand server has no gift cards: the list is empty. Contract,
    /// section 6.8.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<GiftCardSummary>> ListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        SortBy? sortBy = null,
        OrderBy? orderBy = null,
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
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<GiftCardSummary>>> TryListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        SortBy? sortBy = null,
        OrderBy? orderBy = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest
                .Get($"/buyers/gift-cards")
                .Query("buyer_id", buyerId)
                .Query("buyer_external_identifier", buyerExternalIdentifier)
                .Query("sort_by", sortBy)
                .Query("order_by", orderBy)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListGiftCardSummary,
            options,
            cancellationToken
        );
}
