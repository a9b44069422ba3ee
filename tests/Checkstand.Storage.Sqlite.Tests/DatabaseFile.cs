using Checkstand.Testing;
using Microsoft.Data.Sqlite;

namespace Checkstand.Storage.Sqlite.Tests;

/// <summary>A database's files, looked at from outside.</summary>
internal static class DatabaseFile
{
    public static SqliteConnection Open(TemporaryDirectory directory)
    {
        _ = SqliteEngine.Version;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(directory.Path, SqliteDatabase.FileName),
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static List<string> Rows(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetValue(i).ToString())));
        }

        return found;
    }

    /// <summary>Every byte of every file of the directory, by file name.</summary>
    public static Dictionary<string, byte[]> Bytes(TemporaryDirectory directory) =>
        Directory.EnumerateFiles(directory.Path).ToDictionary(path => Path.GetFileName(path), Read);

    /// <summary>The files that hold one of the given values.</summary>
    public static List<string> Holding(TemporaryDirectory directory, params IEnumerable<byte[]> values)
    {
        var files = Bytes(directory);
        return
        [
            .. from value in values from file in files where file.Value.AsSpan().IndexOf(value) >= 0 select file.Key,
        ];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
