namespace Checkstand.Client.Gr4vy;

/// <summary>Captures of a transaction.</summary>
public sealed class TransactionCaptures
{
    private readonly ApiCaller caller;

    internal TransactionCaptures(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the captures of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<Capture>> ListAsync(
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
    public Task<ApiResult<IReadOnlyList<Capture>>> TryListAsync(
        string transactionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/transactions/{transactionId}/captures").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListCapture,
            options,
            cancellationToken
        );

    /// <summary>Reads a capture of a transaction.</summary>
    /// <param name="transactionId">The id of the transaction.</param>
    /// <param name="captureId">The id of the capture.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Capture> GetAsync(
        string transactionId,
        string captureId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(transactionId, captureId, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Capture>> TryGetAsync(
        string transactionId,
        string captureId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/transactions/{transactionId}/captures/{captureId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Capture,
            options,
            cancellationToken
        );
}
