using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using Checkstand.Storage;
using Microsoft.Data.Sqlite;

namespace Checkstand.Storage.Sqlite;

/// <summary>
/// An embedded database: one file with its write-ahead log, one writer, several readers. Durable means fsync of the
/// log before an answer (WAL, synchronous=FULL); group commit makes that cheap. The server's own is one; the sandbox's
/// test provider keeps its books in another.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    /// <summary>Name of the server's own database in the data directory.</summary>
    public const string FileName = "checkstand.db";

    // A database bigger than this in memory buys nothing: rows are read once or twice in their life.
    private const int CacheKibibytes = 16 * 1024;

    // Pages of log before it is copied into the file: fewer would copy the same pages several times a second under load,
    // more would make each copy a pause that shows (bench/README.md).
    private const int CheckpointPages = 4_000;

    private readonly string path;
    private readonly Durability durability;

    private SqliteDatabase(string path, Durability durability, Meter? meter)
    {
        this.path = path;
        this.durability = durability;
        // The directory is locked (docs/operating/data-directory.md): nobody else writes to this file.
        var products = new KnownProducts();
        var sessions = new RecentSessions();
        Writer = new SqliteWriter(new PreparedStatements(Connect(), products, sessions, new WriterMemory(sessions)));
        Readers = new SqliteReaders(() => new PreparedStatements(Connect(), products, sessions));
        RemovedCards = new RemovedCards(Writer);
        meter?.CreateObservableGauge(
            "checkstand_store_writes_queued",
            () => Writer.Queued,
            description: "Writes that wait for their commit."
        );
        meter?.CreateObservableCounter(
            "checkstand_store_writes_total",
            () => Writer.Writes,
            description: "Durable writes."
        );
        meter?.CreateObservableCounter(
            "checkstand_store_commits_total",
            () => Writer.Commits,
            description: "Transactions that made them durable."
        );
    }

    /// <summary>Makes every change, one transaction at a time; hence also the lock under which rows are judged.</summary>
    public SqliteWriter Writer { get; }

    /// <summary>Read what was committed, on the caller's thread.</summary>
    public SqliteReaders Readers { get; }

    internal RemovedCards RemovedCards { get; }

    /// <summary>The server's own database in a data directory.</summary>
    /// <param name="directory">An existing directory that no other process uses (see DataDirectory in the server).</param>
    /// <param name="clock">Dates the migrations.</param>
    /// <param name="meter">Gets the store's instruments; null where nobody measures.</param>
    public static SqliteDatabase Open(string directory, TimeProvider clock, Meter? meter = null) =>
        Open(Path.Combine(directory, FileName), typeof(SqliteDatabase).Assembly, clock, meter);

    /// <summary>Opens a database, makes it when it is new, and applies missing migrations.</summary>
    /// <param name="file">Its file, in an existing directory that no other process uses.</param>
    /// <param name="migrationsOf">The assembly that holds its migrations.</param>
    /// <param name="clock">Dates the migrations.</param>
    /// <param name="meter">Gets the instruments, whose names are the server's store's; null for every other database.</param>
    /// <param name="durability">What an acknowledged write survives.</param>
    public static SqliteDatabase Open(
        string file,
        Assembly migrationsOf,
        TimeProvider clock,
        Meter? meter = null,
        Durability durability = Durability.PowerCut
    )
    {
        _ = SqliteEngine.Version;
        using (var setup = new PreparedStatements(Connect(file, durability)))
        {
            // WAL is a property of the file and survives; the rest is set for each connection.
            setup.With("PRAGMA journal_mode = WAL").ExecuteScalar();
            Migrator.Apply(setup, migrationsOf, clock.GetUtcNow());
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return new SqliteDatabase(file, durability, meter);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Dispose();
        Readers.Dispose();
    }

    private SqliteConnection Connect() => Connect(path, durability);

    private static SqliteConnection Connect(string path, Durability durability)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
        );
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            PRAGMA synchronous = {(durability == Durability.PowerCut ? "FULL" : "NORMAL")};
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA busy_timeout = 5000;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA cache_size = -{CacheKibibytes};
            """
        );
        pragmas.ExecuteNonQuery();
        return connection;
    }
}
