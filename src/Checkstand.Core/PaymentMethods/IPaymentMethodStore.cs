using Checkstand.Core.Merchants;
using Checkstand.Core.Vault;

namespace Checkstand.Core.PaymentMethods;

/// <summary>
/// What the rules of stored payment methods need from a database. Every implementation inherits
/// PaymentMethodStoreContract in the tests. When a returned task completes, its write survives a crash of the process
/// and of the machine.
/// </summary>
/// <remarks>Every method can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface IPaymentMethodStore
{
    /// <summary>Keeps a new method with its card, unless one of its id is there: then that one stays as it is.</summary>
    /// <param name="method">The method.</param>
    /// <param name="card">Its card; asked for under the lock, because the vault's keys may have changed since it was sealed.</param>
    /// <param name="cancellation">Ends the wait, not a write that is already queued.</param>
    /// <returns>The method that is kept under this id now.</returns>
    Task<StoredPaymentMethod> AddAsync(
        StoredPaymentMethod method,
        Func<SealedCard> card,
        CancellationToken cancellation
    );

    /// <summary>The method as last acknowledged; null when there is none.</summary>
    ValueTask<StoredPaymentMethod?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>The sealed card of a method, without a code; null when there is no such method.</summary>
    ValueTask<SealedCard?> FindCardAsync(Guid id, CancellationToken cancellation);

    /// <summary>
    /// Up to <c>Limit + 1</c> methods of a merchant account in the direction of the page's cursor, nearest to it first
    /// (see <see cref="Page"/>).
    /// </summary>
    ValueTask<IReadOnlyList<StoredPaymentMethod>> ListAsync(
        MerchantAccountId owner,
        PaymentMethodFilter filter,
        PageRequest page,
        CancellationToken cancellation
    );

    /// <summary>
    /// Loads a method under a lock that excludes every other change to it, asks <paramref name="decide"/>, and carries
    /// out its answer in the same transaction. <paramref name="decide"/> must be pure: it may be asked more than once.
    /// </summary>
    /// <returns>Null when the change was made; the refusal of <paramref name="decide"/> or NotFound otherwise.</returns>
    Task<PaymentMethodProblem?> ChangeAsync(
        Guid id,
        Func<StoredPaymentMethod, Result<PaymentMethodChange, PaymentMethodProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>
    /// Wraps anew up to <paramref name="max"/> cards whose wrapping key is not <paramref name="keyId"/>, each in place
    /// and under its lock, so that no reader ever misses one.
    /// </summary>
    /// <returns>How many were wrapped anew; 0 when none is left.</returns>
    Task<int> RewrapCardsAsync(
        string keyId,
        Func<Guid, SealedCard, SealedCard> rewrap,
        int max,
        CancellationToken cancellation
    );
}
