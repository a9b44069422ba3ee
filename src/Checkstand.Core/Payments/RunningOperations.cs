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

    /// <summary>The mark of one operation.</summary>
    public sealed class Mark(RunningOperations owner, OperationId id) : IDisposable
    {
        /// <summary>The operation.</summary>
        public OperationId Id => id;

        /// <summary>False when the operation was marked before, by somebody who is still asking.</summary>
        public bool IsOurs { get; internal set; }

        /// <inheritdoc/>
        public void Dispose() => owner.marks.TryRemove(KeyValuePair.Create(id, this));
    }
}
