using System.Collections.Concurrent;

namespace Checkstand.Core.Payments;

/// <summary>
/// The operations that this process is asking for right now. An operation is marked before it is stored and until its
/// answer is: in between, nobody else may look it up and take "never seen" for an answer.
/// </summary>
internal sealed class RunningOperations
{
    private readonly ConcurrentDictionary<OperationId, Mark> marks = new();

    /// <summary>Marks an operation; disposing the mark takes it away again, if it is the one that counts.</summary>
    public Mark Enter(OperationId id)
    {
        var mark = new Mark(this, id);
        mark.IsOurs = marks.TryAdd(id, mark);
        return mark;
    }

    /// <summary>Ends when nobody asks for the operation any more, at once if nobody does.</summary>
    public Task LeftAsync(OperationId id, CancellationToken cancellation) =>
        marks.TryGetValue(id, out var mark) ? mark.LeftAsync(cancellation) : Task.CompletedTask;

    /// <summary>The mark of one operation.</summary>
    public sealed class Mark(RunningOperations owner, OperationId id) : IDisposable
    {
        private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The operation.</summary>
        public OperationId Id => id;

        /// <summary>False when the operation was marked before, by somebody who is still asking.</summary>
        public bool IsOurs { get; internal set; }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (owner.marks.TryRemove(KeyValuePair.Create(id, this)))
            {
                left.TrySetResult();
            }
        }

        internal Task LeftAsync(CancellationToken cancellation) => left.Task.WaitAsync(cancellation);
    }
}
