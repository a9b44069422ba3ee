using Checkstand.Storage;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// A few read connections with their prepared statements. A read is some microseconds of processor time on the thread
/// of its request, so there is nothing to wait for and no use for more of them than processors can run.
/// </summary>
public sealed class SqliteReaders : IDisposable
{
    private readonly Func<PreparedStatements> open;

    // Each keeps a page cache; a read that finds none idle opens one more and closes it afterwards.
    private readonly PreparedStatements?[] idle = new PreparedStatements?[
        Math.Clamp(Environment.ProcessorCount * 2, 2, 16)
    ];
    private volatile bool disposed;

    internal SqliteReaders(Func<PreparedStatements> open) => this.open = open;

    /// <summary>Runs a read.</summary>
    /// <param name="argument">Handed to <paramref name="read"/>, so that it needs no closure.</param>
    /// <param name="read">Must be done with the statements when it returns.</param>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public T Read<TArgument, T>(TArgument argument, Func<PreparedStatements, TArgument, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var statements = Take() ?? open();
        var isSound = false;
        try
        {
            var result = read(statements, argument);
            isSound = true;
            return result;
        }
        finally
        {
            // A connection whose read failed is not trusted again.
            if (!isSound || !TryReturn(statements))
            {
                statements.Dispose();
            }
        }
    }

    /// <summary>Closes the connections that are idle; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        disposed = true;
        while (Take() is { } statements)
        {
            statements.Dispose();
        }
    }

    private PreparedStatements? Take()
    {
        for (var i = 0; i < idle.Length; i++)
        {
            if (idle[i] is not null && Interlocked.Exchange(ref idle[i], null) is { } statements)
            {
                return statements;
            }
        }

        return null;
    }

    private bool TryReturn(PreparedStatements statements)
    {
        for (var i = 0; i < idle.Length && !disposed; i++)
        {
            if (idle[i] is null && Interlocked.CompareExchange(ref idle[i], statements, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
