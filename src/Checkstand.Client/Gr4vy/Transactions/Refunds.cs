namespace Checkstand.Client.Gr4vy;

/// <summary>Refunds by their own ids.</summary>
public sealed class Refunds
{
    private readonly ApiCaller caller;

    internal Refunds(ApiCaller caller) => this.caller = caller;

    /// <summary>Reads a refund.</summary>
    /// <param name="refundId">The id of the refund.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>transactions.read</c>. Contract, section 6.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Refund> GetAsync(
        string refundId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(refundId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<Refund>> TryGetAsync(
        string refundId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/refunds/{refundId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Refund,
            options,
            cancellationToken
        );
}
