namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Takes reserved money.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="transactionCaptureCreate">How much; null takes everything that is left.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. Answers the transaction afterwards.
    /// <see cref="CaptureDetailedAsync"/> tells what became of the capture itself. Contract, section 6.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> CaptureAsync(
        string transactionId,
        TransactionCaptureCreate? transactionCaptureCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCaptureAsync(
                    transactionId,
                    transactionCaptureCreate,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CaptureAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CaptureAsync"/>
    public Task<ApiResult<Transaction>> TryCaptureAsync(
        string transactionId,
        TransactionCaptureCreate? transactionCaptureCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/capture")
                .With(
                    transactionCaptureCreate ?? new(),
                    Gr4vyJsonContext.Default.TransactionCaptureCreate,
                    nameof(transactionCaptureCreate)
                )
                .Header("prefer", "resource=transaction")
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );

    /// <summary>Takes reserved money, and tells what became of it.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="transactionCaptureCreate">How much; null takes everything that is left.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.write</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<TransactionCapture> CaptureDetailedAsync(
        string transactionId,
        TransactionCaptureCreate? transactionCaptureCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCaptureDetailedAsync(
                    transactionId,
                    transactionCaptureCreate,
                    merchantAccountId,
                    options,
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CaptureDetailedAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CaptureDetailedAsync"/>
    public Task<ApiResult<TransactionCapture>> TryCaptureDetailedAsync(
        string transactionId,
        TransactionCaptureCreate? transactionCaptureCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/transactions/{transactionId}/capture")
                .With(
                    transactionCaptureCreate ?? new(),
                    Gr4vyJsonContext.Default.TransactionCaptureCreate,
                    nameof(transactionCaptureCreate)
                )
                .Header("prefer", "resource=transaction-capture")
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.TransactionCapture,
            options,
            cancellationToken
        );
}
