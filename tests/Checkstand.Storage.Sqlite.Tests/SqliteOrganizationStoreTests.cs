using Checkstand.Core.Organizations;
using Checkstand.Storage.Contract;
using Checkstand.Testing;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteOrganizationStoreTests : OrganizationStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    protected override Task<IOrganizationStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<IOrganizationStore>(new SqliteOrganizationStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }

    protected override async Task<IReadOnlyList<string>> MerchantsAsync() =>
        [
            .. (await new SqliteMerchantStore(database!).ListAccountsAsync(CancellationToken.None)).Select(account =>
                account.Id.Value
            ),
        ];
}
