namespace Checkstand.Client.Gr4vy;

/// <summary>Sessions of digital wallets.</summary>
public sealed class DigitalWalletSessions
{
    private readonly ApiCaller caller;

    internal DigitalWalletSessions(ApiCaller caller) => this.caller = caller;

    /// <summary>Names the application that Click to Pay opens with.</summary>
    /// <param name="checkoutSessionId">The id of the checkout session.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs no token: the id of the session is the permission. A Checkstand server has no such application: 400.
    /// Contract, section 1.1.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<ClickToPaySession> ClickToPayAsync(
        string checkoutSessionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryClickToPayAsync(checkoutSessionId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="ClickToPayAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ClickToPayAsync"/>
    public Task<ApiResult<ClickToPaySession>> TryClickToPayAsync(
        string checkoutSessionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(checkoutSessionId);

        return caller.SendAsync(
            ApiRequest
                .Post($"/digital-wallets/click-to-pay/session")
                .With(
                    new ClickToPaySessionRequest { CheckoutSessionId = checkoutSessionId },
                    Gr4vyJsonContext.Default.ClickToPaySessionRequest,
                    nameof(checkoutSessionId)
                )
                .Anonymous(),
            Gr4vyJsonContext.Default.ClickToPaySession,
            options,
            cancellationToken
        );
    }
}
