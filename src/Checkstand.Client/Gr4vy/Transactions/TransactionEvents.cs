namespace Checkstand.Client.Gr4vy;

/// <summary>What happened to a transaction.</summary>
public sealed class TransactionEvents
{
    private readonly ApiCaller caller;

    internal TransactionEvents(ApiCaller caller) => this.caller = caller;

    /// <summary>
    /// Lists what happened to a transaction, newest first: the items of all pages, each page asked for when its first
    /// item is.
    /// </summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 100.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public IAsyncEnumerable<TransactionEvent> ListAsync(
        string transactionId,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        Pages.ItemsAsync(
            token => TryListPageAsync(transactionId, cursor, limit, merchantAccountId, options, token),
            options,
            cancellationToken
        );

    /// <summary>Lists what happened to a transaction, newest first: one page.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="cursor">Where to begin: a cursor of an earlier page.</param>
    /// <param name="limit">How many items each page has at most, 1 to 100; null means 100.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Page<TransactionEvent>> ListPageAsync(
        string transactionId,
        string? cursor = null,
        int? limit = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListPageAsync(transactionId, cursor, limit, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListPageAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListPageAsync"/>
    public Task<ApiResult<Page<TransactionEvent>>> TryListPageAsync(
        string transactionId,
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
                    .Get($"/transactions/{transactionId}/events")
                    .Query("limit", limit)
                    .ForMerchant(merchantAccountId)
                    .Query("cursor", at),
            cursor,
            Gr4vyJsonContext.Default.Gr4vyListTransactionEvent,
            options,
            cancellationToken
        );
    }
}
