using Checkstand.Core.Payments;
using Xunit;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>A store that takes nothing more when a provider has answered.</summary>
public sealed class CardPaymentsBusyTests : IAsyncLifetime
{
    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_full_queue_when_the_provider_answers_makes_the_payment_processing_never_an_error()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        till.First.Authorize = _ =>
        {
            till.Store.IsFull = true;
            return Task.FromResult(DeclinedHere);
        };

        var paid = Must(await till.PayAsync(session, id));

        Assert.Equal((PaymentStatus.Processing, id), (paid.Status, paid.Id));
        AssertSame(paid, await till.StoredAsync(id));
        Assert.Empty(till.Second.Verbs);
    }

    [Fact]
    public async Task What_a_full_queue_did_not_take_is_looked_up()
    {
        var (session, id) = (till.SessionWithCard(), till.NewId());
        till.Store.IsFull = true;
        Must(await till.PayAsync(session, id));
        till.First.Find = _ => Task.FromResult(Approved);
        till.Clock.Advance(TimeSpan.FromSeconds(60));
        till.Store.IsFull = false;

        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        Assert.Equal(PaymentStatus.Authorized, (await till.StoredAsync(id)).Status);
        Assert.Single(till.Store.Ledger);
    }
}
