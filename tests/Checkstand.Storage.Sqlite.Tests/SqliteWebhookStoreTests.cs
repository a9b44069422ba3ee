using Checkstand.Core.Webhooks;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteWebhookStoreTests : WebhookStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<IWebhookStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<IWebhookStore>(new SqliteWebhookStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }

    protected override Task RecordAsync(bool fails, params DomainEvent[] events) =>
        database!.Writer.WriteAsync(statements =>
        {
            foreach (var happened in events)
            {
                EventOutbox.Record(statements, happened);
            }

            return fails ? throw new InvalidOperationException("after the events") : true;
        });
}
