using Checkstand.Core.Vault;

namespace Checkstand.Core.Sessions;

/// <summary>
/// What the session rules need from a database. Every implementation inherits SessionStoreContract in the tests.
/// When a returned task completes, its write survives a crash of the process and of the machine.
/// </summary>
/// <remarks>Every method can throw <see cref="StoreBusyException"/> instead of queueing without a limit.</remarks>
public interface ISessionStore
{
    /// <summary>Keeps a new session.</summary>
    Task AddAsync(CheckoutSession session, CancellationToken cancellation);

    /// <summary>The session as last acknowledged, expired or not; null when there is none.</summary>
    ValueTask<CheckoutSession?> FindAsync(SessionId id, CancellationToken cancellation);

    /// <summary>
    /// Loads a session under a lock that excludes every other change to it, asks <paramref name="decide"/>, and carries
    /// out its answer in the same transaction. <paramref name="decide"/> must be pure: it may be asked more than once.
    /// </summary>
    /// <returns>Null when the change was made; the refusal of <paramref name="decide"/> or NotFound otherwise.</returns>
    Task<SessionProblem?> ChangeAsync(
        SessionId id,
        Func<CheckoutSession, Result<SessionChange, SessionProblem>> decide,
        CancellationToken cancellation
    );

    /// <summary>The sealed card of a session; null when there is none.</summary>
    ValueTask<SealedCard?> FindCardAsync(SessionId id, CancellationToken cancellation);

    /// <summary>Removes the cards of sessions that ended at or before <paramref name="endedBy"/>, at most <paramref name="max"/>.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveCardsAsync(DateTimeOffset endedBy, int max, CancellationToken cancellation);

    /// <summary>Removes sessions that ended at or before <paramref name="endedBy"/>, with their cards, at most <paramref name="max"/>.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveSessionsAsync(DateTimeOffset endedBy, int max, CancellationToken cancellation);

    /// <summary>Erases from the database's own files (free pages, logs) what was removed from it before this call.</summary>
    /// <returns>False when readers kept it from finishing; call again.</returns>
    Task<bool> ScrubAsync(CancellationToken cancellation);

    /// <summary>
    /// Wraps anew up to <paramref name="max"/> cards whose wrapping key is not <paramref name="keyId"/>, each in place
    /// and under its lock, so that no reader ever misses one.
    /// </summary>
    /// <returns>How many were wrapped anew; 0 when none is left.</returns>
    Task<int> RewrapCardsAsync(
        string keyId,
        Func<SessionId, SealedCard, SealedCard> rewrap,
        int max,
        CancellationToken cancellation
    );
}
