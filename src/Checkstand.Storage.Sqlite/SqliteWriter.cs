using System.Threading.Channels;
using Checkstand.Core;
using Checkstand.Core.Webhooks;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// The one writer. Requests queue their writes; a thread of its own takes what has gathered, runs it in one transaction
/// and answers after the commit. While one commit waits for the disk the next batch gathers, so the batch size follows
/// the load and there is no timer.
/// </summary>
public sealed class SqliteWriter : IDisposable
{
    // At some 20,000 writes a second this is a quarter of a second of work; a longer queue would only hide an overload.
    private const int QueuedMax = 4096;

    // Each of these ends something that was let in before the queue was full, so there are no more than requests under way:
    // this is more than the connections that the server keeps open (10,000).
    private const int FinishingMax = 16_384;

    // Bounds the time for which the first of a batch waits for the last.
    private const int BatchMax = 256;

    private const int AnsweredTogether = 16;

    private readonly Channel<Write> queue = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(QueuedMax + FinishingMax)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        }
    );

    private readonly PreparedStatements statements;
    private readonly Thread thread;
    private long writes;
    private long commits;

    internal SqliteWriter(PreparedStatements statements)
    {
        this.statements = statements;
        thread = new Thread(Run) { Name = "checkstand-writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Writes that wait for their commit.</summary>
    public int Queued => queue.Reader.Count;

    /// <summary>Raised after a transaction that stored an event for webhooks is durable.</summary>
    public WakeSignal EventRecorded { get; } = new();

    /// <summary>Writes that were made durable.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <summary>Transactions that made them durable.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Queues a write; the task completes when it is durable.</summary>
    /// <param name="work">May run more than once: when its batch fails, each of its writes is tried alone.</param>
    /// <exception cref="StoreBusyException">The queue is full.</exception>
    public Task<T> WriteAsync<T>(Func<PreparedStatements, T> work) =>
        QueueAsync(new Write<T>(work, isAlone: false), QueuedMax);

    /// <summary>
    /// Like <see cref="WriteAsync"/>, for what ends something that an earlier write began, such as a payment whose provider
    /// has answered: a full queue takes it all the same.
    /// </summary>
    /// <exception cref="StoreBusyException">The reserve for such writes is full too.</exception>
    public Task<T> FinishAsync<T>(Func<PreparedStatements, T> work) =>
        QueueAsync(new Write<T>(work, isAlone: false), QueuedMax + FinishingMax);

    /// <summary>Copies the write-ahead log into the file and cuts it to nothing, between two transactions.</summary>
    /// <returns>False when readers kept it from finishing.</returns>
    public Task<bool> CutLogAsync() =>
        QueueAsync(
            new Write<bool>(
                static statements =>
                {
                    using var answer = statements.With("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteReader();
                    return answer.Read() && answer.GetInt64(0) == 0;
                },
                isAlone: true
            ),
            QueuedMax
        );

    // Two that look at the same time may both find the last place: the channel's own limit is the hard one.
    private Task<T> QueueAsync<T>(Write<T> write, int queuedMax)
    {
        if (Queued < queuedMax && queue.Writer.TryWrite(write))
        {
            return write.Task;
        }

        ObjectDisposedException.ThrowIf(queue.Reader.Completion.IsCompleted, this);
        throw new StoreBusyException($"The store has {queuedMax} writes queued.");
    }

    /// <summary>Finishes what is queued, then closes the connection.</summary>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        thread.Join();
        statements.Dispose();
    }

    private void Run()
    {
        var batch = new List<Write>(BatchMax);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < BatchMax && queue.Reader.TryRead(out var write))
            {
                if (write.IsAlone)
                {
                    Commit(batch);
                    batch.Clear();
                }

                batch.Add(write);
                if (write.IsAlone)
                {
                    break;
                }
            }

            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Write> batch)
    {
        if (batch.Count == 0 || TryCommit(batch) is not { } failure)
        {
            return;
        }

        if (batch.Count == 1)
        {
            batch[0].Fail(failure);
            return;
        }

        // One bad write must not take the others with it.
        foreach (var write in batch)
        {
            if (TryCommit([write]) is { } own)
            {
                write.Fail(own);
            }
        }
    }

    private Exception? TryCommit(List<Write> batch)
    {
        var isTransaction = batch is not [{ IsAlone: true }];
        try
        {
            if (isTransaction)
            {
                statements.Execute("BEGIN IMMEDIATE");
            }

            foreach (var write in batch)
            {
                write.Run(statements);
            }

            if (isTransaction)
            {
                CheckoutCounts.Write(statements);
                statements.Execute("COMMIT");
            }
        }
        // Whatever a write throws belongs to its caller, who gets it from the task; the thread must live on.
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (isTransaction)
            {
                RollBack();
            }

            statements.TakeEvent();
            statements.ForgetChangedProducts();
            statements.Memory?.Clear();
            return failure;
        }

        statements.ForgetChangedProducts();
        statements.Memory?.Publish();
        Interlocked.Add(ref writes, batch.Count);
        Interlocked.Increment(ref commits);
        Answer(batch);
        if (statements.TakeEvent())
        {
            EventRecorded.Raise();
        }

        return null;
    }

    // Answers go out from the thread pool, because this thread has the next batch to commit, and in few pieces, because
    // handing each over alone costs more than most of what follows it.
    private static void Answer(List<Write> batch)
    {
        foreach (var piece in batch.Chunk(AnsweredTogether))
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static piece =>
                {
                    foreach (var write in piece)
                    {
                        write.Succeed();
                    }
                },
                piece,
                preferLocal: false
            );
        }
    }

    private void RollBack()
    {
        try
        {
            statements.Execute("ROLLBACK");
        }
        catch (System.Data.Common.DbException)
        {
            // SQLite has rolled back by itself (disk full, I/O error): no transaction is left, which is what we want.
        }
    }

    private abstract class Write(bool isAlone)
    {
        /// <summary>Whether it runs outside a transaction, with nothing beside it.</summary>
        public bool IsAlone => isAlone;

        public abstract void Run(PreparedStatements statements);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<T>(Func<PreparedStatements, T> work, bool isAlone) : Write(isAlone)
    {
        private readonly TaskCompletionSource<T> completion = new();
        private T? result;

        public Task<T> Task => completion.Task;

        public override void Run(PreparedStatements statements) => result = work(statements);

        public override void Succeed() => completion.SetResult(result!);

        public override void Fail(Exception failure) =>
            ThreadPool.UnsafeQueueUserWorkItem(
                static (state) => state.completion.SetException(state.failure),
                (completion, failure),
                preferLocal: false
            );
    }
}
