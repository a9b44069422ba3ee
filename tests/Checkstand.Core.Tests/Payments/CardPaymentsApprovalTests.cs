using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>Buyers who do not come back from a challenge. The provider decides: a late approval counts.</summary>
public sealed class CardPaymentsApprovalTests : IAsyncLifetime
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
    public async Task Within_the_buyer_s_time_the_payment_is_only_looked_up()
    {
        await LookAsync(Payment.ApprovalTime - TimeSpan.FromTicks(1));

        Assert.Equal(["authorize", "find"], till.First.Verbs);
        Assert.Equal(PaymentStatus.NeedsAction, (await StoredAsync()).Status);
    }

    [Fact]
    public async Task When_the_buyer_s_time_is_over_the_payment_is_given_up()
    {
        await LookAsync(Payment.ApprovalTime);

        var given = await StoredAsync();
        Assert.Equal(PaymentStatus.Declined, given.Status);
        Assert.Equal(PaymentErrorCode.IncompleteBuyerApproval, given.Authorization.Error);
        Assert.Equal(["authorize", "find", "void"], till.First.Verbs);
        var sent = till.First.Last<VoidRequest>();
        Assert.Equal(OperationId.Following(waiting.Authorization.Id), sent.OperationId);
        Assert.Equal(("ref", Service), (sent.PaymentReference, sent.Account.PaymentServiceId));
        Assert.Empty(till.Store.Ledger);
        Assert.Empty(till.Second.Calls);
    }

    [Fact]
    public async Task A_payment_that_was_given_up_frees_its_session()
    {
        await LookAsync(Payment.ApprovalTime);
        var session = till.Store.Sessions.Values.Single().Session;
        till.First.Authorize = _ => Task.FromResult(Approved);

        Assert.Equal(PaymentStatus.Authorized, Must(await till.PayAsync(session)).Status);
    }

    [Fact]
    public async Task A_challenge_that_was_passed_at_the_last_moment_counts_and_nothing_is_given_up()
    {
        Finds(Approved);

        await LookAsync(Payment.ApprovalTime);

        Assert.Equal(PaymentStatus.Authorized, (await StoredAsync()).Status);
        Assert.Equal(0, till.First.Count("void"));
    }

    [Fact]
    public async Task A_challenge_that_is_passed_while_it_is_given_up_counts()
    {
        foreach (var refusal in new[] { Declined, Failed, Unknown, Pending })
        {
            var payment = await till.PaidAsync(NeedsAction);
            Finds(NeedsAction, Approved);
            till.First.Void = _ => Task.FromResult(refusal);
            till.Clock.Advance(Payment.ApprovalTime);

            await till.Payments.NotifyAsync(payment.Open!.Id, Till.None);

            Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(payment.Id)).Status);
        }
    }

    [Fact]
    public async Task While_the_provider_can_not_say_the_payment_stays_open_and_is_given_up_later_under_the_same_key()
    {
        till.First.Void = _ => Task.FromResult(Unknown);
        await LookAsync(Payment.ApprovalTime);
        Assert.Equal(PaymentStatus.NeedsAction, (await StoredAsync()).Status);
        till.First.Void = _ => Task.FromResult(Approved);

        await LookAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(PaymentStatus.Declined, (await StoredAsync()).Status);
        Assert.Single(till.First.Calls.Where(call => call.Verb == "void").Select(call => call.Operation).Distinct());
        Assert.Equal(2, till.First.Count("void"));
    }

    [Fact]
    public async Task A_provider_that_can_not_be_asked_is_not_told_to_give_up()
    {
        Finds(Unknown);

        await LookAsync(Payment.ApprovalTime);

        Assert.Equal(0, till.First.Count("void"));
        Assert.Equal(PaymentStatus.NeedsAction, (await StoredAsync()).Status);
    }

    [Fact]
    public async Task A_challenge_without_a_reference_can_not_be_given_up_and_is_only_looked_up()
    {
        var nameless = await till.PaidAsync(new ProviderAnswer.NeedsAction("/approve"));
        Finds(new ProviderAnswer.NeedsAction("/approve"));
        till.Clock.Advance(Payment.ApprovalTime);

        await till.Payments.NotifyAsync(nameless.Open!.Id, Till.None);

        Assert.Equal(0, till.First.Count("void"));
        Assert.Equal(PaymentStatus.NeedsAction, (await till.StoredAsync(nameless.Id)).Status);
    }

    private async Task LookAsync(TimeSpan after)
    {
        till.Clock.Advance(after);
        await till.Payments.ReconcileDueAsync(Till.None);
    }

    private Task<Payment> StoredAsync() => till.StoredAsync(waiting.Id);

    // One answer after the other; the last for good.
    private void Finds(params ProviderAnswer[] answers)
    {
        var left = new Queue<ProviderAnswer>(answers);
        till.First.Find = _ => Task.FromResult(left.Count > 1 ? left.Dequeue() : left.Peek());
    }
}
