using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>Notifications come late, twice and out of order.</summary>
public sealed class PaymentSettleTests
{
    private static readonly DateTimeOffset Later = Now.AddSeconds(7);

    [Fact]
    public void What_an_approval_says_is_kept()
    {
        var answer = new ProviderAnswer.Approved
        {
            Reference = "ref",
            RawCode = "00",
            RawDescription = "fine",
            Avs = AvsResult.PostalCodeOnly,
            Cvv = CvvResult.NoMatch,
            SchemeTransactionId = "scheme",
        };

        var payment = Begun().Hears(answer, Later);

        var settled = payment.Authorization;
        Assert.Equal(OperationState.Approved, settled.State);
        Assert.Equal(("ref", "00", "fine"), (settled.Reference, settled.RawCode, settled.RawDescription));
        Assert.Equal((AvsResult.PostalCodeOnly, CvvResult.NoMatch), (settled.Avs, settled.Cvv));
        Assert.Equal("scheme", settled.SchemeTransactionId);
        Assert.Null(settled.Error);
        Assert.Equal((Now, Later), (settled.StartedAt, settled.UpdatedAt));
        Assert.Equal((Now, Later), (payment.CreatedAt, payment.UpdatedAt));
    }

    [Fact]
    public void What_a_decline_says_is_kept()
    {
        var answer = new ProviderAnswer.Declined(PaymentErrorCode.IncorrectCvv, true)
        {
            Reference = "ref",
            RawCode = "N7",
            RawDescription = "no",
            Avs = AvsResult.Match,
            Cvv = CvvResult.NoMatch,
        };

        var settled = Begun().Hears(answer, Later).Authorization;

        Assert.Equal((OperationState.Declined, PaymentErrorCode.IncorrectCvv), (settled.State, settled.Error!.Value));
        Assert.Equal(("ref", "N7", "no"), (settled.Reference, settled.RawCode, settled.RawDescription));
        Assert.Equal((AvsResult.Match, CvvResult.NoMatch), (settled.Avs, settled.Cvv));
        Assert.Equal(Later, settled.UpdatedAt);
    }

    [Fact]
    public void What_a_failure_says_is_kept()
    {
        var settled = Begun().Hears(new ProviderAnswer.Failed(PaymentErrorCode.InvalidAmount)).Authorization;

        Assert.Equal((OperationState.Failed, PaymentErrorCode.InvalidAmount), (settled.State, settled.Error!.Value));
    }

    [Fact]
    public void The_page_of_a_challenge_is_kept()
    {
        var waiting = Begun().Hears(NeedsAction).Authorization;

        Assert.Equal((OperationState.NeedsAction, "/approve"), (waiting.State, waiting.ApprovalUrl));
    }

    [Fact]
    public void A_reference_that_was_named_once_is_not_lost_when_a_later_answer_names_none()
    {
        var payment = Begun().Hears(Pending).Hears(new ProviderAnswer.Approved());

        Assert.Equal("ref", payment.Authorization.Reference);
    }

    [Fact]
    public void Once_an_outcome_is_known_no_answer_changes_it()
    {
        Payment[] known = [Authorized(), Begun().Hears(Declined), Begun().Hears(Failed), Sold()];

        Assert.All(
            from payment in known
            from answer in Answers
            select (payment, answer),
            pair =>
                Assert.Same(
                    pair.payment,
                    pair.payment.Settle(pair.payment.Authorization.Id, pair.answer, Now.AddDays(1))
                )
        );
    }

    [Fact]
    public void An_operation_whose_outcome_is_known_never_changes()
    {
        var known = Authorized().Authorization;

        Assert.All(Answers, answer => Assert.Same(known, known.Settle(answer, Later)));
    }

    [Fact]
    public void A_late_answer_to_an_earlier_operation_leaves_the_open_one_open()
    {
        var payment = Authorized();
        var first = payment.Authorization.Id;
        var capturing = payment.Captures();

        Assert.All(Answers, answer => Assert.Same(capturing, capturing.Settle(first, answer, Later)));
    }

    [Fact]
    public void A_late_approval_of_a_declined_authorization_does_not_reach_the_one_elsewhere()
    {
        var declined = Begun().Hears(Declined);
        var first = declined.Authorization.Id;
        var elsewhere = declined.TryElsewhere(NewOperation(), OtherService, Now);

        Assert.Same(elsewhere, elsewhere.Settle(first, Approved, Later));
        Assert.Equal(PaymentStatus.Processing, elsewhere.Status);
    }

    [Fact]
    public void An_answer_about_an_operation_of_another_payment_changes_nothing()
    {
        var payment = Begun();

        Assert.Same(payment, payment.Settle(NewOperation(), Approved, Later));
    }

    [Fact]
    public void A_sale_that_is_approved_twice_is_captured_once()
    {
        var sold = Sold();

        var again = sold.Settle(sold.Authorization.Id, Approved, Later);

        Assert.Single(again.Of(OperationKind.Capture));
        Assert.Equal(1000, again.CapturedMinorUnits);
    }

    [Theory]
    [InlineData(OperationState.NeedsAction)]
    [InlineData(OperationState.Pending)]
    [InlineData(OperationState.Unknown)]
    public void A_failed_question_overwrites_nothing_that_was_known(OperationState state)
    {
        var payment = Begun().Hears(AnswerOf(state));

        var after = payment.Hears(Unknown, Later);

        Assert.Equal(payment.Authorization, after.Authorization);
        Assert.Equal(state, after.Authorization.State);
        Assert.Equal(payment.UpdatedAt, after.UpdatedAt);
    }

    [Fact]
    public void A_failed_call_is_not_taken_for_an_outcome()
    {
        var payment = Begun().Hears(Unknown, Later);

        Assert.Equal(OperationState.Unknown, payment.Authorization.State);
        Assert.Equal(Later, payment.Authorization.UpdatedAt);
        Assert.Null(payment.Authorization.Error);
        Assert.NotNull(payment.Open);
    }

    [Fact]
    public void Whatever_is_open_takes_every_answer_that_says_something()
    {
        OperationState[] open =
        [
            OperationState.Started,
            OperationState.NeedsAction,
            OperationState.Pending,
            OperationState.Unknown,
        ];
        (ProviderAnswer Answer, OperationState State)[] said =
        [
            (Approved, OperationState.Approved),
            (Declined, OperationState.Declined),
            (Failed, OperationState.Failed),
            (NeedsAction, OperationState.NeedsAction),
            (Pending, OperationState.Pending),
        ];

        Assert.All(
            from state in open
            from pair in said
            select (state, pair),
            row =>
            {
                var before = Begun().Authorization with { State = row.state };
                Assert.True(before.IsOpen);
                Assert.Equal(row.pair.State, before.Settle(row.pair.Answer, Later).State);
            }
        );
    }

    [Fact]
    public void A_payment_is_updated_when_a_state_changes_and_not_when_the_same_is_said_again()
    {
        var payment = Begun().Hears(Pending, Later);
        Assert.Equal(Later, payment.UpdatedAt);

        Assert.Equal(Later, payment.Hears(Pending, Later.AddSeconds(1)).UpdatedAt);
        Assert.Equal(Later.AddSeconds(1), payment.Hears(NeedsAction, Later.AddSeconds(1)).UpdatedAt);
    }

    [Fact]
    public void The_time_of_an_answer_is_cut_to_milliseconds()
    {
        var payment = Begun(intent: PaymentIntent.Capture).Hears(Approved, Now + TimeSpan.FromTicks(19_999));

        var cut = Now.AddMilliseconds(1);
        Assert.Equal(cut, payment.UpdatedAt);
        Assert.All(payment.Operations, operation => Assert.Equal(cut, operation.UpdatedAt));
    }

    [Fact]
    public void The_payment_before_an_answer_stays_as_it_was()
    {
        var payment = Begun(intent: PaymentIntent.Capture);

        payment.Hears(Approved);

        Assert.Single(payment.Operations);
        Assert.Equal(OperationState.Started, payment.Authorization.State);
    }

    private static ProviderAnswer AnswerOf(OperationState state) =>
        state switch
        {
            OperationState.NeedsAction => NeedsAction,
            OperationState.Pending => Pending,
            _ => Unknown,
        };
}
