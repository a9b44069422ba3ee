namespace Checkstand.Client.Gr4vy;

/// <summary>What routing rules did with a transaction.</summary>
public sealed class TransactionActions
{
    private readonly ApiCaller caller;

    internal TransactionActions(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists what routing rules did with a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.read</c>. A Checkstand server has no routing rules: the list is empty.
    /// Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<TransactionAction>> ListAsync(
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
    public Task<ApiResult<IReadOnlyList<TransactionAction>>> TryListAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/transactions/{transactionId}/actions").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListTransactionAction,
            options,
            cancellationToken
        );
}
