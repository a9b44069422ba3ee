using Checkstand.Core.PaymentMethods;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqlitePaymentMethodStoreTests : PaymentMethodStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<IPaymentMethodStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<IPaymentMethodStore>(new SqlitePaymentMethodStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }
}
