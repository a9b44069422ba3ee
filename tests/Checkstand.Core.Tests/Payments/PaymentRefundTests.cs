using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>Money on its way back: refunds and voids.</summary>
public sealed class PaymentRefundTests
{
    private const long LargestAmount = 99_999_999;

    [Fact]
    public void A_refund_carries_what_was_asked_for()
    {
        var id = NewOperation();
        var later = Now.AddSeconds(5);

        var payment = Must(Sold().BeginRefund(id, 400, "broken", "mine", later));

        var refund = payment.Open!;
        Assert.Equal((id, OperationKind.Refund, OperationState.Started), (refund.Id, refund.Kind, refund.State));
        Assert.Equal((400L, "broken", "mine"), (refund.MinorUnits, refund.Reason, refund.ExternalIdentifier));
        Assert.Equal((later, later), (refund.StartedAt, refund.UpdatedAt));
        Assert.Equal(later.AddSeconds(60), payment.NextCheckAt);
        Assert.False(refund.CapturesAtOnce);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(LargestAmount)]
    [InlineData(long.MaxValue)]
    public void A_refund_without_an_amount_gives_all_back(long amount)
    {
        var payment = Sold(amount).Refunds();
        Assert.Equal(amount, payment.Open!.MinorUnits);
        Assert.Equal(0, payment.RefundedMinorUnits);

        payment = payment.Hears(Approved);

        Assert.Equal((amount, 0), (payment.RefundedMinorUnits, payment.RefundableMinorUnits));
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Refund), Refund(payment, null));
    }

    [Fact]
    public void Several_refunds_give_back_what_was_captured_and_no_more()
    {
        var payment = Sold(1000).Refunds(1).Hears(Approved).Refunds(998).Hears(Approved);

        Assert.Equal(1, payment.RefundableMinorUnits);
        Assert.Equal(new PaymentProblem.AmountOutOfRange(1), Refund(payment, 2));
        Assert.Equal(1000, payment.Refunds(1).Hears(Approved).RefundedMinorUnits);
    }

    [Fact]
    public void Only_what_was_captured_is_given_back_and_not_what_was_authorized()
    {
        var payment = Authorized(1000).Captures(300).Hears(Approved);

        Assert.Equal(300, payment.RefundableMinorUnits);
        Assert.Equal(new PaymentProblem.AmountOutOfRange(300), Refund(payment, 301));
        Assert.Equal(300, payment.Refunds().Open!.MinorUnits);
    }

    [Fact]
    public void A_capture_after_a_refund_can_be_given_back_too()
    {
        var payment = Authorized(1000).Captures(300).Hears(Approved).Refunds(300).Hears(Approved);

        payment = payment.Captures(700).Hears(Approved);

        Assert.Equal((700, 0), (payment.RefundableMinorUnits, payment.CapturableMinorUnits));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(LargestAmount + 1)]
    [InlineData(long.MaxValue)]
    public void A_refund_gives_back_at_least_one_and_at_most_all(long amount) =>
        Assert.Equal(new PaymentProblem.AmountOutOfRange(LargestAmount), Refund(Sold(LargestAmount), amount));

    [Fact]
    public void A_sale_of_nothing_has_nothing_to_give_back() =>
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Refund), Refund(Sold(0), null));

    [Fact]
    public void A_refused_refund_gives_nothing_back_and_may_be_tried_again()
    {
        var payment = Sold().Refunds().Hears(Declined).Refunds().Hears(Failed);

        Assert.Equal((0, 1000), (payment.RefundedMinorUnits, payment.RefundableMinorUnits));
        Assert.Equal(1000, payment.Refunds().Hears(Approved).RefundedMinorUnits);
    }

    [Fact]
    public void Nothing_is_given_back_that_was_not_captured()
    {
        (Payment Payment, PaymentStatus Status)[] others =
        [
            (Authorized(), PaymentStatus.Authorized),
            (Begun().Hears(Declined), PaymentStatus.Declined),
            (Begun().Hears(Failed), PaymentStatus.Failed),
            (Authorized().Voids().Hears(Approved), PaymentStatus.Voided),
            (Authorized().Captures().Hears(Declined), PaymentStatus.Authorized),
        ];

        // An amount out of range besides: the status is said first.
        Assert.All(
            others,
            other =>
                Assert.Equal(
                    new PaymentProblem.WrongStatus(other.Status, OperationKind.Refund),
                    Refund(other.Payment, -1)
                )
        );
    }

    [Fact]
    public void A_void_is_of_no_amount_and_releases_all()
    {
        var id = NewOperation();
        var later = Now.AddSeconds(5);

        var payment = Must(Authorized().BeginVoid(id, later));

        Assert.Equal((id, OperationKind.Void, 0L), (payment.Open!.Id, payment.Open.Kind, payment.Open.MinorUnits));
        Assert.Equal(later, payment.Open.StartedAt);
        Assert.Equal(later.AddSeconds(60), payment.NextCheckAt);
        var voided = payment.Hears(Approved);
        Assert.Equal((1000, 0), (voided.AuthorizedMinorUnits, voided.CapturableMinorUnits));
    }

    [Fact]
    public void Only_an_authorization_of_which_nothing_was_captured_is_voided()
    {
        (Payment Payment, PaymentStatus Status)[] others =
        [
            (Begun().Hears(Declined), PaymentStatus.Declined),
            (Begun().Hears(Failed), PaymentStatus.Failed),
            (Authorized().Captures(1).Hears(Approved), PaymentStatus.Captured),
            (Authorized().Voids().Hears(Approved), PaymentStatus.Voided),
            (Sold(), PaymentStatus.Captured),
            (Sold().Refunds().Hears(Approved), PaymentStatus.Captured),
        ];

        Assert.All(
            others,
            other =>
                Assert.Equal(
                    new PaymentProblem.WrongStatus(other.Status, OperationKind.Void),
                    Refused(other.Payment.BeginVoid(NewOperation(), Now))
                )
        );
    }

    [Fact]
    public void After_a_refused_void_or_capture_the_money_can_still_be_captured_or_released()
    {
        Payment[] again = [Authorized().Voids().Hears(Declined), Authorized().Captures().Hears(Failed)];

        Assert.All(
            again,
            payment =>
            {
                Assert.Equal(PaymentStatus.Voided, payment.Voids().Hears(Approved).Status);
                Assert.Equal(PaymentStatus.Captured, payment.Captures().Hears(Approved).Status);
            }
        );
    }

    private static PaymentProblem Refund(Payment payment, long? minorUnits) =>
        Refused(payment.BeginRefund(NewOperation(), minorUnits, null, null, Now));
}
