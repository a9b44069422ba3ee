using Checkstand.Core.Merchants;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Core.Payments;

/// <summary>
/// What the payment rules need from a database. Every implementation inherits PaymentStoreContract in the tests. When
/// a returned task completes, its write survives a crash of the process and of the machine.
/// </summary>
/// <remarks>Every method can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface IPaymentStore
{
    /// <summary>Keeps a new payment without a checkout. When its id is taken by the same merchant account, nothing changes.</summary>
    /// <returns>The payment as stored, and whether this call stored it.</returns>
    /// <exception cref="InvalidOperationException">Another merchant account has a payment of this id.</exception>
    Task<StoredPayment> AddAsync(Payment payment, CancellationToken cancellation);

    /// <summary>
    /// Takes the snapshot for a charge: loads a session with its card and its last payment under the lock of the
    /// session, asks <paramref name="decide"/>, and stores the payment and wipes the security code, in one transaction.
    /// <paramref name="decide"/> must be pure: it may be asked more than once. When the id is taken by the same merchant
    /// account, the payment that has it is the answer, whatever is decided; unless the session is gone, which is NotFound.
    /// </summary>
    /// <returns>The payment as stored, and whether this call stored it; or the refusal.</returns>
    /// <exception cref="InvalidOperationException">Another merchant account has a payment of this id.</exception>
    Task<Result<StoredPayment, PaymentProblem>> ClaimAsync(
        PaymentId id,
        SessionId session,
        Func<SessionToPay, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>The payment as last acknowledged; null when there is none.</summary>
    ValueTask<Payment?> FindAsync(PaymentId id, CancellationToken cancellation);

    /// <summary>The payment that an operation belongs to; null when there is none.</summary>
    ValueTask<Payment?> FindByOperationAsync(OperationId id, CancellationToken cancellation);

    /// <summary>
    /// Loads a payment under a lock that excludes every other change to it, asks <paramref name="decide"/>, stores the
    /// answer, adds the ledger entries that the change brings, and wipes the security code of a session that it says was
    /// paid, in one transaction. <paramref name="decide"/> must be
    /// pure: it may be asked more than once. When its answer is the payment itself, nothing is written.
    /// </summary>
    /// <returns>The payment afterwards, or the refusal, or NotFound.</returns>
    Task<Result<Payment, PaymentProblem>> ChangeAsync(
        PaymentId id,
        Func<Payment, Result<Payment, PaymentProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>
    /// Like <see cref="ChangeAsync"/>, for what a provider answered, with what follows from it for stored payment methods,
    /// in one transaction. The money may have moved, so this is not refused because of writes that only begin something.
    /// <paramref name="settle"/> may be asked more than once.
    /// </summary>
    /// <returns>The payment afterwards; null when there is none.</returns>
    Task<Payment?> SettleAsync(PaymentId id, Func<PaymentToSettle, SettledPayment> settle);

    /// <summary>A part of a merchant account's payments, newest first.</summary>
    ValueTask<Page<Payment>> ListAsync(
        MerchantAccountId merchant,
        PaymentFilter filter,
        PageRequest page,
        CancellationToken cancellation
    );

    /// <summary>Payments whose open operation is to be looked up by <paramref name="by"/>, the longest due first.</summary>
    ValueTask<IReadOnlyList<PaymentId>> DueAsync(DateTimeOffset by, int max, CancellationToken cancellation);

    /// <summary>Ledger entries of an interval, oldest first.</summary>
    IAsyncEnumerable<LedgerEntry> ListLedgerAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellation
    );
}

/// <summary>What is decided on when a session is to be charged.</summary>
/// <param name="Session">The session under its lock.</param>
/// <param name="Card">What the vault holds for it: its card, or the code typed beside a stored method; null when nothing.</param>
/// <param name="LastPayment">The payment that charged it last; null when none did.</param>
public sealed record SessionToPay(CheckoutSession Session, SealedCard? Card, Payment? LastPayment)
{
    /// <summary>The stored method on the session, with its card; null when it has none, or when it was deleted since.</summary>
    public (StoredPaymentMethod Method, SealedCard Card)? Stored { get; init; }
}

/// <summary>What is decided on when a provider answered.</summary>
/// <param name="Payment">The payment under its lock.</param>
public sealed record PaymentToSettle(Payment Payment)
{
    /// <summary>The stored method that it is paid with; null when there is none, or when it was deleted since.</summary>
    public StoredPaymentMethod? Used { get; init; }

    /// <summary>
    /// The session that it pays, with its card, when the card is to be stored; null otherwise, and when the session or its
    /// card is gone.
    /// </summary>
    public (CheckoutSession Session, SealedCard Card)? Session { get; init; }
}

/// <summary>What follows from a provider's answer.</summary>
/// <param name="Payment">The payment afterwards; the one that was given when nothing changed.</param>
public sealed record SettledPayment(Payment Payment)
{
    /// <summary>The stored method that was used, as it is afterwards; null when none was.</summary>
    public StoredPaymentMethod? Used { get; init; }

    /// <summary>A method to be stored, with its card, unless one of its id is there; null for none.</summary>
    public (StoredPaymentMethod Method, SealedCard Card)? Stored { get; init; }
}

/// <summary>What became of a payment that was to be stored.</summary>
/// <param name="Payment">The payment that has the id.</param>
/// <param name="IsNew">Whether it was stored by this call; false when the id was taken before.</param>
public sealed record StoredPayment(Payment Payment, bool IsNew);
