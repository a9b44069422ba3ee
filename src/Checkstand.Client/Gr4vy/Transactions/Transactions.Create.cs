namespace Checkstand.Client.Gr4vy;

public sealed partial class Transactions
{
    /// <summary>Makes a payment.</summary>
    /// <param name="transactionCreate">What is paid, and what with.</param>
    /// <param name="merchantAccountId">The merchant account to work for; null means the client's.</param>
    /// <param name="options">What this call does differently from the client.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <remarks>
    /// Needs the scope <c>transactions.write</c>. A payment that is declined or fails is an answer too: its
    /// <see cref="Transaction.Status"/> says so. What the request leaves out comes from the checkout session, if one is
    /// paid. Contract, section 6.2.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is missing or can't be sent; nothing was sent.</exception>
    /// <exception cref="CheckstandException">The call failed; each status has an exception of its own.</exception>
    public async Task<Transaction> CreateAsync(
        TransactionCreate transactionCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        (
            await TryCreateAsync(transactionCreate, merchantAccountId, options, cancellationToken).ConfigureAwait(false)
        ).ValueOrThrow();

    /// <summary>As <see cref="CreateAsync"/>, and an error is in the result.</summary>
    /// <inheritdoc cref="CreateAsync"/>
    public Task<ApiResult<Transaction>> TryCreateAsync(
        TransactionCreate transactionCreate,
        string? merchantAccountId = null,
        CallOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transactionCreate);
        Required.Value(transactionCreate.Amount, nameof(transactionCreate));
        Required.Text(transactionCreate.Currency, nameof(transactionCreate));
        transactionCreate.PaymentMethod?.Check(nameof(transactionCreate));

        return caller.SendAsync(
            ApiRequest
                .Post($"/transactions")
                .With(transactionCreate, Gr4vyJsonContext.Default.TransactionCreate)
                .ForMerchant(merchantAccountId)
                .Idempotent(),
            Gr4vyJsonContext.Default.Transaction,
            options,
            cancellationToken
        );
    }
}
