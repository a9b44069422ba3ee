using System.Text;
using Checkstand.Core.PaymentMethods;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>What an approval means for stored methods, whoever learns of it.</summary>
public sealed class CardPaymentsStoreTests : IAsyncLifetime
{
    private static readonly PaymentOrder Wanted = Order() with
    {
        StoreWish = new StoreWish("mine"),
        BuyerExternalIdentifier = "buyer",
    };

    private Till till = null!;

    public async ValueTask InitializeAsync() => till = await Till.OpenAsync();

    public ValueTask DisposeAsync()
    {
        till.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_approval_stores_the_card_of_its_session()
    {
        var paid = await till.PaidAsync(Approved, Wanted);

        AssertStored(paid);
        AssertSame(paid, await till.StoredAsync(paid.Id));
    }

    [Fact]
    public async Task An_approval_stores_the_card_of_its_request()
    {
        using var card = Till.Card();

        AssertStored(Must(await PayAsync(till.NewId(), card)));
    }

    [Fact]
    public async Task What_nobody_wants_stored_or_nobody_approved_is_not_stored()
    {
        await till.PaidAsync(Approved);
        await till.PaidAsync(Declined, Wanted);
        await till.PaidAsync(Unknown, Wanted);

        Assert.Empty(till.Store.Methods);
    }

    [Fact]
    public async Task An_approval_that_becomes_known_later_stores_the_card_of_its_session()
    {
        var paid = await till.PaidAsync(NeedsAction, Wanted);
        till.First.Find = _ => Task.FromResult(Approved);

        await till.Payments.NotifyAsync(paid.Open!.Id, Till.None);
        await till.Payments.NotifyAsync(paid.Open!.Id, Till.None);

        AssertStored(await till.StoredAsync(paid.Id));
    }

    [Fact]
    public async Task A_session_that_ended_before_its_approval_became_known_has_no_card_to_store()
    {
        var paid = await till.PaidAsync(Unknown, Wanted);
        till.First.Find = _ => Task.FromResult(Approved);
        till.Clock.Advance(CheckoutSession.DefaultLife);

        Assert.Equal(1, await till.Payments.ReconcileDueAsync(Till.None));

        Assert.True((await till.StoredAsync(paid.Id)).WasApproved);
        Assert.Empty(till.Store.Methods);
    }

    [Fact]
    public async Task A_card_that_was_put_on_the_session_since_is_not_stored_for_the_one_that_paid()
    {
        var paid = await till.PaidAsync(Unknown, Wanted);
        till.First.Find = _ => Task.FromResult(Approved);
        var id = new SessionId(paid.CheckoutId!.Value);
        using var other = new CardData(new CardNumber("5555555555554444"u8), new CardExpiry("12/35"u8), null);
        var shown = CardDisplay.Of(other.Number, till.Vault.Fingerprint(Owner, other.Number));
        till.Store.Sessions[id] = (
            till.Store.Sessions[id].Session with
            {
                PaymentMethod = new SessionPaymentMethod.Card(shown, null),
            },
            till.Vault.Seal(id, other)
        );

        await till.Payments.NotifyAsync(paid.Open!.Id, Till.None);

        Assert.True((await till.StoredAsync(paid.Id)).WasApproved);
        Assert.Empty(till.Store.Methods);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_a_crash_stores_the_card_that_it_brings_again()
    {
        using var card = Till.Card();
        var id = till.NewId();
        till.First.Authorize = _ => throw new IOException("The process ends here.");
        await Assert.ThrowsAsync<IOException>(() => PayAsync(id, card));
        till.Restarted();
        till.First.Find = _ => Task.FromResult(Approved);

        var resumed = await till.Payments.ResumeAsync(id, Owner, card, Till.None);
        var again = await till.Payments.ResumeAsync(id, Owner, card, Till.None);

        AssertStored(resumed!);
        AssertSame(resumed!, again!);
    }

    // It was never kept: a card without a session lives as long as its request.
    [Fact]
    public async Task The_card_of_a_request_whose_approval_becomes_known_later_is_not_stored()
    {
        using var card = Till.Card();
        till.First.Authorize = _ => Task.FromResult(Pending);
        var paid = Must(await PayAsync(till.NewId(), card));
        till.First.Find = _ => Task.FromResult(Approved);

        await till.Payments.NotifyAsync(paid.Open!.Id, Till.None);

        Assert.True((await till.StoredAsync(paid.Id)).WasApproved);
        Assert.Empty(till.Store.Methods);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_approval_counts_the_stored_method_once_whenever_it_becomes_known(bool isLate)
    {
        using var card = Till.Card();
        var method = Keep(card);
        till.First.Authorize = _ => Task.FromResult(isLate ? Pending : Approved);
        till.First.Find = _ => Task.FromResult(Approved);

        var paid = Must(await PayAsync(till.NewId(), card, method.Id));
        await till.Payments.NotifyAsync(paid.Authorization.Id, Till.None);
        await till.Payments.NotifyAsync(paid.Authorization.Id, Till.None);

        var used = Assert.Single(till.Store.Methods).Value.Method;
        Assert.Equal((1, 1, till.Clock.GetUtcNow()), (used.UsageCount, used.CitUsageCount, used.LastUsedAt));
    }

    [Fact]
    public async Task A_decline_is_no_use_and_a_method_that_is_gone_takes_nothing_from_its_payment()
    {
        using var card = Till.Card();
        var method = Keep(card);
        till.First.Authorize = _ => Task.FromResult(Declined);
        Must(await PayAsync(till.NewId(), card, method.Id));
        Assert.Equal(0, till.Store.Methods[method.Id].Method.UsageCount);
        till.Store.Methods.Clear();
        till.First.Authorize = _ => Task.FromResult(Approved);

        var paid = Must(await PayAsync(till.NewId(), card, method.Id));

        Assert.Equal((true, method.Id), (paid.WasApproved, paid.Card.StoredMethodId));
        Assert.Empty(till.Store.Methods);
    }

    private Task<Result<Payment, PaymentProblem>> PayAsync(PaymentId id, CardData card, Guid? method = null) =>
        till.Payments.PayAsync(id, Owner, card, method, Wanted, Till.None);

    private StoredPaymentMethod Keep(CardData card)
    {
        var id = Guid.Parse("0192dddd-0000-7000-8000-000000000001");
        var fingerprint = till.Vault.Fingerprint(Owner, card.Number);
        var said = new NewPaymentMethod(null, null, null);
        var method = StoredPaymentMethod.Of(id, Owner, card, fingerprint, said, till.Clock.GetUtcNow());
        till.Store.Methods[id] = (method, till.Vault.Seal(CardOwner.PaymentMethod(id), card));
        return method;
    }

    private void AssertStored(Payment payment)
    {
        var (method, card) = Assert.Single(till.Store.Methods).Value;
        Assert.Equal(payment.Card.StoredMethodId, method.Id);
        Assert.Equal(
            (Owner, "buyer", "mine", "12/35", payment.Card.Display),
            (
                method.MerchantAccountId,
                method.BuyerExternalIdentifier,
                method.ExternalIdentifier,
                method.Expiry,
                method.Card
            )
        );
        using var opened = till.Vault.Open(CardOwner.PaymentMethod(method.Id), card);
        Assert.Equal("4111111111111111", Encoding.ASCII.GetString(opened.Number.Reveal()));
        Assert.Null(opened.Code);
    }
}
