namespace Checkstand.Client.Gr4vy;

/// <summary>Stored gift cards.</summary>
public sealed class GiftCards
{
    private readonly ApiCaller caller;

    internal GiftCards(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists gift cards: the items of all pages, each page asked for when its first item is.</summary>
    /// <param name="buyerId">Only those of the buyer with this id.</param>
    /// <param name="buyerExternalIdentifier">Only those of the buyer with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>gift-cards.read</c>. A Checkstand server has no gift cards: the list is empty. Contract,
    /// section 6.8.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<GiftCard> ListAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Pages.ItemsAsync(
            token =>
                TryListPageAsync(buyerId, buyerExternalIdentifier, cursor, limit, merchantAccountId, options, token),
            options,
            cancellationToken
        );

    /// <summary>Lists gift cards: one page.</summary>
    /// <param name="buyerId">Only those of the buyer with this id.</param>
    /// <param name="buyerExternalIdentifier">Only those of the buyer with this name of the merchant's own.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 20.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>gift-cards.read</c>. A Checkstand server has no gift cards: the list is empty. Contract,
    /// section 6.8.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<GiftCard>> ListPageAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(
                    buyerId,
                    buyerExternalIdentifier,
                    cursor,
                    limit,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<GiftCard>>> TryListPageAsync(
        string? buyerId = null,
        string? buyerExternalIdentifier = null,
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
                    .Get($"/gift-cards")
                    .Query("buyer_id", buyerId)
                    .Query("buyer_external_identifier", buyerExternalIdentifier)
                    .Query("limit", limit)
                    .ForMerchant(merchantAccountId)
                    .Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListGiftCard,
            options,
            cancellationToken
        );
    }
}
