namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Reads a payment.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.3.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> GetAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(transactionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Transaction>> TryGetAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/transactions/{transactionId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );
}
