using Checkstand.Core.Payments;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

public abstract partial class PaymentStoreContract
{
    [Fact]
    public async Task What_was_added_and_changed_is_there_after_a_restart()
    {
        var (full, changed) = (await AddAsync(Full()), await AddAsync(Begun()));
        await ChangeAsync(changed, known => known.Hears(Approved));
        var capture = NewOperation();
        var open = await ChangeAsync(
            changed,
            known => Must(known.BeginCapture(capture, 400, true, "mine", Samples.Now))
        );
        var ledger = await LedgerAsync();
        Assert.Single(ledger);

        await ReopenAsync();

        AssertSame(full, await Store.FindAsync(full.Id, None));
        AssertSame(open, await Store.FindAsync(changed.Id, None));
        AssertSame(open, await Store.FindByOperationAsync(capture, None));
        Assert.Equal(ledger, await LedgerAsync());
        Assert.Equal(
            new[] { full.Id, open.Id }.ToHashSet(),
            (await Store.DueAsync(DateTimeOffset.MaxValue, 10, None)).ToHashSet()
        );
        Assert.Equal(2, (await ListAsync(new())).Items.Count);
        Assert.Single((await ListAsync(new() { BuyerId = full.Order.BuyerId })).Items);
    }

    [Fact]
    public async Task What_was_claimed_is_claimed_after_a_restart()
    {
        var (session, card) = await AddSessionWithCardAsync();
        var payment = await ClaimAsync(session);

        await ReopenAsync();

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
        await AssertCardAsync(session, card, code: null);
        Payment? last = null;
        await ClaimAsync(session, to => last = to.LastPayment);
        AssertSame(payment, last);
    }

    [Fact]
    public async Task A_movement_that_was_added_before_a_restart_is_not_added_after_it()
    {
        var payment = await AddAsync(Sale());
        await ChangeAsync(payment, known => known.Hears(Approved));

        await ReopenAsync();
        await ChangeAsync(payment, known => known.Settle(known.Authorization.Id, Approved, Samples.Now.AddDays(1)));
        await ChangeAsync(payment, known => known with { UpdatedAt = Samples.Now.AddDays(1) });

        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task Every_acknowledged_payment_of_a_crowd_is_there_after_a_restart()
    {
        var payments = Enumerable.Range(0, 500).Select(i => Begun(milliseconds: i)).ToList();
        await Task.WhenAll(payments.Select(payment => Store.AddAsync(payment, None)));
        var settled = await Task.WhenAll(
            payments.Select(payment => ChangeAsync(payment, known => known.Hears(Approved)))
        );

        await ReopenAsync();

        foreach (var payment in settled)
        {
            AssertSame(payment, await Store.FindAsync(payment.Id, None));
        }

        Assert.Equal(500, (await LedgerAsync()).DistinctBy(entry => entry.PaymentId).Count());
    }
}
