namespace Checkstand.Client.Gr4vy;

/// <summary>Tokens by which schemes know a stored card.</summary>
public sealed class PaymentMethodNetworkTokens
{
    private readonly ApiCaller caller;

    internal PaymentMethodNetworkTokens(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the network tokens of a stored card.</summary>
    /// <param name="paymentMethodId">The id of the stored payment method.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>payment-methods.read</c>. A Checkstand server has none: the list is empty. Contract,
    /// section 6.5.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<NetworkToken>> ListAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryListAsync(paymentMethodId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<NetworkToken>>> TryListAsync(
        string paymentMethodId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/payment-methods/{paymentMethodId}/network-tokens").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListNetworkToken,
            options,
            cancellationToken
        );
}
