namespace Checkstand.Client.Gr4vy;

/// <summary>Settlements of a transaction.</summary>
public sealed class TransactionSettlements
{
    private readonly ApiCaller caller;

    internal TransactionSettlements(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the settlements of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.read</c>. The payment services of a Checkstand server report none: the list is
    /// empty. Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<Settlement>> ListAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(transactionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<Settlement>>> TryListAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/transactions/{transactionId}/settlements").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListSettlement,
            options,
            cancellationToken
        );

    /// <summary>Reads a settlement of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="settlementId">The id of the settlement.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.read</c>. The payment services of a Checkstand server report none: 404.
    /// Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Settlement> GetAsync(
        string transactionId,
        string settlementId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(transactionId, settlementId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Settlement>> TryGetAsync(
        string transactionId,
        string settlementId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/transactions/{transactionId}/settlements/{settlementId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Settlement,
            options,
            cancellationToken
        );
}
