namespace Checkstand.Client.Gr4vy;

/// <summary>Card schemes.</summary>
public sealed class CardSchemeDefinitions
{
    private readonly ApiCaller caller;

    internal CardSchemeDefinitions(ApiCaller caller) => this.caller = caller;

    /// <summary>Lists the card schemes.</summary>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>card-scheme-definitions.read</c>. Contract, section 6.6.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<IReadOnlyList<CardSchemeDefinition>> ListAsync(
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryListAsync(merchantAccountId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="ListAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public Task<ApiResult<IReadOnlyList<CardSchemeDefinition>>> TryListAsync(
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.ListAsync(
            ApiRequest.Get($"/card-scheme-definitions").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.Gr4vyListCardSchemeDefinition,
            options,
            cancellationToken
        );
}
