using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

/// <summary>What every payment store promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class PaymentStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    protected IPaymentStore Store { get; private set; } = null!;

    protected ISessionStore Sessions { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => (Store, Sessions) = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<(IPaymentStore Payments, ISessionStore Sessions)> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    protected async Task ReopenAsync()
    {
        await CloseAsync();
        (Store, Sessions) = await OpenAsync();
    }

    [Fact]
    public async Task What_is_added_is_found_with_every_member()
    {
        var payment = Full();

        var stored = await Store.AddAsync(payment, None);

        Assert.True(stored.IsNew);
        AssertSame(payment, stored.Payment);
        AssertSame(payment, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task An_unknown_payment_is_not_found()
    {
        var payment = await AddAsync(Begun());

        Assert.Null(await Store.FindAsync(PaymentId.New(Samples.Now), None));
        Assert.Null(await Store.FindAsync(default, None));
        Assert.Null(await Store.FindByOperationAsync(NewOperation(), None));
        Assert.NotNull(await Store.FindAsync(payment.Id, None));
    }

    // Parameters of prepared statements keep the type of their first value in some drivers.
    [Fact]
    public async Task Payments_that_say_much_and_little_follow_each_other()
    {
        foreach (var isFull in new[] { false, true, false, true, true, false, false })
        {
            var payment = await AddAsync(isFull ? Full() : Begun());
            AssertSame(payment, await Store.FindAsync(payment.Id, None));
            var after = await ChangeAsync(payment, known => known with { Order = (isFull ? Begun() : Full()).Order });
            AssertSame(after, await Store.FindAsync(payment.Id, None));
        }
    }

    [Fact]
    public async Task An_id_that_is_taken_answers_the_payment_that_has_it_and_changes_nothing()
    {
        var payment = await AddAsync(Begun());
        var approved = await ChangeAsync(payment, known => known.Hears(Approved));

        var again = await Store.AddAsync(payment with { Order = Full().Order }, None);

        Assert.False(again.IsNew);
        AssertSame(approved, again.Payment);
        AssertSame(approved, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task An_id_that_another_merchant_account_has_taken_is_a_fault_and_tells_nothing_of_the_other()
    {
        var payment = await AddAsync(Begun());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.AddAsync(payment with { MerchantAccountId = Stranger }, None)
        );

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task Of_many_that_add_the_same_id_at_once_one_is_new()
    {
        var payment = Begun();

        var stored = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Store.AddAsync(payment, None)));

        Assert.Single(stored, one => one.IsNew);
        Assert.All(stored, one => AssertSame(payment, one.Payment));
    }

    [Fact]
    public async Task A_payment_is_found_by_its_first_operation_and_by_every_later_one()
    {
        var payment = await AddAsync(Begun());
        await ChangeAsync(payment, known => known.Hears(new ProviderAnswer.Failed(PaymentErrorCode.ServiceError)));
        var elsewhere = await ChangeAsync(
            payment,
            known => known.TryElsewhere(NewOperation(), OtherService, Samples.Now)
        );
        await ChangeAsync(payment, known => known.Hears(Approved));
        var capture = NewOperation();
        await ChangeAsync(payment, known => Must(known.BeginCapture(capture, 400, false, null, Samples.Now)));
        await ChangeAsync(payment, known => known.Hears(Approved));
        var refund = NewOperation();
        var last = await ChangeAsync(payment, known => Must(known.BeginRefund(refund, 1, null, null, Samples.Now)));
        await AddAsync(Begun());

        foreach (var id in new[] { new OperationId(payment.Id.Value), elsewhere.Open!.Id, capture, refund })
        {
            AssertSame(last, await Store.FindByOperationAsync(id, None));
        }
    }

    // Nobody was asked for it, so nobody knows its id.
    [Fact]
    public async Task The_capture_that_was_part_of_a_sale_leads_to_no_payment()
    {
        var sale = await AddAsync(Sale());
        var sold = await ChangeAsync(sale, known => known.Hears(Approved));
        var capture = sold.Operations[^1];
        Assert.True(capture.IsPartOfAuthorization);

        Assert.Null(await Store.FindByOperationAsync(capture.Id, None));
        AssertSame(sold, await Store.FindByOperationAsync(sold.Authorization.Id, None));
    }

    [Fact]
    public async Task What_is_due_is_listed_by_how_long_it_is_due()
    {
        var payments = new List<Payment>();
        foreach (var seconds in new[] { 30, 10, 20, 40 })
        {
            payments.Add(await AddAsync(Begun() with { NextCheckAt = Samples.Now.AddSeconds(seconds) }));
        }

        await AddAsync(Begun() with { NextCheckAt = null });

        var (third, first, second, fourth) = (payments[0].Id, payments[1].Id, payments[2].Id, payments[3].Id);
        Assert.Equal([first, second, third], await Store.DueAsync(Samples.Now.AddSeconds(30), 10, None));
        Assert.Equal([first, second], await Store.DueAsync(Samples.Now.AddSeconds(30), 2, None));
        Assert.Equal([first, second], await Store.DueAsync(Samples.Now.AddSeconds(30).AddMilliseconds(-1), 10, None));
        Assert.Empty(await Store.DueAsync(Samples.Now.AddSeconds(9), 10, None));
        Assert.Equal([first, second, third, fourth], await Store.DueAsync(DateTimeOffset.MaxValue, 10, None));
    }

    [Fact]
    public async Task A_change_moves_a_payment_in_the_schedule_and_a_known_outcome_takes_it_out()
    {
        var (one, other) = (await AddAsync(Begun()), await AddAsync(Begun()));
        await ChangeAsync(one, known => known with { NextCheckAt = Samples.Now.AddSeconds(200) });
        Assert.Equal([other.Id, one.Id], await Store.DueAsync(DateTimeOffset.MaxValue, 10, None));

        await ChangeAsync(other, known => known.Hears(Approved));
        Assert.Equal([one.Id], await Store.DueAsync(DateTimeOffset.MaxValue, 10, None));

        await ChangeAsync(other, known => Must(known.BeginVoid(NewOperation(), Samples.Now)));
        Assert.Equal([other.Id, one.Id], await Store.DueAsync(DateTimeOffset.MaxValue, 10, None));
    }

    private async Task<Payment> AddAsync(Payment payment)
    {
        Assert.True((await Store.AddAsync(payment, None)).IsNew);
        return payment;
    }

    private async Task<Payment> ChangeAsync(Payment payment, Func<Payment, Payment> change) =>
        Must(await Store.ChangeAsync(payment.Id, known => change(known), None));

    private Task<Payment?> SettleAsync(Payment payment) =>
        Store.SettleAsync(payment.Id, found => new SettledPayment(found.Payment.Hears(Approved)));

    private async Task<List<LedgerEntry>> LedgerAsync(DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var entries = new List<LedgerEntry>();
        await foreach (
            var entry in Store.ListLedgerAsync(from ?? DateTimeOffset.MinValue, until ?? DateTimeOffset.MaxValue, None)
        )
        {
            entries.Add(entry);
        }

        return entries;
    }
}
