using Checkstand.Core.Products;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteProductStoreTests : ProductStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<IProductStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<IProductStore>(new SqliteProductStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }
}
