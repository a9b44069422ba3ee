using System.Text;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>Whatever happens to sessions, what writer and readers remember of them is what the file holds.</summary>
public sealed class RememberedSessionsTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const string UnsweptSql = """
        SELECT session_id
        FROM session_cards
        WHERE session_id NOT IN (SELECT id FROM sessions WHERE has_card = 1)
        """;

    private static readonly ProviderAnswer Declined = new ProviderAnswer.Declined(
        PaymentErrorCode.IssuerDecline,
        MayTryElsewhere: false
    );

    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;
    private readonly SqliteSessionStore sessions;
    private readonly SqlitePaymentStore payments;
    private readonly PreparedStatements file;

    public RememberedSessionsTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        sessions = new SqliteSessionStore(database);
        payments = new SqlitePaymentStore(database, sessions);
        file = new PreparedStatements(DatabaseFile.Open(directory));
    }

    /// <summary>What can happen to a session.</summary>
    private enum Event
    {
        Updated,
        Grown,
        Shrunk,
        Prolonged,
        CardTyped,
        CardWithoutCodeTyped,
        OtherMethodChosen,
        Claimed,
        Approved,
        Declined,
        Rewrapped,
        Ended,
        Deleted,
        RolledBack,
    }

    public void Dispose()
    {
        file.Dispose();
        database.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void What_is_remembered_is_what_is_stored_after_any_events() =>
        Property.Holds(
            Gen.Choose(0, Enum.GetValues<Event>().Length - 1).Select(number => (Event)number).ArrayOf(20),
            events => Task.Run(() => HoldsAsync(events)).GetAwaiter().GetResult(),
            runs: 80
        );

    [Fact]
    public async Task A_session_is_read_again_after_many_others_came()
    {
        var first = Samples.FullSession();
        await sessions.AddAsync(first, None);
        await Task.WhenAll(Enumerable.Range(0, 3000).Select(_ => sessions.AddAsync(Samples.Session(), None)));

        Assert.True(await IsRememberedRightAsync(first.Id));
        Assert.NotSame(await sessions.FindAsync(first.Id, None), await sessions.FindAsync(first.Id, None));
    }

    [Fact]
    public async Task A_session_that_was_just_stored_is_not_read()
    {
        var session = Samples.Session();
        await sessions.AddAsync(session, None);
        Assert.Same(session, await sessions.FindAsync(session.Id, None));

        await ChangeAsync(session.Id, found => new SessionChange.Save(found.WithAmount(7)));
        var changed = await sessions.FindAsync(session.Id, None);
        Assert.Equal(7, changed!.Content.AmountMinorUnits);
        Assert.Same(changed, await sessions.FindAsync(session.Id, None));
    }

    [Fact]
    public async Task Readers_see_a_change_when_it_is_durable_and_not_before()
    {
        var session = Samples.Session();
        await sessions.AddAsync(session, None);
        long? seenWithin = null;

        await ChangeAsync(
            session.Id,
            found =>
            {
                seenWithin = Seen()?.Content.AmountMinorUnits;
                return new SessionChange.Save(found.WithAmount(7));
            }
        );

        Assert.Null(seenWithin);
        Assert.Equal(7, Seen()!.Content.AmountMinorUnits);
        await ChangeAsync(session.Id, _ => new SessionChange.Remove());
        Assert.Null(Seen());

        CheckoutSession? Seen() => database.Readers.Read(session.Id, SessionTable.Find);
    }

    [Fact]
    public async Task A_session_that_came_in_a_big_body_is_not_kept_in_memory()
    {
        var session = Samples.Session() with { Content = Big() };
        await sessions.AddAsync(session, None);
        Assert.NotSame(await sessions.FindAsync(session.Id, None), await sessions.FindAsync(session.Id, None));

        // A small value that is a slice of a big body keeps all of it.
        var body = new byte[1024 * 1024];
        body[0] = (byte)'7';
        var slice = new JsonText[SessionContent.FieldCount];
        slice[(int)SessionField.Amount] = new JsonText(body.AsMemory(0, 1));
        var small = Samples.Session() with { Content = SessionContent.Of(slice) };
        await sessions.AddAsync(small, None);
        Assert.Equal(7, (await sessions.FindAsync(small.Id, None))!.Content.AmountMinorUnits);
        Assert.NotSame(await sessions.FindAsync(small.Id, None), await sessions.FindAsync(small.Id, None));
    }

    private static SessionContent Big() =>
        Samples.Content(
            (SessionField.Amount, "1"),
            (SessionField.Metadata, $$"""{"note":"{{new string('n', RecentSessions.HeldBytesMax)}}"}""")
        );

    private async Task<bool> HoldsAsync(Event[] events)
    {
        var session = Samples.FullSession();
        await sessions.AddAsync(session, None);
        // A session that was read before it is changed is remembered too, but not all of it.
        var known = Samples.FullSession();
        StoreUnnoticed(known);
        foreach (var what in events)
        {
            foreach (var id in new[] { session.Id, known.Id })
            {
                await HappenAsync(what, id);
                if (!await IsRememberedRightAsync(id))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task HappenAsync(Event what, SessionId id)
    {
        switch (what)
        {
            case Event.Updated:
                await ChangeAsync(id, found => new SessionChange.Save(found.WithAmount(Random.Shared.Next(1000))));
                break;
            case Event.Grown:
                await ChangeAsync(id, found => new SessionChange.Save(found with { Content = Big() }));
                break;
            case Event.Shrunk:
                await ChangeAsync(
                    id,
                    found => new SessionChange.Save(
                        found with
                        {
                            Content = Samples.Content((SessionField.Amount, "1")),
                        }
                    )
                );
                break;
            case Event.Prolonged:
                await ChangeAsync(
                    id,
                    found => new SessionChange.Save(found with { ExpiresAt = found.ExpiresAt.AddMinutes(1) })
                );
                break;
            case Event.CardTyped or Event.CardWithoutCodeTyped:
                var card = Samples.Card(hasCode: what == Event.CardTyped);
                await ChangeAsync(
                    id,
                    found => new SessionChange.SaveWithCard(found with { PaymentMethod = Samples.CardMethod }, card)
                );
                break;
            case Event.OtherMethodChosen:
                var other = new SessionPaymentMethod.ClickToPay("m", "c", "d", "f");
                await ChangeAsync(id, found => new SessionChange.SaveWithoutCard(found with { PaymentMethod = other }));
                break;
            case Event.Claimed:
                await payments.ClaimAsync(
                    PaymentId.New(Samples.Now),
                    id,
                    to => to.LastPayment?.Open is null ? Begun(checkoutId: id.Value) : new PaymentProblem.NotFound(),
                    None
                );
                break;
            case Event.Approved or Event.Declined:
                if (LastPayment(id) is { } last)
                {
                    await payments.ChangeAsync(
                        last.Id,
                        payment =>
                            payment.Open is null ? payment
                            : what == Event.Approved ? payment.Hears(Approved)
                            : payment.Hears(Declined),
                        None
                    );
                }

                break;
            case Event.Rewrapped:
                await sessions.RewrapCardsAsync($"kek-{Random.Shared.Next()}", (_, old) => Rewrap(old), 1000, None);
                break;
            case Event.Ended:
                await sessions.RemoveCardsAsync(DateTimeOffset.MaxValue, 1000, None);
                break;
            case Event.Deleted:
                await ChangeAsync(id, _ => new SessionChange.Remove());
                break;
            case Event.RolledBack:
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    database.Writer.WriteAsync<bool>(statements =>
                    {
                        ChangeEverything(statements, id);
                        throw new InvalidOperationException("A bug.");
                    })
                );
                break;
            default:
                throw new InvalidOperationException($"Nobody said what {what} is.");
        }
    }

    private static void ChangeEverything(PreparedStatements statements, SessionId id)
    {
        if (SessionTable.Find(statements, id) is not { } found)
        {
            return;
        }

        SessionTable.UpdateWithCard(statements, found, found.WithAmount(1) with { PaymentMethod = Samples.CardMethod });
        CardTable.Save(statements, id, Samples.Card());
        CardTable.WipeCode(statements, id);
        PaymentTable.Insert(statements, Begun(checkoutId: id.Value));
        SessionTable.Delete(statements, id);
    }

    private static SealedCard Rewrap(SealedCard card) =>
        new()
        {
            KeyId = $"kek-{Random.Shared.Next()}",
            WrappedKey = Samples.Bytes(card.WrappedKey.Length),
            Card = card.Card,
            Code = card.Code,
        };

    private Task<SessionProblem?> ChangeAsync(SessionId id, Func<CheckoutSession, SessionChange> change) =>
        sessions.ChangeAsync(id, session => change(session), None);

    // By another connection: what this process did not store itself it has to read.
    private void StoreUnnoticed(CheckoutSession session) =>
        SessionTable.Insert(file, session, StoredSession.Write(session));

    private async Task<bool> IsRememberedRightAsync(SessionId id)
    {
        var stored = Describe(file, id);
        var written = await database.Writer.WriteAsync(statements => Describe(statements, id));
        var read = database.Readers.Read(id, Describe);
        using var unswept = file.With(UnsweptSql).ExecuteReader();
        // A card that the row does not tell of would outlive its session.
        var isFoundBySweeper = !unswept.Read();
        return stored == written && stored == read && isFoundBySweeper;
    }

    private static string Describe(PreparedStatements statements, SessionId id)
    {
        var session = SessionTable.Find(statements, id);
        return string.Join(
            '\n',
            session is null ? "none" : $"{session.ExpiresAt:O} {Encoding.UTF8.GetString(StoredSession.Write(session))}",
            CardTable.Find(statements, id) is { } card
                ? $"{card.KeyId} {Hex(card.WrappedKey)} {Hex(card.Card)} {(card.Code is null ? "wiped" : Hex(card.Code))}"
                : "none",
            session is not null && PaymentTable.FindLast(statements, session) is { } last
                ? $"{last.Id} {last.Status} {Encoding.UTF8.GetString(PaymentDocument.Write(last))}"
                : "none"
        );
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private Payment? LastPayment(SessionId id) =>
        SessionTable.Find(file, id) is { } session ? PaymentTable.FindLast(file, session) : null;
}
