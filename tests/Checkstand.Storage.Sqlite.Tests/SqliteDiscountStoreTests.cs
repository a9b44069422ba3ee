using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Storage.Contract;
using Checkstand.Testing;
using Xunit;

namespace Checkstand.Storage.Sqlite.Tests;

public sealed class SqliteDiscountStoreTests : DiscountStoreContract
{
    private readonly TemporaryDirectory directory = new();
    private SqliteDatabase? database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task A_redemption_counts_for_its_customer_and_can_be_taken_back()
    {
        var (discount, alice, bob) = (RandomId.New(), RandomId.New(), RandomId.New());
        var checkouts = Enumerable.Range(0, 3).Select(_ => new CheckoutId(RandomId.New())).ToArray();

        var counted = await database!.Writer.WriteAsync(statements =>
        {
            DiscountTable.AddRedemption(statements, checkouts[0], discount, alice, Samples.Now);
            DiscountTable.AddRedemption(statements, checkouts[1], discount, alice, Samples.Now);
            DiscountTable.AddRedemption(statements, checkouts[2], discount, bob, Samples.Now);
            DiscountTable.RemoveRedemption(statements, checkouts[0]);
            // One that is not there is no error: the payment of a checkout without a discount fails too.
            DiscountTable.RemoveRedemption(statements, new CheckoutId(RandomId.New()));
            return (
                DiscountTable.CountRedemptions(statements, discount),
                DiscountTable.CountRedemptions(statements, discount, alice),
                DiscountTable.CountRedemptions(statements, discount, bob),
                DiscountTable.CountRedemptions(statements, RandomId.New())
            );
        });

        Assert.Equal((2, 1, 1, 0), counted);
    }

    protected override Task<IDiscountStore> OpenAsync()
    {
        database = SqliteDatabase.Open(directory.Path, new FakeClock());
        return Task.FromResult<IDiscountStore>(new SqliteDiscountStore(database));
    }

    protected override Task CloseAsync()
    {
        database!.Dispose();
        return Task.CompletedTask;
    }

    protected override Task RedeemAsync(Guid discountId, int times) =>
        database!.Writer.WriteAsync(statements =>
        {
            for (var i = 0; i < times; i++)
            {
                DiscountTable.AddRedemption(
                    statements,
                    new CheckoutId(RandomId.New()),
                    discountId,
                    RandomId.New(),
                    Samples.Now
                );
            }

            return true;
        });
}
