using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>No provider and no payment keeps the others from being looked up.</summary>
public sealed class CardPaymentsFairnessTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task While_one_connector_never_answers_a_payment_at_another_settles_within_its_schedule()
    {
        var never = new TaskCompletionSource<ProviderAnswer>();
        till.First.Find = _ => never.Task;
        till.Second.Find = _ => Task.FromResult(Approved);
        var hanging = new List<Payment>();
        // More than one look takes.
        for (var i = 0; i < 250; i++)
        {
            hanging.Add(await till.LeftOpenAsync());
        }

        var other = await LeftOpenAtSecondAsync();
        till.Clock.Advance(Minute);

        var looks = new List<Task<int>>();
        for (var i = 0; i < 3; i++)
        {
            looks.Add(till.Payments.ReconcileDueAsync(Till.None));
        }

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(other.Id)).Status);
        Assert.InRange(till.First.Count("find"), 1, 20);
        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));

        never.SetResult(Approved);
        Assert.Equal(hanging.Count + 1, (await Task.WhenAll(looks)).Sum());
        Assert.All(hanging, payment => Assert.Single(till.Store.Ledger, entry => entry.PaymentId == payment.Id));
    }

    [Fact]
    public async Task A_payment_whose_look_up_throws_does_not_keep_the_next_one_from_being_reconciled()
    {
        var broken = await till.LeftOpenAsync();
        till.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var next = await till.LeftOpenAsync();
        till.First.Find = request =>
            request.OperationId.Value == broken.Id.Value
                ? throw new InvalidOperationException("A bug.")
                : Task.FromResult(Approved);
        till.Clock.Advance(Minute);

        var failed = await Assert.ThrowsAsync<AggregateException>(() => till.Payments.ReconcileDueAsync(Till.None));

        Assert.Equal("A bug.", Assert.Single(failed.InnerExceptions).Message);
        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(next.Id)).Status);
    }

    [Fact]
    public async Task A_payment_whose_look_up_throws_is_left_alone_for_a_minute()
    {
        var broken = await till.LeftOpenAsync();
        till.First.Find = _ => throw new InvalidOperationException("A bug.");
        till.Clock.Advance(Minute);
        await Assert.ThrowsAsync<AggregateException>(() => till.Payments.ReconcileDueAsync(Till.None));
        till.First.Find = _ => Task.FromResult(Approved);

        till.Clock.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
        till.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(broken.Id)).Status);
    }

    [Fact]
    public async Task At_start_one_that_throws_does_not_keep_the_next_one_from_being_reconciled()
    {
        var broken = await till.LeftOpenAsync();
        till.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var next = await till.LeftOpenAsync();
        till.Clock.Advance(TimeSpan.FromMilliseconds(1));
        till.Restarted();
        till.First.Find = request =>
            request.OperationId.Value == broken.Id.Value
                ? throw new InvalidOperationException("A bug.")
                : Task.FromResult(Approved);

        await Assert.ThrowsAsync<AggregateException>(() => till.Payments.ReconcileAtStartAsync(Till.None));

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(next.Id)).Status);
    }

    private async Task<Payment> LeftOpenAtSecondAsync()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        till.Second.Authorize = _ => throw new IOException("The process ends here.");
        var order = Order() with { PaymentServiceId = OtherService };
        await Assert.ThrowsAsync<IOException>(() => till.PayAsync(session, id, order));
        return await till.StoredAsync(id);
    }
}
