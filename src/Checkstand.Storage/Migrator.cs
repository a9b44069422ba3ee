using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Checkstand.Storage;

/// <summary>
/// Brings a database to this program's schema. Migrations are SQL files named <c>0001-what.sql</c>, embedded in the
/// database's own project, numbered without gaps; each runs once, in a transaction, and is noted in <c>migrations</c>.
/// </summary>
public static class Migrator
{
    private const string NotesSql = """
        CREATE TABLE IF NOT EXISTS migrations (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            applied_at_ms BIGINT NOT NULL
        )
        """;

    private const string LatestSql = "SELECT COALESCE(MAX(number), 0) FROM migrations";

    private const string NoteSql = """
        INSERT INTO migrations (number, name, applied_at_ms)
        VALUES (@number, @name, @applied_at_ms)
        """;

    /// <summary>Applies what is missing.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    /// <exception cref="InvalidDataException">The database was written by a newer program.</exception>
    public static IReadOnlyList<string> Apply(PreparedStatements statements, Assembly migrationsOf, DateTimeOffset now)
    {
        var known = Known(migrationsOf);
        statements.Execute(NotesSql);
        var latest = Convert.ToInt32(statements.With(LatestSql).ExecuteScalar(), CultureInfo.InvariantCulture);
        if (latest > known.Count)
        {
            throw new InvalidDataException(
                $"The database is at schema {latest}, this program knows {known.Count}: run the newer program, or restore a backup."
            );
        }

        var missing = known.Skip(latest).ToList();
        foreach (var (migration, index) in missing.Select((migration, index) => (migration, index)))
        {
            Apply(statements, migration.Name, migration.Sql, latest + index + 1, now);
        }

        return [.. missing.Select(migration => migration.Name)];
    }

    private static void Apply(PreparedStatements statements, string name, string sql, int number, DateTimeOffset now)
    {
        using var transaction = statements.Connection.BeginTransaction();
        using (var script = statements.Connection.CreateCommand())
        {
#pragma warning disable CA2100 // The text is a resource of the program.
            script.CommandText = sql;
#pragma warning restore CA2100
            script.Transaction = transaction;
            script.ExecuteNonQuery();
        }

        var note = statements.With(
            NoteSql,
            ("@number", (long)number),
            ("@name", name),
            ("@applied_at_ms", now.ToUnixTimeMilliseconds())
        );
        note.Transaction = transaction;
        note.ExecuteNonQuery();
        transaction.Commit();
    }

    private static List<(string Name, string Sql)> Known(Assembly assembly)
    {
        var names = assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < names.Count; i++)
        {
            if (!names[i].StartsWith($"{i + 1:0000}-", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"Migration {names[i]} should have number {i + 1:0000}.");
            }
        }

        return [.. names.Select(name => (name, Text(assembly, name)))];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
