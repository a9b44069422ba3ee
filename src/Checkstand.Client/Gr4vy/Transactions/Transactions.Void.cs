namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Gives up reserved money.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. Answers the transaction afterwards. <see cref="VoidDetailedAsync"/>
    /// tells what became of the void itself. Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> VoidAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryVoidAsync(transactionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="VoidAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="VoidAsync"/>
    public Task<ApiResult<Transaction>> TryVoidAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/void")
                .Header("prefer", "resource=transaction")
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );

    /// <summary>Gives up reserved money, and tells what became of it.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.write</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<TransactionVoid> VoidDetailedAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryVoidDetailedAsync(transactionId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="VoidDetailedAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="VoidDetailedAsync"/>
    public Task<ApiResult<TransactionVoid>> TryVoidDetailedAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/void")
                .Header("prefer", "resource=transaction-void")
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.TransactionVoid,
            options,
            cancellationToken
        );
}
