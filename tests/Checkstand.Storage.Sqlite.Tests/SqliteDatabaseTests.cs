using System.Runtime.CompilerServices;
using Checkstand.Core.Sessions;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly FakeClock clock = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_engine_knows_upsert_and_returning() =>
        Assert.True(SqliteEngine.Version >= new Version(3, 35), $"SQLite {SqliteEngine.Version} is too old.");

    [Fact]
    public void The_log_is_written_ahead()
    {
        using var database = SqliteDatabase.Open(directory.Path, clock);
        using var connection = DatabaseFile.Open(directory);

        Assert.Equal("wal", connection.Ask("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task An_acknowledged_write_is_in_the_log_on_disk()
    {
        using var database = SqliteDatabase.Open(directory.Path, clock);
        var store = new SqliteSessionStore(database);
        var session = Samples.Session();

        await store.AddAsync(session, CancellationToken.None);

        Assert.Equal(["checkstand.db-wal"], DatabaseFile.Holding(directory, session.Id.ToBytes()));
    }

    // What makes "durable" and "gone" true is set for each connection and can't be seen from outside, so the one place
    // that opens connections is called here as the store calls it.
    [Theory]
    [InlineData("synchronous", 2L)]
    [InlineData("secure_delete", 1L)]
    [InlineData("temp_store", 2L)]
    [InlineData("busy_timeout", 5000L)]
    [InlineData("wal_autocheckpoint", 4000L)]
    [InlineData("cache_size", -16384L)]
    public void Every_connection_is_set(string pragma, long value)
    {
        using var database = SqliteDatabase.Open(directory.Path, clock);
        using var connection = Connect(
            null,
            Path.Combine(directory.Path, SqliteDatabase.FileName),
            Durability.PowerCut
        );

        Assert.Equal(value, connection.Ask($"PRAGMA {pragma}"));
    }

    [Fact]
    public void Books_of_play_money_are_not_synced_at_every_commit()
    {
        using var database = SqliteDatabase.Open(directory.Path, clock);
        using var connection = Connect(
            null,
            Path.Combine(directory.Path, SqliteDatabase.FileName),
            Durability.ProcessDeath
        );

        Assert.Equal(1L, connection.Ask("PRAGMA synchronous"));
    }

    [Fact]
    public void The_files_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        using var database = SqliteDatabase.Open(directory.Path, clock);
        using var connection = DatabaseFile.Open(directory);
        connection.Ask("SELECT COUNT(*) FROM sessions");
        foreach (var path in Directory.EnumerateFiles(directory.Path))
        {
            Assert.Equal((path, UnixFileMode.UserRead | UnixFileMode.UserWrite), (path, File.GetUnixFileMode(path)));
        }
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps_and_noted_with_their_time()
    {
        SqliteDatabase.Open(directory.Path, clock).Dispose();
        using var connection = DatabaseFile.Open(directory);
        var names = typeof(SqliteDatabase).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(
            names.Select((name, index) => $"{index + 1}|{name}|{clock.GetUtcNow().ToUnixTimeMilliseconds()}"),
            connection.Rows("SELECT number, name, applied_at_ms FROM migrations ORDER BY number")
        );
        Assert.StartsWith("0001-", names[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Migrations_are_applied_once()
    {
        SqliteDatabase.Open(directory.Path, clock).Dispose();
        clock.Advance(TimeSpan.FromDays(1));
        SqliteDatabase.Open(directory.Path, clock).Dispose();
        using var connection = DatabaseFile.Open(directory);

        Assert.Equal(
            new FakeClock().GetUtcNow().ToUnixTimeMilliseconds(),
            connection.Ask("SELECT MAX(applied_at_ms) FROM migrations")
        );
    }

    [Fact]
    public void A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        SqliteDatabase.Open(directory.Path, clock).Dispose();
        using (var connection = DatabaseFile.Open(directory))
        {
            connection.Ask("INSERT INTO migrations VALUES (9999, '9999-future.sql', 1)");
        }

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(directory.Path, clock));

        Assert.Contains("schema 9999", refusal.Message, StringComparison.Ordinal);
        using var untouched = DatabaseFile.Open(directory);
        Assert.Equal(9999L, untouched.Ask("SELECT MAX(number) FROM migrations"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Path.Combine(directory.Path, SqliteDatabase.FileName), new string('x', 4096));

        Assert.ThrowsAny<System.Data.Common.DbException>(() => SqliteDatabase.Open(directory.Path, clock));
    }

    [Fact]
    public void A_directory_that_is_missing_is_not_made() =>
        Assert.ThrowsAny<System.Data.Common.DbException>(() =>
            SqliteDatabase.Open(Path.Combine(directory.Path, "missing"), clock)
        );

    [Fact]
    public async Task A_search_by_end_uses_an_index()
    {
        using (var database = SqliteDatabase.Open(directory.Path, clock))
        {
            await new SqliteSessionStore(database).AddAsync(Samples.Session(), CancellationToken.None);
        }

        using var connection = DatabaseFile.Open(directory);

        Assert.Contains("sessions_with_card_by_end", Plan(connection, "has_card = 1 AND expires_at_ms <= 1"));
        Assert.Contains("sessions_by_end", Plan(connection, "expires_at_ms <= 1"));
    }

    [Fact]
    public async Task A_closed_database_takes_no_more_writes_and_reads()
    {
        var database = SqliteDatabase.Open(directory.Path, clock);
        var store = new SqliteSessionStore(database);
        database.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            store.AddAsync(Samples.Session(), CancellationToken.None)
        );
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await store.FindAsync(SessionId.New(clock.GetUtcNow()), CancellationToken.None)
        );
    }

    [Fact]
    public async Task Closing_leaves_one_file_with_everything_in_it()
    {
        var session = Samples.Session();
        using (var database = SqliteDatabase.Open(directory.Path, clock))
        {
            var store = new SqliteSessionStore(database);
            await store.AddAsync(session, CancellationToken.None);
            await store.FindAsync(session.Id, CancellationToken.None);
        }

        Assert.Equal(["checkstand.db"], DatabaseFile.Bytes(directory).Keys);
        Assert.Equal(["checkstand.db"], DatabaseFile.Holding(directory, session.Id.ToBytes()));
    }

    [Fact]
    public async Task Another_file_has_its_own_migrations_and_rows()
    {
        var file = Path.Combine(directory.Path, "other.db");
        var scripts = new Scripts(("0001-first.sql", "CREATE TABLE a (x INTEGER)"));
        using var own = SqliteDatabase.Open(directory.Path, clock);
        using (var other = SqliteDatabase.Open(file, scripts, clock))
        {
            await other.Writer.WriteAsync(statements => statements.Execute("INSERT INTO a VALUES (7)"));
        }

        using var again = SqliteDatabase.Open(file, scripts, clock);

        Assert.Equal(
            7L,
            again.Readers.Read("SELECT x FROM a", (statements, sql) => statements.With(sql).ExecuteScalar())
        );
        Assert.ThrowsAny<System.Data.Common.DbException>(() =>
            own.Readers.Read("SELECT x FROM a", (statements, sql) => statements.With(sql).ExecuteScalar())
        );
    }

    private static string Plan(SqliteConnection connection, string condition) =>
        string.Join(
            '\n',
            connection.Rows(
                $"EXPLAIN QUERY PLAN SELECT id FROM sessions WHERE {condition} ORDER BY expires_at_ms LIMIT 500"
            )
        );

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "Connect")]
    private static extern SqliteConnection Connect(SqliteDatabase? type, string path, Durability durability);
}
