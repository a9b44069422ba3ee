namespace Checkstand.Server.Tests.Cards;

/// <summary>The database's own log (WAL), where what was written last stands until the scrub cuts it to nothing.</summary>
internal static class DatabaseLog
{
    public static long Bytes(string directory) => new FileInfo(Path.Combine(directory, "checkstand.db-wal")).Length;

    /// <summary>Has something written, so that there is a log to scan.</summary>
    public static async Task WriteAsync(ApiClient api, string directory)
    {
        await api.OpenAsync();
        // The scrub may have cut the log just now; it cuts again 20 seconds later at the earliest.
        if (Bytes(directory) == 0)
        {
            await api.OpenAsync();
        }

        Assert.NotEqual(0, Bytes(directory));
    }
}
