using Checkstand.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Checkstand.Server.Tests.Harness;

/// <summary>Looks into the embedded database of a data directory, beside the server that owns it, without changing it.</summary>
internal static class Database
{
    static Database() => _ = SqliteEngine.Version;

    /// <summary>One value.</summary>
    public static T Ask<T>(string directory, string sql) =>
        Rows(directory, sql, row => row.GetFieldValue<T>(0)).Single();

    /// <summary>All rows of a query.</summary>
    public static IReadOnlyList<T> Rows<T>(string directory, string sql, Func<SqliteDataReader, T> read)
    {
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, SqliteDatabase.FileName),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        using var connection = new SqliteConnection(source.ToString());
        connection.Open();
        using var query = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of the tests.
        query.CommandText = sql;
#pragma warning restore CA2100
        using var reader = query.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
