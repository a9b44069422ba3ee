using Checkstand.Storage.Contract;

namespace Checkstand.Storage.Sqlite.Tests;

internal static class SqliteTrade
{
    public static TradeStores StoresOf(SqliteDatabase database) =>
        new(
            new SqliteCheckoutSettlementStore(database),
            new SqliteCheckoutStore(database),
            new SqliteOrderStore(database),
            new SqliteProductStore(database),
            new SqliteCustomerStore(database),
            new SqliteDiscountStore(database),
            new SqlitePaymentStore(database, new SqliteSessionStore(database))
        );
}
