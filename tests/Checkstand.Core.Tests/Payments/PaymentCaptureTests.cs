using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentCaptureTests
{
    private const long LargestAmount = 99_999_999;

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(LargestAmount)]
    [InlineData(long.MaxValue)]
    public void A_capture_without_an_amount_takes_all_that_is_left(long amount)
    {
        var payment = Authorized(amount).Captures();

        Assert.Equal(amount, payment.Open!.MinorUnits);
        Assert.Equal(0, payment.CapturedMinorUnits);

        var captured = payment.Hears(Approved);
        Assert.Equal((amount, amount, 0L), Balance(captured));
        Assert.Equal((0, amount), (captured.CapturableMinorUnits, captured.RefundableMinorUnits));
    }

    [Fact]
    public void A_capture_carries_what_was_asked_for()
    {
        var id = NewOperation();
        var later = Now.AddSeconds(5);

        var payment = Must(Authorized().BeginCapture(id, 400, isFinal: true, "mine", later));

        var capture = payment.Open!;
        Assert.Equal((id, OperationKind.Capture, OperationState.Started), (capture.Id, capture.Kind, capture.State));
        Assert.Equal((400L, true, "mine"), (capture.MinorUnits, capture.IsFinal, capture.ExternalIdentifier));
        Assert.Equal((later, later), (capture.StartedAt, capture.UpdatedAt));
        Assert.False(capture.IsPartOfAuthorization);
        Assert.False(capture.CapturesAtOnce);
        Assert.Equal(later, payment.UpdatedAt);
        Assert.Equal(later.AddSeconds(60), payment.NextCheckAt);
    }

    [Fact]
    public void Several_captures_take_what_is_left_and_no_more()
    {
        var payment = Authorized(1000).Captures(400).Hears(Approved).Captures(599).Hears(Approved);

        Assert.Equal(1, payment.CapturableMinorUnits);
        Assert.Equal(new PaymentProblem.AmountOutOfRange(1), Capture(payment, 2));

        payment = payment.Captures().Hears(Approved);
        Assert.Equal((1000, 1000, 0), Balance(payment));
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(payment, 1));
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(payment, null));
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(LargestAmount + 1)]
    [InlineData(long.MaxValue)]
    public void A_capture_takes_at_least_one_and_at_most_all(long amount) =>
        Assert.Equal(new PaymentProblem.AmountOutOfRange(LargestAmount), Capture(Authorized(LargestAmount), amount));

    [Fact]
    public void An_authorization_of_nothing_has_nothing_to_capture()
    {
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(Authorized(0), null));
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(Authorized(0), 0));
        Assert.Equal(PaymentStatus.Voided, Authorized(0).Voids().Hears(Approved).Status);
    }

    [Fact]
    public void A_final_capture_gives_the_rest_up()
    {
        var payment = Authorized().Captures(1, isFinal: true).Hears(Approved);

        Assert.Equal(0, payment.CapturableMinorUnits);
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(payment, 1));
        Assert.Equal((1000, 1, 0), Balance(payment));
    }

    [Fact]
    public void A_final_capture_that_was_refused_gives_nothing_up()
    {
        Assert.Equal(1000, Authorized().Captures(1, isFinal: true).Hears(Declined).CapturableMinorUnits);
        Assert.Equal(1000, Authorized().Captures(1, isFinal: true).Hears(Failed).CapturableMinorUnits);
    }

    [Fact]
    public void A_refused_capture_takes_nothing_and_may_be_tried_again()
    {
        var payment = Authorized().Captures().Hears(Declined).Captures().Hears(Failed);

        Assert.Equal((1000, 0, 0), Balance(payment));
        Assert.Equal(1000, payment.Captures().Hears(Approved).CapturedMinorUnits);
    }

    [Fact]
    public void Nothing_can_be_captured_unless_it_is_authorized()
    {
        (Payment Payment, PaymentStatus Status)[] others =
        [
            (Begun().Hears(Declined), PaymentStatus.Declined),
            (Begun().Hears(Failed), PaymentStatus.Failed),
            (Authorized().Voids().Hears(Approved), PaymentStatus.Voided),
        ];

        Assert.All(
            others,
            other =>
            {
                Assert.Equal(
                    new PaymentProblem.WrongStatus(other.Status, OperationKind.Capture),
                    Capture(other.Payment, 1)
                );
                Assert.Equal(0, other.Payment.CapturableMinorUnits);
            }
        );
    }

    [Fact]
    public void An_open_operation_is_in_the_way_of_every_verb_and_is_said_before_all_else()
    {
        Payment[] open =
        [
            Begun(),
            Begun().Hears(Unknown),
            Begun().Hears(Pending),
            Begun().Hears(NeedsAction),
            Authorized().Captures(),
            Authorized().Captures().Hears(Unknown),
            Authorized().Voids(),
            Sold().Refunds(),
        ];

        Assert.All(
            open,
            payment =>
            {
                var inProgress = new PaymentProblem.InProgress(payment.Id);
                Assert.Equal(inProgress, Capture(payment, -1));
                Assert.Equal(inProgress, Refused(payment.BeginVoid(NewOperation(), Now)));
                Assert.Equal(inProgress, Refused(payment.BeginRefund(NewOperation(), -1, null, null, Now)));
            }
        );
    }

    [Fact]
    public void A_wrong_status_is_said_before_an_amount() =>
        Assert.IsType<PaymentProblem.WrongStatus>(Capture(Begun().Hears(Declined), -1));

    [Fact]
    public void While_a_first_capture_or_a_void_is_open_nothing_is_capturable()
    {
        Assert.Equal(0, Authorized().Captures(1).CapturableMinorUnits);
        Assert.Equal(0, Authorized().Voids().CapturableMinorUnits);
        Assert.Equal(0, Begun().CapturableMinorUnits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LargestAmount)]
    public void A_sale_makes_its_capture_when_it_is_approved(long amount)
    {
        var begun = Begun(amount, PaymentIntent.Capture);
        Assert.Single(begun.Operations);

        var sold = begun.Hears(Pending).Hears(Approved, Now.AddSeconds(3));

        Assert.Equal((amount, amount, 0L), Balance(sold));
        var capture = Assert.Single(sold.Of(OperationKind.Capture));
        Assert.True(capture.IsPartOfAuthorization);
        Assert.True(capture.IsFinal);
        Assert.Equal(OperationState.Approved, capture.State);
        Assert.Equal(amount, capture.MinorUnits);
        Assert.Equal((Now.AddSeconds(3), Now.AddSeconds(3)), (capture.StartedAt, capture.UpdatedAt));
        Assert.Equal("ref", capture.Reference);
        Assert.NotEqual(sold.Authorization.Id, capture.Id);
        Assert.Null(sold.Open);
        Assert.Equal(new PaymentProblem.NothingLeft(OperationKind.Capture), Capture(sold, null));
        Assert.Equal(
            new PaymentProblem.WrongStatus(PaymentStatus.Captured, OperationKind.Void),
            Refused(sold.BeginVoid(NewOperation(), Now))
        );
    }

    [Fact]
    public void A_sale_that_is_refused_makes_no_capture() =>
        Assert.All(
            new[] { Declined, Failed, Pending, NeedsAction, Unknown },
            answer => Assert.Empty(Begun(intent: PaymentIntent.Capture).Hears(answer).Of(OperationKind.Capture))
        );

    [Fact]
    public void Sums_are_checked_and_never_wrap()
    {
        var payment = Authorized(long.MaxValue);
        var twice = payment with
        {
            Operations = payment.Operations.Add(payment.Authorization with { Id = NewOperation(), MinorUnits = 1 }),
        };

        Assert.Throws<OverflowException>(() => twice.AuthorizedMinorUnits);
    }

    private static PaymentProblem Capture(Payment payment, long? minorUnits) =>
        Refused(payment.BeginCapture(NewOperation(), minorUnits, isFinal: false, null, Now));

    private static (long, long, long) Balance(Payment payment) =>
        (payment.AuthorizedMinorUnits, payment.CapturedMinorUnits, payment.RefundedMinorUnits);
}
