namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Asks the payment service what became of a payment.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.read</c>. A Checkstand server looks up open payments itself: 400. Contract,
    /// section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> SyncAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TrySyncAsync(transactionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="SyncAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="SyncAsync"/>
    public Task<ApiResult<Transaction>> TrySyncAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Post($"/transactions/{transactionId}/sync").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );
}
