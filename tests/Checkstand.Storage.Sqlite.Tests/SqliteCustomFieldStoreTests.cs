using Checkstand.Core.CustomFields;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteCustomFieldStoreTests : CustomFieldStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<ICustomFieldStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<ICustomFieldStore>(new SqliteCustomFieldStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }
}
