using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqlitePaymentStoreTests : PaymentStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<(IPaymentStore Payments, ISessionStore Sessions)> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        var sessions = new SqliteSessionStore(database);
        return Task.FromResult<(IPaymentStore, ISessionStore)>((new SqlitePaymentStore(database, sessions), sessions));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }
}
