using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;

namespace Checkstand.Storage;

/// <summary>
/// What the one connection that writes has stored and will soon be asked to change: it need not be read and taken apart
/// again for that. Nobody else writes, so nothing here can be out of date; a transaction that is rolled back takes
/// everything with it.
/// </summary>
/// <param name="committed">Where everybody else finds the sessions that were stored.</param>
public sealed class WriterMemory(RecentSessions committed)
{
    // Those of half a second or so under full load, mostly 2 to 4 kB each. What is not here is read.
    private const int HalfMax = 1024;

    private const int WishesMax = 2048;

    private readonly Recent<PaymentId, Payment> payments = new(HalfMax);
    private readonly Recent<SessionId, RememberedSession> sessions = new(HalfMax);
    private readonly List<SessionId> changedSessions = [];
    private readonly Dictionary<(OrganizationId, string), bool> wishes = [];
    private readonly Dictionary<(OrganizationId, string), long> newCheckouts = [];

    /// <summary>A payment that waits for a provider's answer, as it is stored; null when it has to be read.</summary>
    public Payment? Find(PaymentId id) => payments.Find(id);

    /// <summary>A session as it is stored; null when it has to be read.</summary>
    public RememberedSession? Find(SessionId id) => sessions.Find(id);

    /// <summary>A payment was added.</summary>
    public void NoteAdded(Payment payment)
    {
        if (SessionOf(payment) is { } paid)
        {
            paid.LastPayment = payment;
            paid.KnowsLastPayment = true;
        }

        Note(payment);
    }

    /// <summary>A payment was stored. One that has its answer is seldom changed again, nor is the session that it paid.</summary>
    public void Note(Payment payment)
    {
        var isKept = payment.Open is not null && payment.Order.Said.Utf8.Length <= RecentSessions.HeldBytesMax;
        if (isKept)
        {
            payments.Note(payment.Id, payment);
        }
        else
        {
            payments.Forget(payment.Id);
        }

        if (SessionOf(payment) is not { } paid)
        {
            return;
        }

        if (!isKept)
        {
            sessions.Forget(paid.Session.Id);
        }
        else if (paid.LastPayment?.Id == payment.Id)
        {
            paid.LastPayment = payment;
        }
    }

    /// <summary>A session was added: nothing was paid with it yet.</summary>
    public void NoteAdded(CheckoutSession session)
    {
        changedSessions.Add(session.Id);
        if (RecentSessions.IsKept(session))
        {
            sessions.Note(session.Id, new RememberedSession(session) { KnowsLastPayment = true });
        }
    }

    /// <summary>A session was stored.</summary>
    public void Note(CheckoutSession session)
    {
        changedSessions.Add(session.Id);
        if (!RecentSessions.IsKept(session))
        {
            sessions.Forget(session.Id);
        }
        else if (sessions.Find(session.Id) is { } known)
        {
            known.Session = session;
        }
        else
        {
            sessions.Note(session.Id, new RememberedSession(session));
        }
    }

    /// <summary>A session was removed.</summary>
    public void Forget(SessionId id)
    {
        changedSessions.Add(id);
        sessions.Forget(id);
    }

    /// <summary>The vault keeps a card for a session, or none as far as is known.</summary>
    public void Note(SessionId id, SealedCard? card)
    {
        if (sessions.Find(id) is { } known)
        {
            known.Card = card;
        }
    }

    /// <summary>Whether an organization wants to hear of an event; null when it has to be looked up.</summary>
    public bool? IsWanted(OrganizationId organization, string name) =>
        wishes.TryGetValue((organization, name), out var known) ? known : null;

    /// <summary>It was looked up whether an organization wants to hear of an event.</summary>
    public void NoteWish(OrganizationId organization, string name, bool isWanted)
    {
        if (wishes.Count >= WishesMax)
        {
            wishes.Clear();
        }

        wishes[(organization, name)] = isWanted;
    }

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

    /// <summary>What was noted since the last commit is durable.</summary>
    public void Publish()
    {
        foreach (var id in changedSessions)
        {
            committed.Note(id, sessions.Find(id)?.Session);
        }

        changedSessions.Clear();
    }

    /// <summary>What was noted since the last commit may not be stored.</summary>
    public void Clear()
    {
        changedSessions.Clear();
        wishes.Clear();
        newCheckouts.Clear();
        payments.Clear();
        sessions.Clear();
    }

    private RememberedSession? SessionOf(Payment payment) =>
        payment.CheckoutId is { } id ? sessions.Find(new SessionId(id)) : null;
}

/// <summary>What the writer remembers of a session.</summary>
public sealed class RememberedSession(CheckoutSession session)
{
    /// <summary>The session as it is stored.</summary>
    public CheckoutSession Session { get; set; } = session;

    /// <summary>Whether <see cref="LastPayment"/> is known, be it null.</summary>
    public bool KnowsLastPayment { get; set; }

    /// <summary>The payment that charged it last, as it is stored; null when none did.</summary>
    public Payment? LastPayment { get; set; }

    /// <summary>What the vault keeps for it; null when that is not known.</summary>
    public SealedCard? Card { get; set; }
}
