using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Sessions;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteStoredPaymentMethodsTests : StoredPaymentMethodsContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<(ISessionStore Sessions, IPaymentMethodStore Methods)> OpenAsync(TimeProvider time)
    {
        database = SqliteDatabase.Open(directory.Path, time);
        return Task.FromResult<(ISessionStore, IPaymentMethodStore)>(
            (new SqliteSessionStore(database), new SqlitePaymentMethodStore(database))
        );
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }
}
