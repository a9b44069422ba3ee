using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;

namespace Checkstand.Storage;

/// <summary>
/// What the one connection that writes has stored and will soon be asked to change: it need not be read and taken apart
/// again for that. Nobody else writes, so nothing here can be out of date; a transaction that is rolled back takes
/// everything with it.
/// </summary>
public sealed class WriterMemory
{
    // Those of a second or so under full load, 2 to 4 kB each. What is not here is read.
    private const int CountMax = 2048;

    private readonly Dictionary<PaymentId, Payment> payments = [];
    private readonly Dictionary<SessionId, CheckoutSession> sessions = [];
    private readonly Dictionary<(OrganizationId, string), bool> wishes = [];
    private readonly Dictionary<(OrganizationId, string), long> newCheckouts = [];

    /// <summary>A payment that waits for a provider's answer, as it is stored; null when it has to be read.</summary>
    public Payment? Find(PaymentId id) => payments.GetValueOrDefault(id);

    /// <summary>A session as it is stored; null when it has to be read.</summary>
    public CheckoutSession? Find(SessionId id) => sessions.GetValueOrDefault(id);

    /// <summary>A payment was stored. One that has its answer is seldom changed again.</summary>
    public void Note(Payment payment)
    {
        if (payment.Open is null)
        {
            payments.Remove(payment.Id);
        }
        else
        {
            Note(payments, payment.Id, payment);
        }
    }

    /// <summary>A session was stored.</summary>
    public void Note(CheckoutSession session) => Note(sessions, session.Id, session);

    /// <summary>A session was removed.</summary>
    public void Forget(SessionId id) => sessions.Remove(id);

    /// <summary>Whether an organization wants to hear of an event; null when it has to be looked up.</summary>
    public bool? IsWanted(OrganizationId organization, string name) =>
        wishes.TryGetValue((organization, name), out var known) ? known : null;

    /// <summary>It was looked up whether an organization wants to hear of an event.</summary>
    public void NoteWish(OrganizationId organization, string name, bool isWanted) =>
        Note(wishes, (organization, name), isWanted);

    /// <summary>Some organization wants to hear of other events.</summary>
    public void ForgetWishes() => wishes.Clear();

    /// <summary>A checkout was added in the transaction that is under way.</summary>
    public void NoteNewCheckout(OrganizationId organization, string status) =>
        newCheckouts[(organization, status)] = newCheckouts.GetValueOrDefault((organization, status)) + 1;

    /// <summary>How many checkouts the transaction added; null when none. They are counted once.</summary>
    public IReadOnlyList<KeyValuePair<(OrganizationId, string), long>>? TakeNewCheckouts()
    {
        if (newCheckouts.Count == 0)
        {
            return null;
        }

        var taken = newCheckouts.ToList();
        newCheckouts.Clear();
        return taken;
    }

    /// <summary>What was noted since the last commit may not be stored.</summary>
    public void Clear()
    {
        wishes.Clear();
        newCheckouts.Clear();
        payments.Clear();
        sessions.Clear();
    }

    private static void Note<TKey, T>(Dictionary<TKey, T> noted, TKey id, T value)
        where TKey : notnull
    {
        if (noted.Count >= CountMax)
        {
            noted.Clear();
        }

        noted[id] = value;
    }
}
