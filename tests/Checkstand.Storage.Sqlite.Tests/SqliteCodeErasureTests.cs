using System.Text;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>
/// A security code must not outlive the authorization (PCI DSS 4.0.1 requirement 3.3.1): once a session is claimed and
/// the log is scrubbed, no byte of its ciphertext is left in any file, and the card is still there.
/// </summary>
public sealed class SqliteCodeErasureTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryDirectory directory = new();
    private readonly CardVault vault = new(KeyRing.Create(Samples.Now));
    private readonly SqliteDatabase database;
    private readonly SqliteSessionStore sessions;
    private readonly SqlitePaymentStore payments;

    public SqliteCodeErasureTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        sessions = new SqliteSessionStore(database);
        payments = new SqlitePaymentStore(database, sessions);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_wiped_code_is_gone_from_every_file_after_a_scrub_and_its_card_is_not()
    {
        var (session, card) = await AddAsync(0);
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Code!));

        await ClaimAsync(session);
        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, card.Code!));
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Card));
    }

    // The mark that the log is to be cut is taken down by each scrub; a claim must set it again.
    [Fact]
    public async Task A_code_that_is_wiped_after_a_scrub_is_gone_after_the_next_one()
    {
        var (session, card) = await AddAsync(0);
        await ScrubAsync();
        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Code!));

        await ClaimAsync(session);
        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, card.Code!));
    }

    [Fact]
    public async Task A_code_that_was_wiped_before_a_restart_is_gone_after_the_scrub_that_follows_it()
    {
        var (session, card) = await AddAsync(0);
        await ClaimAsync(session);
        database.Dispose();

        using var reopened = SqliteDatabase.Open(directory.Path, new FakeClock());
        Assert.True(await new SqliteSessionStore(reopened).ScrubAsync(None));

        Assert.Empty(DatabaseFile.Holding(directory, card.Code!));
    }

    [Fact]
    public async Task A_claim_that_was_refused_keeps_the_code()
    {
        var (session, card) = await AddAsync(0);

        await payments.ClaimAsync(
            PaymentId.New(Samples.Now),
            session.Id,
            _ => new PaymentProblem.NoPaymentService(),
            None
        );
        await ScrubAsync();

        Assert.NotEmpty(DatabaseFile.Holding(directory, card.Code!));
    }

    // Rows of one length are overwritten in their place; see SqliteResidueTests for what other lengths would leave.
    [Theory]
    [InlineData(35)]
    [InlineData(87)]
    public async Task Of_many_codes_that_were_wiped_among_cards_that_come_and_go_nothing_is_left(int seed)
    {
        var random = new Random(seed);
        var live = new List<(CheckoutSession Session, SealedCard Card)>();
        var wiped = new List<SealedCard>();
        for (var round = 0; round < 10; round++)
        {
            var added = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => AddAsync((round * 60) + i)));
            live.AddRange(added);
            for (var i = 0; i < 40; i++)
            {
                var at = random.Next(live.Count);
                var (session, card) = live[at];
                await ClaimAsync(session);
                wiped.Add(card);
                if (random.Next(3) == 0)
                {
                    await ChangeAsync(session, new SessionChange.Remove());
                }

                live.RemoveAt(at);
            }
        }

        await ScrubAsync();

        Assert.Empty(DatabaseFile.Holding(directory, wiped.Select(card => card.Code!)));
        Assert.NotEmpty(DatabaseFile.Holding(directory, live[0].Card.Code!));
    }

    private async Task<(CheckoutSession Session, SealedCard Card)> AddAsync(int number)
    {
        var session = Samples.Session() with { Id = SessionId.New(Samples.Now.AddMilliseconds(number)) };
        await sessions.AddAsync(session, None);
        using var typed = new CardData(
            new CardNumber(Encoding.ASCII.GetBytes(new string('4', 13 + (number % 7)))),
            new CardExpiry("12/35"u8),
            new SecurityCode("123"u8)
        );
        var card = vault.Seal(session.Id, typed);
        session = session with { PaymentMethod = Samples.CardMethod };
        await ChangeAsync(session, new SessionChange.SaveWithCard(session, card));
        return (session, card);
    }

    private async Task ClaimAsync(CheckoutSession session)
    {
        var payment = Begun(checkoutId: session.Id.Value);
        Must(await payments.ClaimAsync(payment.Id, session.Id, _ => payment, None));
    }

    private async Task ChangeAsync(CheckoutSession session, SessionChange change) =>
        Assert.Null(await sessions.ChangeAsync(session.Id, _ => change, None));

    private async Task ScrubAsync() => Assert.True(await sessions.ScrubAsync(None));
}
