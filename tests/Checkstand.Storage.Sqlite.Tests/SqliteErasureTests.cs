using Checkstand.Core;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>Card data stays put: after removal and scrub no byte of a ciphertext is left in any file of the directory.</summary>
public sealed class SqliteErasureTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset End = Samples.Now.AddHours(1);

    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;
    private readonly SqliteSessionStore store;

    public SqliteErasureTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        store = new SqliteSessionStore(database);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    // Without this the other tests would prove nothing.
    [Fact]
    public async Task A_card_can_be_found_in_the_files_before_it_is_removed()
    {
        var (_, card) = await AddWithCardAsync();

        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Card));
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.WrappedKey));
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Code!));
    }

    [Fact]
    public async Task A_removed_card_is_gone_from_every_file()
    {
        var (_, card) = await AddWithCardAsync();
        var (other, otherCard) = await AddWithCardAsync(End.AddHours(1));

        await store.RemoveCardsAsync(End, 10, CancellationToken.None);
        await ScrubAsync();

        AssertGone(card);
        Assert.NotNull(await store.FindCardAsync(other.Id, CancellationToken.None));
        Assert.NotEmpty(DatabaseFile.Holding(directory, otherCard.Card));
    }

    [Fact]
    public async Task The_card_of_a_removed_session_is_gone_from_every_file()
    {
        var (session, card) = await AddWithCardAsync();

        await ChangeAsync(session, new SessionChange.Remove());
        await ScrubAsync();

        AssertGone(card);
    }

    [Fact]
    public async Task A_card_that_another_method_replaced_is_gone_from_every_file()
    {
        var (session, card) = await AddWithCardAsync();

        await ChangeAsync(
            session,
            new SessionChange.SaveWithoutCard(
                session with
                {
                    PaymentMethod = new SessionPaymentMethod.ClickToPay("t", "c", "d", null),
                }
            )
        );
        await ScrubAsync();

        AssertGone(card);
    }

    [Fact]
    public async Task A_card_that_another_card_replaced_is_gone_from_every_file()
    {
        var (session, card) = await AddWithCardAsync();

        await ChangeAsync(session, new SessionChange.SaveWithCard(session, Samples.Card()));
        await ScrubAsync();

        AssertGone(card);
    }

    [Fact]
    public async Task A_card_that_was_removed_before_a_restart_is_gone_after_the_scrub_that_follows_it()
    {
        var (session, card) = await AddWithCardAsync();
        await ChangeAsync(session, new SessionChange.Remove());
        database.Dispose();

        using var reopened = SqliteDatabase.Open(directory.Path, new FakeClock());
        Assert.True(await new SqliteSessionStore(reopened).ScrubAsync(CancellationToken.None));

        AssertGone(card);
    }

    // A rotation is for keys that may be known to others: what they wrapped must not stay in the log.
    [Fact]
    public async Task The_wrapped_key_before_a_rotation_is_gone_from_every_file()
    {
        var (_, card) = await AddWithCardAsync();
        await ScrubAsync();
        await store.RewrapCardsAsync("new", WithFreshWrap, 10, CancellationToken.None);

        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, card.WrappedKey));
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Card));
    }

    [Fact]
    public async Task A_scrub_that_found_the_queue_full_is_made_up_for_by_the_next_one()
    {
        var (session, card) = await AddWithCardAsync();
        await ChangeAsync(session, new SessionChange.Remove());
        using (var hold = new Hold(store, await AddAsync()))
        {
            await hold.EnteredAsync();
            FillQueue();
            await Assert.ThrowsAsync<StoreBusyException>(() => store.ScrubAsync(CancellationToken.None));
            hold.Release();
        }

        // Taken in turn, so that the queue has been emptied.
        await store.ChangeAsync(SessionId.New(Samples.Now), _ => new SessionChange.Remove(), CancellationToken.None);
        await ScrubAsync();

        AssertGone(card);
    }

    // Waits for SQLite's own busy timeout.
    [Fact]
    public async Task A_scrub_that_a_reader_keeps_from_finishing_says_so_and_the_next_one_finishes()
    {
        var (session, card) = await AddWithCardAsync();
        using (var reader = DatabaseFile.Open(directory))
        using (var transaction = reader.BeginTransaction(deferred: true))
        {
            reader.Rows("SELECT id FROM sessions");
            await ChangeAsync(session, new SessionChange.Remove());

            Assert.False(await store.ScrubAsync(CancellationToken.None).WaitAsync(Patience));
        }

        await ScrubAsync();

        AssertGone(card);
    }

    private async Task<SessionId> AddAsync()
    {
        var session = Samples.Session(End.AddDays(1));
        await store.AddAsync(session, CancellationToken.None);
        return session.Id;
    }

    private async Task<(CheckoutSession Session, SealedCard Card)> AddWithCardAsync(DateTimeOffset? end = null)
    {
        var session = Samples.Session(end ?? End) with { PaymentMethod = Samples.CardMethod };
        await store.AddAsync(session with { PaymentMethod = null }, CancellationToken.None);
        var card = Samples.Card();
        await ChangeAsync(session, new SessionChange.SaveWithCard(session, card));
        return (session, card);
    }

    private async Task ChangeAsync(CheckoutSession session, SessionChange change) =>
        Assert.Null(await store.ChangeAsync(session.Id, _ => change, CancellationToken.None).WaitAsync(Patience));

    private async Task ScrubAsync() => Assert.True(await store.ScrubAsync(CancellationToken.None).WaitAsync(Patience));

    private void FillQueue()
    {
        try
        {
            while (true)
            {
                _ = store.AddAsync(Samples.Session(), CancellationToken.None);
            }
        }
        catch (StoreBusyException)
        {
            // Full.
        }
    }

    private void AssertGone(SealedCard card) =>
        Assert.Empty(DatabaseFile.Holding(directory, card.Card, card.WrappedKey, card.Code!));

    private static SealedCard WithFreshWrap(SessionId id, SealedCard card) =>
        new()
        {
            KeyId = "new",
            WrappedKey = Samples.Bytes(card.WrappedKey.Length),
            Card = card.Card,
            Code = card.Code,
        };
}
