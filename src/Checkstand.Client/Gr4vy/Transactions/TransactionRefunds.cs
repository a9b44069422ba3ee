namespace Checkstand.Client.Gr4vy;

/// <summary>Refunds of a transaction.</summary>
public sealed class TransactionRefunds
{
    private readonly ApiCaller caller;

    internal TransactionRefunds(ApiCaller caller)
    {
        this.caller = caller;
        All = new TransactionFullRefunds(caller);
    }

    /// <summary>Refunds of all that a transaction took, the parts that gift cards paid included.</summary>
    public TransactionFullRefunds All { get; }

    /// <summary>Gives money back.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="transactionRefundCreate">How much; null gives back everything that is left.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.write</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Refund> CreateAsync(
        string transactionId,
        TransactionRefundCreate? transactionRefundCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(transactionId, transactionRefundCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Refund>> TryCreateAsync(
        string transactionId,
        TransactionRefundCreate? transactionRefundCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/refunds")
                .With(
                    transactionRefundCreate ?? new(),
                    Gr4vyJsonContext.Default.TransactionRefundCreate,
                    nameof(transactionRefundCreate)
                )
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.Refund,
            options,
            cancellationToken
        );

    /// <summary>Lists the refunds of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<Refund>> ListAsync(
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
    public Task<ApiResult<IReadOnlyList<Refund>>> TryListAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/transactions/{transactionId}/refunds").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListRefund,
            options,
            cancellationToken
        );

    /// <summary>Reads a refund of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="refundId">The id of the refund.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Refund> GetAsync(
        string transactionId,
        string refundId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(transactionId, refundId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Refund>> TryGetAsync(
        string transactionId,
        string refundId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/transactions/{transactionId}/refunds/{refundId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Refund,
            options,
            cancellationToken
        );
}
