using System.Data.Common;
using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

public abstract partial class PaymentStoreContract
{
    [Fact]
    public async Task A_decision_sees_the_payment_as_it_was_left_and_its_answer_is_stored()
    {
        var payment = await AddAsync(Full());
        Payment? seen = null;

        var after = Must(
            await Store.ChangeAsync(
                payment.Id,
                known =>
                {
                    seen = known;
                    return known.Hears(Approved);
                },
                None
            )
        );

        AssertSame(payment, seen);
        Assert.Equal(OperationState.Approved, after.Operations[^1].State);
        AssertSame(after, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task An_unknown_payment_is_not_changed_and_nobody_is_asked() =>
        Assert.Equal(
            new PaymentProblem.NotFound(),
            Refused(
                await Store.ChangeAsync(
                    PaymentId.New(Samples.Now),
                    _ => throw new InvalidOperationException("There is nothing to decide."),
                    None
                )
            )
        );

    [Fact]
    public async Task What_a_provider_answered_is_stored_with_its_movement()
    {
        var payment = await AddAsync(Begun());

        var settled = await SettleAsync(payment);

        Assert.True(settled!.WasApproved);
        AssertSame(settled, await Store.FindAsync(payment.Id, None));
        Assert.Single(await LedgerAsync());
        AssertSame(settled, await Store.SettleAsync(payment.Id, found => new SettledPayment(found.Payment)));
    }

    [Fact]
    public async Task An_unknown_payment_is_not_settled_and_nobody_is_asked() =>
        Assert.Null(
            await Store.SettleAsync(
                PaymentId.New(Samples.Now),
                _ => throw new InvalidOperationException("There is nothing to settle.")
            )
        );

    [Fact]
    public async Task A_change_that_is_refused_writes_nothing()
    {
        var payment = await AddAsync(Begun());
        var problem = new PaymentProblem.InProgress(payment.Id);

        Assert.Equal(problem, Refused(await Store.ChangeAsync(payment.Id, _ => problem, None)));

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task A_change_to_the_payment_itself_answers_it()
    {
        var payment = await AddAsync(Full());

        AssertSame(payment, Must(await Store.ChangeAsync(payment.Id, known => known, None)));

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
        Assert.Empty(await LedgerAsync());
    }

    [Fact]
    public async Task A_change_whose_decision_throws_writes_nothing_and_says_so()
    {
        var payment = await AddAsync(Begun());

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.ChangeAsync(payment.Id, _ => throw new InvalidOperationException("A bug."), None)
        );

        AssertSame(payment, await Store.FindAsync(payment.Id, None));
    }

    [Fact]
    public async Task A_change_changes_one_payment()
    {
        var (one, other) = (await AddAsync(Begun()), await AddAsync(Begun()));

        await ChangeAsync(one, known => known.Hears(Approved));

        AssertSame(other, await Store.FindAsync(other.Id, None));
    }

    [Fact]
    public async Task Of_many_changes_at_once_none_is_lost()
    {
        var payment = await AddAsync(Begun() with { ChecksMade = 0 });

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    Task.Run(() => ChangeAsync(payment, known => known with { ChecksMade = known.ChecksMade + 1 }))
                )
        );

        Assert.Equal(200, (await Store.FindAsync(payment.Id, None))!.ChecksMade);
    }

    [Fact]
    public async Task Every_movement_is_in_the_ledger_once_with_every_member()
    {
        var payment = await AddAsync(Begun());
        await ChangeAsync(payment, known => known.Hears(new ProviderAnswer.Unknown("No answer.")));
        Assert.Empty(await LedgerAsync());
        await ChangeAsync(payment, known => known.Hears(Approved));
        var (capture, refund) = (NewOperation(), NewOperation());
        await ChangeAsync(payment, known => Must(known.BeginCapture(capture, 400, true, null, Samples.Now)));
        await ChangeAsync(payment, known => known.Hears(Approved));
        await ChangeAsync(payment, known => Must(known.BeginRefund(refund, 150, null, null, Samples.Now)));
        await ChangeAsync(payment, known => known.Hears(Approved));
        // Said twice, and something else besides.
        await ChangeAsync(payment, known => known.Settle(refund, Approved, Samples.Now.AddDays(1)));
        await ChangeAsync(payment, known => known with { UpdatedAt = Samples.Now.AddDays(1) });

        var at = Samples.Now.AddSeconds(1);
        LedgerEntry Entry(OperationId id, MovementKind kind, long amount) =>
            new(id, payment.Id, kind, new Money(amount, "USD"), Service, at);
        Assert.Equal(
            new[]
            {
                Entry(payment.Authorization.Id, MovementKind.Authorization, 1000),
                Entry(capture, MovementKind.Capture, 400),
                Entry(refund, MovementKind.Refund, 150),
            }.ToHashSet(),
            (await LedgerAsync()).ToHashSet()
        );
        Assert.Equal(3, (await LedgerAsync()).Count);
    }

    [Fact]
    public async Task A_sale_and_a_void_are_in_the_ledger_too()
    {
        var sale = await AddAsync(Sale());
        await ChangeAsync(sale, known => known.Hears(Approved));
        var payment = await AddAsync(Begun());
        await ChangeAsync(payment, known => known.Hears(Approved));
        await ChangeAsync(payment, known => Must(known.BeginVoid(NewOperation(), Samples.Now)));
        await ChangeAsync(payment, known => known.Hears(Approved));

        Assert.Equal(
            [
                (sale.Id, MovementKind.Capture, 1000),
                (payment.Id, MovementKind.Authorization, 1000),
                (payment.Id, MovementKind.Void, 1000),
            ],
            (await LedgerAsync())
                .Select(entry => (entry.PaymentId, entry.Kind, entry.Amount.MinorUnits))
                .OrderBy(entry => entry.PaymentId == sale.Id ? 0 : 1)
                .ThenBy(entry => entry.Kind)
        );
    }

    [Fact]
    public async Task A_change_whose_movement_can_not_be_added_changes_nothing()
    {
        var (one, other) = (await AddAsync(Begun()), await AddAsync(Begun()));
        await ChangeAsync(one, known => known.Hears(Approved));
        var stolen = one.Authorization with { State = OperationState.Approved };

        await Assert.ThrowsAnyAsync<DbException>(() =>
            Store.ChangeAsync(other.Id, known => known with { Operations = [stolen] }, None)
        );

        AssertSame(other, await Store.FindAsync(other.Id, None));
        Assert.Single(await LedgerAsync());
    }

    [Fact]
    public async Task An_operation_belongs_to_one_payment()
    {
        var (one, other) = (await AddAsync(Begun()), await AddAsync(Begun()));
        var id = NewOperation();
        await ChangeAsync(one, known => known.Hears(Approved));
        await ChangeAsync(other, known => known.Hears(Approved));
        var capturing = await ChangeAsync(one, known => Must(known.BeginCapture(id, 1, false, null, Samples.Now)));

        await Assert.ThrowsAnyAsync<DbException>(() =>
            Store.ChangeAsync(other.Id, known => known.BeginCapture(id, 1, false, null, Samples.Now), None)
        );

        AssertSame(capturing, await Store.FindByOperationAsync(id, None));
        Assert.Null((await Store.FindAsync(other.Id, None))!.Open);
    }

    [Fact]
    public async Task The_ledger_of_an_interval_has_its_beginning_and_not_its_end_oldest_first()
    {
        var at = new List<DateTimeOffset>();
        foreach (var seconds in new[] { 3, 1, 2, 4 })
        {
            var payment = await AddAsync(Begun());
            at.Add(Samples.Now.AddSeconds(seconds));
            await ChangeAsync(payment, known => known.Settle(known.Open!.Id, Approved, at[^1]));
        }

        at.Sort();
        Assert.Equal(at, (await LedgerAsync()).Select(entry => entry.At));
        Assert.Equal(at[1..3], (await LedgerAsync(at[1], at[3])).Select(entry => entry.At));
        Assert.Empty(await LedgerAsync(at[3].AddMilliseconds(1)));
        Assert.Empty(await LedgerAsync(until: at[0]));
        Assert.Empty(await LedgerAsync(at[1], at[1]));
        Assert.All(await LedgerAsync(), entry => Assert.Equal(TimeSpan.Zero, entry.At.Offset));
    }
}
