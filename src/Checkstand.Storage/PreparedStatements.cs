using System.Data;
using System.Data.Common;

namespace Checkstand.Storage;

/// <summary>
/// One connection with its statements, each prepared once and kept: parsing SQL costs more than running these. Not for
/// two threads at once.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="products">What all connections to a database know of its products; null where it is not to be relied on.</param>
/// <param name="sessions">What all connections to a database know of its sessions; null as for products.</param>
/// <param name="memory">What the one connection that writes remembers; null for every other.</param>
public sealed class PreparedStatements(
    DbConnection connection,
    KnownProducts? products = null,
    RecentSessions? sessions = null,
    WriterMemory? memory = null
) : IDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    private bool hasEvent;
    private bool hasChangedProduct;

    /// <summary>The connection itself, for transactions and for statements that run once.</summary>
    public DbConnection Connection => connection;

    /// <summary>
    /// The command of a statement with its parameters set. The text is a constant of the code; values only ever travel
    /// as parameters.
    /// </summary>
    public DbCommand With(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = Prepare(sql, parameters);
            commands.Add(sql, command);
        }

        return Set(command, parameters);
    }

    /// <summary>
    /// As <see cref="With"/>, for a statement that is put together of so many fragments that keeping every form of it
    /// would have no bound. The caller disposes the command.
    /// </summary>
    public DbCommand Once(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Set(Prepare(sql, parameters), parameters);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        With(sql, parameters).ExecuteNonQuery();

    /// <summary>Says that the transaction that is under way stores an event for webhooks, or makes one due.</summary>
    public void NoteEvent() => hasEvent = true;

    /// <summary>Whether <see cref="NoteEvent"/> was called since the last question. Asked when a transaction ends.</summary>
    public bool TakeEvent()
    {
        var had = hasEvent;
        hasEvent = false;
        return had;
    }

    /// <summary>
    /// Products as this connection may take them without reading; null within a transaction that changed one, and where
    /// nobody knows.
    /// </summary>
    public KnownProducts? KnownProducts => hasChangedProduct ? null : products;

    /// <summary>
    /// Sessions as this connection may take them without reading; null for the one that writes, which has its own
    /// <see cref="Memory"/>, and where nobody knows.
    /// </summary>
    public RecentSessions? RecentSessions => memory is null ? sessions : null;

    /// <summary>What this connection stored; null where others may have written since.</summary>
    public WriterMemory? Memory => memory;

    /// <summary>Says that the transaction that is under way changes a product.</summary>
    public void NoteChangedProduct() => hasChangedProduct = true;

    /// <summary>Makes products be read again if one was changed. Called when a transaction ended, well or not.</summary>
    public void ForgetChangedProducts()
    {
        if (hasChangedProduct)
        {
            hasChangedProduct = false;
            products?.Forget();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private DbCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants, see the summary above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = value switch
            {
                long or int => DbType.Int64,
                byte[] => DbType.Binary,
                _ => DbType.String,
            };
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static DbCommand Set(DbCommand command, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
