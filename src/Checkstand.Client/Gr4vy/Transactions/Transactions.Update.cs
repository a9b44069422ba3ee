namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Changes what the merchant wrote on a payment.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="transactionUpdate">What changes.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. What is absent stays, null clears, a value replaces the whole of
    /// it. Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> UpdateAsync(
        string transactionId,
        TransactionUpdate transactionUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(transactionId, transactionUpdate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<Transaction>> TryUpdateAsync(
        string transactionId,
        TransactionUpdate transactionUpdate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/transactions/{transactionId}")
                .With(transactionUpdate, Gr4vyJsonContext.Default.TransactionUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );
}
