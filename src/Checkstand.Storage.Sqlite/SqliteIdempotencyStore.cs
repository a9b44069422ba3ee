using Checkstand.Core.Idempotency;
using Checkstand.Core.Merchants;

namespace Checkstand.Storage.Sqlite;

/// <summary>Idempotency keys in the embedded database.</summary>
public sealed class SqliteIdempotencyStore(SqliteDatabase database) : IIdempotencyStore
{
    /// <inheritdoc/>
    public Task<(IdempotencyRecord Record, bool IsNew)> TakeAsync(
        MerchantAccountId merchant,
        string key,
        IdempotencyRecord record,
        DateTimeOffset keptSince,
        CancellationToken cancellation
    ) =>
        database.Writer.WriteAsync(statements =>
        {
            if (IdempotencyTable.Find(statements, merchant, key) is { } known && known.CreatedAt >= keptSince)
            {
                return (known, false);
            }

            IdempotencyTable.Save(statements, merchant, key, record);
            return (record, true);
        });

    /// <inheritdoc/>
    public Task AnswerAsync(
        MerchantAccountId merchant,
        string key,
        RecordedAnswer answer,
        CancellationToken cancellation
    ) =>
        database.Writer.FinishAsync(statements =>
        {
            IdempotencyTable.Answer(statements, merchant, key, answer);
            return true;
        });

    /// <inheritdoc/>
    public Task ReleaseAsync(MerchantAccountId merchant, string key, CancellationToken cancellation) =>
        database.Writer.FinishAsync(statements =>
        {
            IdempotencyTable.Delete(statements, merchant, key);
            return true;
        });

    /// <inheritdoc/>
    public async Task<int> RemoveAsync(DateTimeOffset keptSince, int max, CancellationToken cancellation)
    {
        // Nearly always there is nothing to do; a reader finds that out without a turn in the writer's queue.
        if (!database.Readers.Read(keptSince, IdempotencyTable.HasOld))
        {
            return 0;
        }

        return await database.Writer.WriteAsync(statements => IdempotencyTable.DeleteOld(statements, keptSince, max));
    }
}
