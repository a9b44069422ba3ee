using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>A merchant gives up a payment that waits for its buyer. What was charged meanwhile is never cancelled.</summary>
public sealed class CardPaymentsCancelTests : IAsyncLifetime
{
    private Till till = null!;
    private Payment waiting = null!;

    public async ValueTask InitializeAsync()
    {
        till = await Till.OpenAsync();
        waiting = await till.PaidAsync(NeedsAction);
        Finds(NeedsAction);
    }

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_payment_that_waits_is_given_up_at_the_provider()
    {
        var canceled = Must(await CancelAsync());

        Assert.Equal(PaymentStatus.Declined, canceled.Status);
        Assert.Equal(PaymentErrorCode.Canceled, canceled.Authorization.Error);
        Assert.Equal(["authorize", "find", "void"], till.First.Verbs);
        Assert.Empty(till.Store.Ledger);
        Assert.Empty(till.Second.Calls);
        AssertSame(canceled, await till.StoredAsync(waiting.Id));
    }

    [Fact]
    public async Task Once_it_is_cancelled_nothing_more_is_sent()
    {
        Must(await CancelAsync());

        Must(await CancelAsync());

        Assert.Equal(1, till.First.Count("void"));
    }

    [Fact]
    public async Task A_challenge_that_was_passed_counts_and_nothing_is_given_up()
    {
        Finds(Approved);

        Assert.Equal(new PaymentProblem.NotWaiting(PaymentStatus.Authorized), Refused(await CancelAsync()));

        Assert.Equal(0, till.First.Count("void"));
        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(waiting.Id)).Status);
    }

    [Fact]
    public async Task A_challenge_that_is_passed_while_it_is_given_up_counts()
    {
        Finds(NeedsAction, Approved);
        till.First.Void = _ => Task.FromResult(Declined);

        Assert.Equal(new PaymentProblem.NotWaiting(PaymentStatus.Authorized), Refused(await CancelAsync()));
    }

    [Fact]
    public async Task While_the_provider_can_not_say_the_payment_waits_on()
    {
        till.First.Void = _ => Task.FromResult(Unknown);

        Assert.Equal(new PaymentProblem.InProgress(waiting.Id), Refused(await CancelAsync()));

        Assert.Equal(PaymentStatus.NeedsAction, (await till.StoredAsync(waiting.Id)).Status);
    }

    [Fact]
    public async Task While_somebody_else_asks_about_it_nothing_is_given_up()
    {
        Result<Payment, PaymentProblem>? meanwhile = null;
        till.First.Find = async _ =>
        {
            meanwhile ??= await CancelAsync();
            return NeedsAction;
        };

        Must(await CancelAsync());

        Assert.Equal(new PaymentProblem.InProgress(waiting.Id), Refused(meanwhile!.Value));
        Assert.Equal(1, till.First.Count("void"));
    }

    [Fact]
    public async Task A_foreign_payment_is_not_found()
    {
        var answer = await till.Payments.CancelAsync(waiting.Id, Known.Stranger, Till.None);

        Assert.Equal(new PaymentProblem.NotFound(), Refused(answer));
        Assert.Equal(["authorize"], till.First.Verbs);
    }

    private Task<Result<Payment, PaymentProblem>> CancelAsync() =>
        till.Payments.CancelAsync(waiting.Id, Known.Owner, Till.None);

    // One answer after the other; the last for good.
    private void Finds(params ProviderAnswer[] answers)
    {
        var left = new Queue<ProviderAnswer>(answers);
        till.First.Find = _ => Task.FromResult(left.Count > 1 ? left.Dequeue() : left.Peek());
    }
}
