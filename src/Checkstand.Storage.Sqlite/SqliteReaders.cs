using System.Collections.Concurrent;
using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// A few read connections with their prepared statements. A read is some microseconds of processor time on the thread
/// of its request, so there is nothing to wait for and no use for more of them than processors can run.
/// </summary>
internal sealed class SqliteReaders(Func<PreparedStatements> open) : IDisposable
{
    // Each keeps a page cache; what exceeds the pool is closed after use.
    private static readonly int PooledMax = Math.Clamp(Environment.ProcessorCount * 2, 2, 16);

    private readonly ConcurrentBag<PreparedStatements> idle = [];
    private volatile bool disposed;

    /// <summary>Runs a read.</summary>
    public T Read<TArgument, T>(TArgument argument, Func<PreparedStatements, TArgument, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!idle.TryTake(out var statements))
        {
            statements = open();
        }

        var result = read(statements, argument);
        // A connection whose read failed is not put back: it is left to be closed.
        Return(statements);
        return result;
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var statements))
        {
            statements.Dispose();
        }
    }

    private void Return(PreparedStatements statements)
    {
        if (disposed || idle.Count >= PooledMax)
        {
            statements.Dispose();
        }
        else
        {
            idle.Add(statements);
        }
    }
}
