using Checkstand.Core.Payments;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>Verbs that ask no provider.</summary>
public sealed class CardPaymentsReadTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_payment_is_for_its_own_merchant_account()
    {
        var payment = await till.PaidAsync(Approved);

        AssertSame(payment, Must(await till.Payments.GetAsync(payment.Id, Owner, Till.None)));
        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(await till.Payments.GetAsync(payment.Id, Stranger, Till.None))
        );
        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(await till.Payments.GetAsync(till.NewId(), Owner, Till.None))
        );
    }

    [Fact]
    public async Task A_payment_is_found_by_each_of_its_operations_for_its_own_merchant_account()
    {
        var payment = await till.PaidAsync(Approved);
        var capture = till.NewOperation();
        var after = Must(await till.Payments.CaptureAsync(payment.Id, Owner, capture, 1, false, null, Till.None));

        foreach (var id in new[] { payment.Authorization.Id, capture })
        {
            AssertSame(after, Must(await till.Payments.GetByOperationAsync(id, Owner, Till.None)));
            Assert.Equal(
                new PaymentProblem.NotFound(),
                Refused(await till.Payments.GetByOperationAsync(id, Stranger, Till.None))
            );
        }

        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(await till.Payments.GetByOperationAsync(till.NewOperation(), Owner, Till.None))
        );
    }

    [Fact]
    public async Task A_list_is_of_one_merchant_account()
    {
        var payment = await till.PaidAsync(Approved);
        var page = new PageRequest(20, null);

        Assert.Equal(
            payment.Id,
            Assert.Single((await till.Payments.ListAsync(Owner, new PaymentFilter(), page, Till.None)).Items).Id
        );
        Assert.Empty((await till.Payments.ListAsync(Stranger, new PaymentFilter(), page, Till.None)).Items);
        Assert.Empty(
            (await till.Payments.ListAsync(Owner, new PaymentFilter { LastFour = "0" }, page, Till.None)).Items
        );
    }

    [Fact]
    public async Task A_merchant_changes_what_it_said_and_never_the_amount()
    {
        var payment = await till.PaidAsync(Approved);
        till.Clock.Advance(TimeSpan.FromSeconds(3));

        var after = Must(
            await till.Payments.UpdateAsync(
                payment.Id,
                Owner,
                order => order with { ExternalIdentifier = "order-2", Amount = new Money(1, "EUR") },
                Till.None
            )
        );

        Assert.Equal(("order-2", new Money(1000, "USD")), (after.Order.ExternalIdentifier, after.Order.Amount));
        Assert.Equal(Now.AddSeconds(3), after.UpdatedAt);
        Assert.Equal(payment.Operations.AsEnumerable(), after.Operations.AsEnumerable());
        AssertSame(after, await till.StoredAsync(payment.Id));
        Assert.Single(till.First.Calls);
    }

    [Fact]
    public async Task A_payment_changes_for_its_own_merchant_account_only()
    {
        var payment = await till.PaidAsync(Approved);

        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(await till.Payments.UpdateAsync(payment.Id, Stranger, order => order, Till.None))
        );
        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(await till.Payments.UpdateAsync(till.NewId(), Owner, order => order, Till.None))
        );
        AssertSame(payment, await till.StoredAsync(payment.Id));
    }

    // Stores keep milliseconds: the answer to a change must equal every later read.
    [Fact]
    public async Task The_time_of_a_change_is_cut_to_milliseconds()
    {
        var payment = await till.PaidAsync(Approved);
        till.Clock.Advance(TimeSpan.FromTicks(19_999));

        var after = Must(await till.Payments.UpdateAsync(payment.Id, Owner, order => order, Till.None));

        Assert.Equal(Now.AddMilliseconds(1), after.UpdatedAt);
    }
}
