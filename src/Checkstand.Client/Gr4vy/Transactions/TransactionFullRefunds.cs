namespace Checkstand.Client.Gr4vy;

/// <summary>Refunds of all that a transaction took, the parts that gift cards paid included.</summary>
public sealed class TransactionFullRefunds
{
    private readonly ApiCaller caller;

    internal TransactionFullRefunds(ApiCaller caller) => this.caller = caller;

    /// <summary>Gives everything back.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="transactionRefundAllCreate">Words that go with it.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. Answers a refund for each part. Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<Refund>> CreateAsync(
        string transactionId,
        TransactionRefundAllCreate? transactionRefundAllCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(
                    transactionId,
                    transactionRefundAllCreate,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<IReadOnlyList<Refund>>> TryCreateAsync(
        string transactionId,
        TransactionRefundAllCreate? transactionRefundAllCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/refunds/all")
                .WithOrWithout(transactionRefundAllCreate, Gr4vyJsonContext.Default.TransactionRefundAllCreate)
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.Gr4vyListRefund,
            options,
            cancellationToken
        );
}
