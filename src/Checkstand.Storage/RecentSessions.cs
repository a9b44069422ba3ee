using Checkstand.Core.Sessions;

namespace Checkstand.Storage;

/// <summary>
/// Sessions that were stored last, as they were committed: whoever made one soon puts a card on it and pays with it. Only
/// for a database to which this process alone writes, and the one that writes keeps it: after a change is durable and
/// before anybody is told so.
/// </summary>
public sealed class RecentSessions
{
    /// <summary>
    /// What one session or payment may keep in memory. Most keep 2 kB; a body may have 1 MiB, and a few thousand of those
    /// would be gigabytes.
    /// </summary>
    public const int HeldBytesMax = 8 * 1024;

    // Those of half a second or so under full load. What is not here is read.
    private const int HalfMax = 1024;

    private readonly Lock gate = new();
    private readonly Recent<SessionId, CheckoutSession> sessions = new(HalfMax);

    /// <summary>The session as it was committed last; null when it has to be read.</summary>
    public CheckoutSession? Find(SessionId id)
    {
        lock (gate)
        {
            return sessions.Find(id);
        }
    }

    /// <summary>Whether a session is small enough to be kept.</summary>
    public static bool IsKept(CheckoutSession session) => session.Content.HeldBytes <= HeldBytesMax;

    /// <summary>A change was committed.</summary>
    /// <param name="id">The session.</param>
    /// <param name="session">How it stands now; null when it is gone, or has to be read.</param>
    public void Note(SessionId id, CheckoutSession? session)
    {
        lock (gate)
        {
            if (session is null)
            {
                sessions.Forget(id);
            }
            else
            {
                sessions.Note(id, session);
            }
        }
    }
}
