using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Sessions;
using Checkstand.Core.Tests.Payments;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Sessions;

/// <summary>Why a session can't be charged; what wins is said first.</summary>
public sealed class ChargeRefusalTests
{
    private static readonly SessionPaymentMethod Method = new SessionPaymentMethod.Card(Card().Display, null);

    private static readonly CheckoutSession Session = CheckoutSession.Create(Owner, SessionPatch.Silent, Now) with
    {
        PaymentMethod = Method,
    };

    [Fact]
    public void A_session_with_a_payment_method_can_be_charged_until_it_ends()
    {
        Assert.Null(Refusal(Session, null));
        Assert.Null(Session.ChargeRefusalAt(Owner, null, Session.ExpiresAt - TimeSpan.FromTicks(1)));
        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.Expired(Session.ExpiresAt)),
            Session.ChargeRefusalAt(Owner, null, Session.ExpiresAt)
        );
    }

    [Fact]
    public void A_click_to_pay_checkout_is_a_payment_method_too() =>
        Assert.Null(
            Refusal(Session with { PaymentMethod = new SessionPaymentMethod.ClickToPay("m", "c", "d", null) }, null)
        );

    [Fact]
    public void A_payment_that_was_approved_pays_a_session_for_good()
    {
        Payment[] approved =
        [
            Authorized(),
            Authorized().Captures(),
            Authorized().Captures().Hears(Unknown),
            Authorized().Captures().Hears(Approved),
            Authorized().Voids(),
            Authorized().Voids().Hears(Approved),
            Sold(),
            Sold().Refunds().Hears(Approved),
        ];

        Assert.All(
            approved,
            payment => Assert.Equal(new PaymentProblem.AlreadyPaid(payment.Id), Refusal(Session, payment))
        );
    }

    [Fact]
    public void A_payment_whose_outcome_is_open_keeps_others_out()
    {
        var elsewhere = Begun().Hears(Declined).TryElsewhere(NewOperation(), OtherService, Now);
        Payment[] open =
        [
            Begun(),
            Begun().Hears(Unknown),
            Begun().Hears(Pending),
            Begun().Hears(NeedsAction),
            elsewhere,
        ];

        Assert.All(open, payment => Assert.Equal(new PaymentProblem.InProgress(payment.Id), Refusal(Session, payment)));
    }

    [Fact]
    public void A_payment_that_ended_unpaid_frees_the_session()
    {
        Assert.Null(Refusal(Session, Begun().Hears(Declined)));
        Assert.Null(Refusal(Session, Begun().Hears(Failed)));
    }

    [Fact]
    public void A_session_without_a_payment_method_can_not_be_charged() =>
        Assert.Equal(
            new PaymentProblem.NoPaymentMethod(),
            Refusal(Session with { PaymentMethod = null }, Begun().Hears(Declined))
        );

    // Each row adds what loses against all before it.
    [Fact]
    public void What_wins_is_said_first()
    {
        var bare = Session with { PaymentMethod = null };
        var end = Session.ExpiresAt;
        var expired = new PaymentProblem.Session(new SessionProblem.Expired(end));

        Assert.Equal(
            new PaymentProblem.Session(new SessionProblem.NotFound()),
            bare.ChargeRefusalAt(Stranger, Authorized(), end)
        );
        Assert.Equal(expired, bare.ChargeRefusalAt(Owner, Authorized(), end));
        Assert.Equal(expired, bare.ChargeRefusalAt(Owner, Begun(), end));
        Assert.IsType<PaymentProblem.AlreadyPaid>(Refusal(bare, Authorized()));
        Assert.IsType<PaymentProblem.InProgress>(Refusal(bare, Begun()));
        Assert.IsType<PaymentProblem.NoPaymentMethod>(Refusal(bare, null));
    }

    private static PaymentProblem? Refusal(CheckoutSession session, Payment? lastPayment) =>
        session.ChargeRefusalAt(Owner, lastPayment, Now);
}
