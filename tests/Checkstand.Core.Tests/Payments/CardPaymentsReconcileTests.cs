using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>What became of operations whose outcome is open: looked up, never sent again.</summary>
public sealed class CardPaymentsReconcileTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_a_broken_call_left_open_is_looked_up_when_it_is_due()
    {
        var left = await till.LeftOpenAsync();
        till.First.Find = _ => Task.FromResult(Approved);

        till.Clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
        Assert.Equal(0, till.First.Count("find"));

        till.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(left.Id)).Status);
        Assert.Single(till.Store.Ledger);
        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
        Assert.Equal(["authorize", "find"], till.First.Verbs);
        var found = till.First.Last<FindRequest>();
        Assert.Equal((left.Id.Value, OperationKind.Authorize), (found.OperationId.Value, found.Kind));
        Assert.Null(found.PaymentReference);
        Assert.Equal((left.CreatedAt, Service), (found.StartedAt, found.Account.PaymentServiceId));
    }

    [Fact]
    public async Task What_the_provider_never_saw_failed_and_frees_the_session()
    {
        await till.LeftOpenAsync();
        till.First.Find = _ => Task.FromResult(Failed);
        till.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        var session = till.Store.Sessions.Values.Single().Session;
        Assert.Equal(PaymentStatus.Authorized, Must(await till.PayAsync(session)).Status);
        Assert.Single(till.Store.Ledger);
    }

    [Fact]
    public async Task What_stays_unknown_is_asked_for_again_and_is_not_counted()
    {
        var left = await till.PaidAsync(Unknown);
        var checks = 0;
        for (var second = 0; second < 900; second++)
        {
            till.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
            checks = till.First.Count("find");
        }

        Assert.True(checks >= 7, $"It was looked up {checks} times.");
        Assert.Equal(OperationState.Unknown, (await till.StoredAsync(left.Id)).Open!.State);
        Assert.Equal(1, till.First.Count("authorize"));
    }

    [Fact]
    public async Task Without_a_connector_it_stays_open_and_is_looked_at_again()
    {
        var left = await till.LeftOpenAsync();
        var payments = till.With(till.Second);
        till.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(0, await payments.ReconcileDueAsync(Till.None));

        var stored = await till.StoredAsync(left.Id);
        Assert.Equal(PaymentStatus.Processing, stored.Status);
        Assert.True(stored.NextCheckAt > till.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_this_process_is_asking_for_right_now_is_not_looked_up_by_anybody()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        var told = Task.CompletedTask;
        till.First.Authorize = async request =>
        {
            till.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
            Assert.Equal(0, await till.Payments.ReconcileAtStartAsync(Till.None));
            told = till.Payments.NotifyAsync(request.OperationId, Till.None);
            var meanwhile = Must(await till.PayAsync(session, id));
            Assert.Equal(OperationState.Started, meanwhile.Open!.State);
            return Approved;
        };

        Assert.Equal(PaymentStatus.Authorized, Must(await till.PayAsync(session, id)).Status);

        await told;
        Assert.Equal(["authorize"], till.First.Verbs);
    }

    [Fact]
    public async Task Of_many_look_ups_at_once_one_asks()
    {
        var payment = await till.PaidAsync(Unknown);
        var again = Task.CompletedTask;
        till.First.Find = async _ =>
        {
            till.Clock.Advance(TimeSpan.FromMinutes(10));
            await till.Payments.ReconcileDueAsync(Till.None);
            again = till.Payments.NotifyAsync(payment.Open!.Id, Till.None);
            return Approved;
        };

        await till.Payments.NotifyAsync(payment.Open!.Id, Till.None);

        await again;
        Assert.Equal(1, till.First.Count("find"));
        Assert.Single(till.Store.Ledger);
    }

    [Fact]
    public async Task What_a_notification_says_during_a_look_up_that_asked_too_early_is_known_when_it_was_taken()
    {
        var payment = await till.PaidAsync(Unknown);
        var told = Task.CompletedTask;
        till.First.Find = _ =>
        {
            till.First.Find = _ => Task.FromResult(Approved);
            told = till.Payments.NotifyAsync(payment.Open!.Id, Till.None);
            Assert.False(told.IsCompleted);
            return Task.FromResult(Unknown);
        };
        till.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));

        await told;
        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task A_notification_waits_for_a_look_up_no_longer_than_its_sender_does()
    {
        var payment = await till.PaidAsync(Unknown);
        using var gone = new CancellationTokenSource();
        till.First.Find = async _ =>
        {
            var told = till.Payments.NotifyAsync(payment.Open!.Id, gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => told);
            return Approved;
        };

        await till.Payments.NotifyAsync(payment.Open!.Id, Till.None);

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task A_look_up_that_goes_wrong_is_made_up_for_by_the_next_one()
    {
        var payment = await till.PaidAsync(Unknown);
        till.First.Find = _ => throw new IOException("Broken.");
        await Assert.ThrowsAsync<IOException>(() => till.Payments.NotifyAsync(payment.Open!.Id, Till.None));
        till.First.Find = _ => Task.FromResult(Approved);

        await till.Payments.NotifyAsync(payment.Open!.Id, Till.None);

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task At_start_only_what_an_earlier_process_left_is_looked_up_due_or_not()
    {
        var left = await till.LeftOpenAsync();
        var unknown = await till.PaidAsync(Unknown);
        till.Clock.Advance(TimeSpan.FromSeconds(5));
        till.Restarted();
        var own = await till.PaidAsync(Unknown);
        till.First.Find = _ => Task.FromResult(Approved);

        Assert.Equal(2, await till.Payments.ReconcileAtStartAsync(Till.None));

        Assert.Equal(
            new[] { left.Id.Value, unknown.Id.Value }.Order(),
            Found().Select(request => request.OperationId.Value).Order()
        );
        Assert.Equal(PaymentStatus.Processing, (await till.StoredAsync(own.Id)).Status);
        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(left.Id)).Status);
        Assert.Equal(0, await till.Payments.ReconcileAtStartAsync(Till.None));
    }

    // The instant of the start is cut like those of operations; otherwise this would be an earlier process's.
    [Fact]
    public async Task An_operation_of_the_millisecond_of_the_start_is_this_process_s_own()
    {
        till.Clock.Advance(TimeSpan.FromTicks(5_000));
        till.Restarted();
        await till.PaidAsync(Unknown);

        await till.Payments.ReconcileAtStartAsync(Till.None);

        Assert.Equal(0, till.First.Count("find"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task At_start_everything_is_looked_up_once_however_much_there_is(bool isSettled)
    {
        for (var i = 0; i < 250; i++)
        {
            await till.PaidAsync(Unknown);
        }

        till.Clock.Advance(TimeSpan.FromSeconds(5));
        till.Restarted();
        till.First.Find = _ => Task.FromResult(isSettled ? Declined : Unknown);

        Assert.Equal(isSettled ? 250 : 0, await till.Payments.ReconcileAtStartAsync(Till.None));

        Assert.Equal(250, Found().Select(request => request.OperationId).Distinct().Count());
        Assert.Equal(250, Found().Count());
    }

    [Fact]
    public async Task At_start_what_an_earlier_process_left_is_found_behind_all_that_is_this_process_s_own()
    {
        var left = await till.LeftOpenAsync();
        till.Clock.Advance(TimeSpan.FromSeconds(5));
        till.Restarted();
        for (var i = 0; i < 101; i++)
        {
            await till.PaidAsync(Unknown);
        }

        till.First.Find = _ => Task.FromResult(Approved);

        Assert.Equal(1, await till.Payments.ReconcileAtStartAsync(Till.None));

        Assert.Equal(left.Id.Value, Assert.Single(Found()).OperationId.Value);
    }

    [Fact]
    public async Task One_look_at_the_schedule_asks_for_a_hundred_and_the_next_for_the_rest()
    {
        for (var i = 0; i < 103; i++)
        {
            await till.PaidAsync(Unknown);
        }

        till.Clock.Advance(TimeSpan.FromSeconds(10));
        till.First.Find = _ => Task.FromResult(Approved);

        Assert.Equal(100, await till.Payments.ReconcileDueAsync(Till.None));
        Assert.Equal(3, await till.Payments.ReconcileDueAsync(Till.None));
        Assert.Equal(0, await till.Payments.ReconcileDueAsync(Till.None));
    }

    [Fact]
    public async Task A_look_at_the_schedule_can_be_ended()
    {
        await till.PaidAsync(Unknown);
        till.Clock.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            till.Payments.ReconcileDueAsync(new CancellationToken(canceled: true))
        );

        Assert.Equal(0, till.First.Count("find"));
    }

    [Fact]
    public async Task A_notification_looks_up_the_open_operation_and_nothing_else()
    {
        var known = await till.PaidAsync(Approved);
        var open = await till.PaidAsync(Pending);
        till.First.Find = _ => Task.FromResult(Approved);

        await till.Payments.NotifyAsync(till.NewOperation(), Till.None);
        await till.Payments.NotifyAsync(known.Authorization.Id, Till.None);
        Assert.Equal(0, till.First.Count("find"));

        await till.Payments.NotifyAsync(open.Open!.Id, Till.None);
        await till.Payments.NotifyAsync(open.Open!.Id, Till.None);

        Assert.Equal(open.Open.Id, Assert.Single(Found()).OperationId);
        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(open.Id)).Status);
        Assert.Equal("ref", till.First.Last<FindRequest>().PaymentReference);
    }

    [Fact]
    public async Task A_late_notification_of_an_authorization_does_not_look_up_the_capture_that_follows_it()
    {
        var payment = await till.PaidAsync(Approved);
        till.First.Capture = _ => Task.FromResult(Pending);
        await till.Payments.CaptureAsync(payment.Id, Known.Owner, till.NewOperation(), null, true, null, Till.None);

        await till.Payments.NotifyAsync(payment.Authorization.Id, Till.None);

        Assert.Equal(0, till.First.Count("find"));
    }

    private IEnumerable<FindRequest> Found() => till.First.Calls.Select(call => call.Request).OfType<FindRequest>();
}
