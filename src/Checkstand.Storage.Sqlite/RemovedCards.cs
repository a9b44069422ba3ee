namespace Checkstand.Storage.Sqlite;

/// <summary>
/// Whether the write-ahead log holds what was removed. secure_delete overwrites rows in the pages themselves; their old
/// image stays in the log until it is copied into the file and cut off, which is done for sessions' and payment
/// methods' cards at once.
/// </summary>
internal sealed class RemovedCards(SqliteWriter writer)
{
    // What a start finds in the log, nobody remembers.
    private volatile bool areInLog = true;

    /// <summary>Says that a card, or a wrap of its key, was removed or overwritten. Called within the write.</summary>
    public void Note() => areInLog = true;

    /// <summary>Cuts the log when it holds any.</summary>
    /// <returns>False when readers kept it from finishing.</returns>
    public async Task<bool> EraseAsync()
    {
        if (!areInLog)
        {
            return true;
        }

        // The mark goes first, so that a removal during the cut sets it again; it comes back when the cut fails.
        areInLog = false;
        var isCut = false;
        try
        {
            isCut = await writer.CutLogAsync();
        }
        finally
        {
            // Not "or": that would write back what it read, over a mark that was set in between.
            if (!isCut)
            {
                areInLog = true;
            }
        }

        return isCut;
    }
}
