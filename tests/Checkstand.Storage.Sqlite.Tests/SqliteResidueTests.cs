using System.Text;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>
/// Rows move between pages as a tree grows and shrinks. SQLite's secure_delete overwrites what is deleted, but not the
/// copy of a row that moved away: it stays in the gap of its former page and survives the row's own removal. Rows of
/// different lengths brought that about once in some 25,000 removals, so the vault seals every card to one length
/// (CardVaultTests). The seeds are histories in which different lengths left something behind.
/// </summary>
public sealed class SqliteResidueTests : IDisposable
{
    private const int Rounds = 20;
    private const int AddedEachRound = 150;
    private const int RetypedEachRound = 60;
    private const int RemovedEachRound = 75;

    private readonly TemporaryDirectory directory = new();
    private readonly CardVault vault = new(KeyRing.Create(Samples.Now));
    private readonly List<(CheckoutSession Session, SealedCard Card)> live = [];
    private readonly List<SealedCard> gone = [];
    private readonly SqliteDatabase database;
    private readonly SqliteSessionStore store;

    public SqliteResidueTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        store = new SqliteSessionStore(database);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Theory]
    [InlineData(35)]
    [InlineData(87)]
    [InlineData(106)]
    [InlineData(149)]
    public async Task Of_thousands_of_cards_that_were_typed_retyped_and_removed_nothing_is_left(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            // Queued by one thread, so that the writer takes them in this order whatever the machine does.
            var writes = new List<Task>();
            for (var i = 0; i < AddedEachRound; i++)
            {
                Add(random, (round * AddedEachRound) + i, writes);
            }

            for (var i = 0; i < RetypedEachRound; i++)
            {
                Retype(random, writes);
            }

            for (var i = 0; i < RemovedEachRound; i++)
            {
                Remove(random, writes);
            }

            await Task.WhenAll(writes);
        }

        Assert.True(await store.ScrubAsync(CancellationToken.None));

        Assert.True(Found(live.ConvertAll(pair => pair.Card)).Count >= live.Count);
        Assert.Empty(Found(gone));
    }

    private void Add(Random random, int number, List<Task> writes)
    {
        var session = Samples.Session() with
        {
            Id = SessionId.New(Samples.Now.AddMilliseconds(number)),
            PaymentMethod = Samples.CardMethod,
        };
        var card = Seal(random, session.Id);
        writes.Add(store.AddAsync(session, CancellationToken.None));
        Put(session, card, writes);
        live.Add((session, card));
    }

    private void Retype(Random random, List<Task> writes)
    {
        var at = random.Next(live.Count);
        var (session, old) = live[at];
        var card = Seal(random, session.Id);
        Put(session, card, writes);
        gone.Add(old);
        live[at] = (session, card);
    }

    private void Remove(Random random, List<Task> writes)
    {
        var at = random.Next(live.Count);
        var (session, old) = live[at];
        writes.Add(store.ChangeAsync(session.Id, _ => new SessionChange.Remove(), CancellationToken.None));
        gone.Add(old);
        live.RemoveAt(at);
    }

    private void Put(CheckoutSession session, SealedCard card, List<Task> writes) =>
        writes.Add(
            store.ChangeAsync(session.Id, _ => new SessionChange.SaveWithCard(session, card), CancellationToken.None)
        );

    // Cards as buyers type them: 13 to 19 digits, with a code of 3 or 4 digits or none.
    private SealedCard Seal(Random random, SessionId id)
    {
        var digits = Encoding.ASCII.GetBytes(new string('4', random.Next(13, 20)));
        var code = random.Next(3) switch
        {
            0 => null,
            1 => new SecurityCode("123"u8),
            _ => new SecurityCode("1234"u8),
        };
        using var card = new CardData(new CardNumber(digits), new CardExpiry("12/35"u8), code);
        return vault.Seal(id, card);
    }

    // One pass over the files for all cards: each is looked up by its first eight bytes.
    private List<string> Found(List<SealedCard> cards)
    {
        var byStart = cards.ToDictionary(card => BitConverter.ToUInt64(card.Card), card => card.Card);
        var found = new List<string>();
        foreach (var (name, bytes) in DatabaseFile.Bytes(directory))
        {
            for (var i = 0; i + sizeof(ulong) <= bytes.Length; i++)
            {
                if (
                    byStart.TryGetValue(BitConverter.ToUInt64(bytes, i), out var card)
                    && bytes.AsSpan(i).StartsWith(card)
                )
                {
                    found.Add($"{name}, page {(i / 4096) + 1}, byte {i % 4096}");
                }
            }
        }

        return found;
    }
}
