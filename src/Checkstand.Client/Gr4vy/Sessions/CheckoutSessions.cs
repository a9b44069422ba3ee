using System.Text.Json;

namespace Checkstand.Client.Gr4vy;

/// <summary>Checkout sessions: what is to be paid for, and what with.</summary>
public sealed class CheckoutSessions
{
    private readonly ApiCaller caller;

    internal CheckoutSessions(ApiCaller caller) => this.caller = caller;

    /// <summary>Opens a checkout session.</summary>
    /// <param name="checkoutSessionCreate">What the session holds; null opens an empty one.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>checkout-sessions.write</c>. Contract, sections 1.1 and 2.1.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CheckoutSession> CreateAsync(
        CheckoutSessionCreate? checkoutSessionCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(checkoutSessionCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<CheckoutSession>> TryCreateAsync(
        CheckoutSessionCreate? checkoutSessionCreate = null,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Post($"/checkout/sessions")
                .WithOrWithout(checkoutSessionCreate, Gr4vyJsonContext.Default.CheckoutSessionCreate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.CheckoutSession,
            options,
            cancellationToken
        );

    /// <summary>Changes what a checkout session holds.</summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="checkoutSessionCreate">
    /// What changes. A <see cref="CheckoutSessionCreate"/> is taken too; its null members stay as they are.
    /// </param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>checkout-sessions.write</c>. What is absent stays, null clears, a value replaces the whole
    /// of it: the cart, the metadata, the buyer and the airline are each a unit. The payment method stays. Contract,
    /// section 2.7.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CheckoutSession> UpdateAsync(
        string sessionId,
        CheckoutSessionUpdate checkoutSessionCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateAsync(sessionId, checkoutSessionCreate, merchantAccountId, options, cancellationToken)
                .ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="UpdateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateAsync"/>
    public Task<ApiResult<CheckoutSession>> TryUpdateAsync(
        string sessionId,
        CheckoutSessionUpdate checkoutSessionCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest
                .Put($"/checkout/sessions/{sessionId}")
                .With(checkoutSessionCreate, Gr4vyJsonContext.Default.CheckoutSessionUpdate)
                .ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.CheckoutSession,
            options,
            cancellationToken
        );

    /// <summary>Reads a checkout session.</summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>checkout-sessions.read</c>. A session whose stored payment method was deleted since answers
    /// 422 with an empty body. Contract, section 1.1.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CheckoutSession> GetAsync(
        string sessionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryGetAsync(sessionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="GetAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<ApiResult<CheckoutSession>> TryGetAsync(
        string sessionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/checkout/sessions/{sessionId}").ForMerchant(merchantAccountId),
            Gr4vyJsonContext.Default.CheckoutSession,
            options,
            cancellationToken
        );

    /// <summary>Removes a checkout session and the card on it.</summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs the scope <c>checkout-sessions.write</c>. Contract, sections 1.1 and 7.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task DeleteAsync(
        string sessionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryDeleteAsync(sessionId, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="DeleteAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ApiResult> TryDeleteAsync(
        string sessionId,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Delete($"/checkout/sessions/{sessionId}").ForMerchant(merchantAccountId),
            options,
            cancellationToken
        );

    /// <summary>
    /// Puts a card, a stored payment method or Click to Pay on a session, as the buyer's browser does.
    /// </summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="checkoutSessionSecureFields">What the buyer pays with.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs no token: the id of the session is the permission. Whoever calls this with a card handles card data,
    /// with the duties that follow. A call carries no token: the id of the session is the permission. 429 comes after
    /// some 50 calls a minute for one session. Contract, section 2.4.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task UpdateFieldsAsync(
        string sessionId,
        CheckoutSessionSecureFields checkoutSessionSecureFields,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryUpdateFieldsAsync(sessionId, checkoutSessionSecureFields, options, cancellationToken)
                .ConfigureAwait(false)
        ).OrThrow();

    /// <summary>As <see cref="UpdateFieldsAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="UpdateFieldsAsync"/>
    public Task<ApiResult> TryUpdateFieldsAsync(
        string sessionId,
        CheckoutSessionSecureFields checkoutSessionSecureFields,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(checkoutSessionSecureFields);
        Required
            .Member(checkoutSessionSecureFields.PaymentMethod, nameof(checkoutSessionSecureFields))
            .Check(nameof(checkoutSessionSecureFields));

        return caller.SendAsync(
            ApiRequest
                .Put($"/checkout/sessions/{sessionId}/fields")
                .With(checkoutSessionSecureFields, Gr4vyJsonContext.Default.CheckoutSessionSecureFields)
                .Anonymous(),
            options,
            cancellationToken
        );
    }

    /// <summary>Tells the scheme of a card by the beginning of its number.</summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="bin">The first 6 to 8 digits of the card number.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>Needs no token: the id of the session is the permission. Contract, section 2.4.</remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<CheckoutSessionCardDetails> GetCardDetailsAsync(
        string sessionId,
        string bin,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (await TryGetCardDetailsAsync(sessionId, bin, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="GetCardDetailsAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetCardDetailsAsync"/>
    public Task<ApiResult<CheckoutSessionCardDetails>> TryGetCardDetailsAsync(
        string sessionId,
        string bin,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(bin);

        return caller.SendAsync(
            ApiRequest
                .Post($"/checkout/sessions/{sessionId}/card-details")
                .With(
                    new CheckoutSessionCardDetailsRequest { Bin = bin },
                    Gr4vyJsonContext.Default.CheckoutSessionCardDetailsRequest,
                    nameof(bin)
                )
                .Anonymous(),
            Gr4vyJsonContext.Default.CheckoutSessionCardDetails,
            options,
            cancellationToken
        );
    }

    /// <summary>Reads what the acquirer needs of the browser.</summary>
    /// <param name="sessionId">The id of the checkout session.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs no token: the id of the session is the permission. The contract leaves the answer open. A Checkstand
    /// server has none: 404. Contract, section 1.1.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<JsonElement> GetAcquirerAsync(
        string sessionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) => (await TryGetAcquirerAsync(sessionId, options, cancellationToken).ConfigureAwait(false)).ValueOrThrow();

    /// <summary>As <see cref="GetAcquirerAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="GetAcquirerAsync"/>
    public Task<ApiResult<JsonElement>> TryGetAcquirerAsync(
        string sessionId,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        caller.SendAsync(
            ApiRequest.Get($"/checkout/sessions/{sessionId}/acquirer").Anonymous(),
            Gr4vyJsonContext.Default.JsonElement,
            options,
            cancellationToken
        );
}
