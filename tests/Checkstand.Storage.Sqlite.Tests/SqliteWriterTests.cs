using Checkstand.Core;
using Checkstand.Core.Idempotency;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteWriterTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // More writes than any queue takes.
    private const int TooMany = 100_000;

    private readonly TemporaryDirectory directory = new();
    private readonly SqliteDatabase database;
    private readonly SqliteSessionStore store;

    public SqliteWriterTests()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        store = new SqliteSessionStore(database);
    }

    public void Dispose()
    {
        database.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task Thousands_of_writes_at_once_are_all_durable()
    {
        var sessions = Enumerable.Range(0, 4000).Select(i => Samples.Session().WithAmount(i)).ToList();

        await Task.WhenAll(sessions.Select(session => store.AddAsync(session, CancellationToken.None)));
        database.Dispose();

        using var connection = DatabaseFile.Open(directory);
        Assert.Equal(4000L, connection.Ask("SELECT COUNT(*) FROM sessions"));
        using var reopened = SqliteDatabase.Open(directory.Path, new FakeClock());
        var again = new SqliteSessionStore(reopened);
        foreach (var session in sessions)
        {
            var found = await again.FindAsync(session.Id, CancellationToken.None);
            Assert.Equal(session.Content.AmountMinorUnits, found!.Content.AmountMinorUnits);
        }
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_loses_nothing_that_it_took()
    {
        using var hold = await HoldWriterAsync();
        var taken = new List<(SessionId Id, Task Write)>();

        var refusal = await FillQueueAsync(taken);

        Assert.Equal($"The store has {taken.Count} writes queued.", refusal.Message);
        hold.Release();
        await Task.WhenAll(taken.Select(write => write.Write)).WaitAsync(Patience);
        foreach (var (id, _) in taken)
        {
            Assert.NotNull(await store.FindAsync(id, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_full_queue_refuses_every_verb_that_writes_and_none_that_reads()
    {
        var session = Samples.Session();
        await store.AddAsync(session, CancellationToken.None);
        using var hold = await HoldWriterAsync();
        await FillQueueAsync([]);

        await Assert.ThrowsAsync<StoreBusyException>(() =>
            store.ChangeAsync(session.Id, _ => new SessionChange.Remove(), CancellationToken.None)
        );
        await Assert.ThrowsAsync<StoreBusyException>(() =>
            store.RewrapCardsAsync("new", (_, card) => card, 1, CancellationToken.None)
        );
        await Assert.ThrowsAsync<StoreBusyException>(() =>
            store.RemoveSessionsAsync(session.ExpiresAt, 1, CancellationToken.None)
        );
        Assert.NotNull(await store.FindAsync(session.Id, CancellationToken.None));
        Assert.Null(await store.FindCardAsync(session.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_full_queue_takes_what_a_provider_answered_and_refuses_what_begins_something()
    {
        var payments = new SqlitePaymentStore(database, store);
        var (payment, other) = (PaymentSamples.Begun(), PaymentSamples.Begun());
        await payments.AddAsync(payment, CancellationToken.None);
        using var hold = await HoldWriterAsync();
        await FillQueueAsync([]);

        var settling = payments.SettleAsync(
            payment.Id,
            found => new SettledPayment(found.Payment.Hears(PaymentSamples.Approved))
        );
        await Assert.ThrowsAsync<StoreBusyException>(() => payments.AddAsync(other, CancellationToken.None));
        await Assert.ThrowsAsync<StoreBusyException>(() =>
            payments.ChangeAsync(payment.Id, known => known, CancellationToken.None)
        );

        hold.Release();
        Assert.True((await settling.WaitAsync(Patience))!.WasApproved);
        Assert.True((await payments.FindAsync(payment.Id, CancellationToken.None))!.WasApproved);
    }

    [Fact]
    public async Task A_full_queue_takes_the_answer_to_a_request_that_it_let_in()
    {
        var keys = new SqliteIdempotencyStore(database);
        var begun = new IdempotencyRecord(new byte[] { 1 }, Guid.Empty, Samples.Now, Answer: null);
        await keys.TakeAsync(Samples.Owner, "key", begun, Samples.Now, CancellationToken.None);
        using var hold = await HoldWriterAsync();
        await FillQueueAsync([]);

        var answered = keys.AnswerAsync(
            Samples.Owner,
            "key",
            new RecordedAnswer(201, new byte[] { 2 }),
            CancellationToken.None
        );

        hold.Release();
        await answered.WaitAsync(Patience);
        var (kept, _) = await keys.TakeAsync(Samples.Owner, "key", begun, Samples.Now, CancellationToken.None);
        Assert.Equal(201, kept.Answer!.Status);
    }

    [Fact]
    public async Task What_providers_answered_has_a_limit_too()
    {
        var payments = new SqlitePaymentStore(database, store);
        using var hold = await HoldWriterAsync();
        await FillQueueAsync([]);
        var taken = 0;

        await Assert.ThrowsAsync<StoreBusyException>(async () =>
        {
            while (taken < TooMany)
            {
                var settling = payments.SettleAsync(default, found => new SettledPayment(found.Payment));
                if (settling.IsFaulted)
                {
                    await settling;
                }

                taken++;
            }
        });

        // More than the requests that a server has under way.
        Assert.True(taken > 10_000, $"It took {taken}.");
    }

    [Fact]
    public async Task After_a_full_queue_writes_are_taken_again()
    {
        using (var hold = await HoldWriterAsync())
        {
            var taken = new List<(SessionId Id, Task Write)>();
            await FillQueueAsync(taken);
            hold.Release();
            await Task.WhenAll(taken.Select(write => write.Write)).WaitAsync(Patience);
        }

        var session = Samples.Session();
        await store.AddAsync(session, CancellationToken.None).WaitAsync(Patience);

        Assert.NotNull(await store.FindAsync(session.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Closing_finishes_what_is_queued()
    {
        var session = Samples.Session();
        Task write;
        Task closing;
        using (var hold = await HoldWriterAsync())
        {
            write = store.AddAsync(session, CancellationToken.None);
            closing = Task.Run(database.Dispose);
            hold.Release();
        }

        await closing.WaitAsync(Patience);
        await write.WaitAsync(Patience);
        using var connection = DatabaseFile.Open(directory);
        Assert.Equal(2L, connection.Ask("SELECT COUNT(*) FROM sessions"));
    }

    // A write that is answered must not be able to keep the writer from the next batch.
    [Fact]
    public async Task What_a_caller_does_with_its_answer_does_not_hold_up_the_writer()
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var gate = new ManualResetEventSlim();
        var blocking = store
            .AddAsync(Samples.Session(), CancellationToken.None)
            .ContinueWith(
                _ =>
                {
                    answered.SetResult();
                    return gate.Wait(Patience);
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        await answered.Task.WaitAsync(Patience);

        await store.AddAsync(Samples.Session(), CancellationToken.None).WaitAsync(Patience);

        gate.Set();
        Assert.True(await blocking);
    }

    private async Task<Hold> HoldWriterAsync()
    {
        var session = Samples.Session();
        await store.AddAsync(session, CancellationToken.None);
        var hold = new Hold(store, session.Id);
        await hold.EnteredAsync();
        return hold;
    }

    private async Task<StoreBusyException> FillQueueAsync(List<(SessionId Id, Task Write)> taken)
    {
        for (var i = 0; i < TooMany; i++)
        {
            var session = Samples.Session();
            try
            {
                var write = store.AddAsync(session, CancellationToken.None);
                if (write.IsFaulted)
                {
                    await write;
                }

                taken.Add((session.Id, write));
            }
            catch (StoreBusyException busy)
            {
                return busy;
            }
        }

        throw new InvalidOperationException($"{TooMany} writes were queued and none was refused.");
    }
}
