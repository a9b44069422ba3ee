using Checkstand.Core;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Sessions;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

/// <summary>Sessions that are claimed, and what is left of them.</summary>
public abstract partial class PaymentStoreContract
{
    private static readonly ProviderAnswer Failure = new ProviderAnswer.Failed(PaymentErrorCode.ServiceError);

    private async Task<(CheckoutSession Session, SealedCard Card)> AddSessionWithCardAsync(
        DateTimeOffset? end = null,
        bool hasCode = true
    )
    {
        var session = Samples.Session(end).WithAmount(1);
        await Sessions.AddAsync(session, None);
        var card = Samples.Card(hasCode: hasCode);
        session = session with { PaymentMethod = Samples.CardMethod };
        await ChangeSessionAsync(session, new SessionChange.SaveWithCard(session, card));
        return (session, card);
    }

    /// <summary>Claims a session for a payment that nothing refuses.</summary>
    private async Task<Payment> ClaimAsync(
        CheckoutSession session,
        Action<SessionToPay>? look = null,
        PaymentId? id = null
    )
    {
        var payment = PaymentOf(session, id ?? PaymentId.New(Samples.Now));
        var claimed = Must(
            await Store.ClaimAsync(
                payment.Id,
                session.Id,
                to =>
                {
                    look?.Invoke(to);
                    return payment;
                },
                None
            )
        );
        Assert.True(claimed.IsNew);
        AssertSame(payment, claimed.Payment);
        return payment;
    }

    private Task<Result<StoredPayment, PaymentProblem>> RefuseAsync(
        CheckoutSession session,
        Action<SessionToPay> look,
        PaymentId? id = null
    ) =>
        Store.ClaimAsync(
            id ?? PaymentId.New(Samples.Now),
            session.Id,
            to =>
            {
                look(to);
                return new PaymentProblem.NoPaymentMethod();
            },
            None
        );

    private static Payment PaymentOf(CheckoutSession session, PaymentId id) =>
        Payment.Begin(
            id,
            session.MerchantAccountId,
            session.Id.Value,
            Order,
            PaymentSamples.Card,
            Service,
            Samples.Now
        );

    private async Task ChangeSessionAsync(CheckoutSession session, SessionChange change) =>
        Assert.Null(await Sessions.ChangeAsync(session.Id, _ => change, None));

    private async Task AssertCardAsync(CheckoutSession session, SealedCard expected, byte[]? code)
    {
        AssertSealed(expected, await Sessions.FindCardAsync(session.Id, None), code);
    }

    private static void AssertSealed(SealedCard expected, SealedCard? found, byte[]? code)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.KeyId, found.KeyId);
        Assert.Equal(expected.Card, found.Card);
        Assert.Equal(expected.WrappedKey, found.WrappedKey);
        Assert.Equal(code, found.Code);
    }

    // As a decision about the session would see it.
    private async Task<Payment?> LastPaymentAsync(CheckoutSession session)
    {
        Payment? last = null;
        await RefuseAsync(session, to => last = to.LastPayment);
        return last;
    }

    private async Task AssertUntouchedAsync(CheckoutSession session, SealedCard card)
    {
        Assert.Null(await LastPaymentAsync(session));
        await AssertCardAsync(session, card, card.Code);
    }
}
