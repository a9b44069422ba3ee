using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

/// <summary>
/// Whatever is asked for in whatever order, and whatever providers say about it, late, twice or wrong: the payment does
/// what a model of a dozen lines does, and money never comes out of nothing.
/// </summary>
public sealed class PaymentModelTests
{
    private const long Ordered = 1000;

    private static readonly Gen<Step> Steps =
        from what in Gen.Elements(Enum.GetValues<What>().Concat([What.Answer, What.Answer, What.Answer]).ToArray())
        from minorUnits in Gen.Frequency(
            (4, Gen.Choose(-2, 1100).Select(amount => (long?)amount)),
            (1, Gen.Elements(new long?[] { null, 0, 1, Ordered, long.MaxValue, long.MinValue }))
        )
        from isFinal in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from answer in Gen.Frequency((3, Gen.Constant(Approved)), (2, Gen.Elements(Answers)))
        from which in Gen.Choose(0, 30)
        select new Step(what, minorUnits, isFinal, answer, which);

    private enum What
    {
        Capture,
        Refund,
        Void,
        Elsewhere,

        /// <summary>About the open operation.</summary>
        Answer,

        /// <summary>About any operation, known or open.</summary>
        Echo,

        /// <summary>About an operation that the payment does not have.</summary>
        Stray,
    }

    [Theory]
    [InlineData(PaymentIntent.Authorize)]
    [InlineData(PaymentIntent.Capture)]
    public void A_payment_does_what_the_model_does(PaymentIntent intent) =>
        Property.Holds(Steps.ArrayOf(), steps => Holds(steps, intent), runs: 1500);

    private static bool Holds(Step[] steps, PaymentIntent intent)
    {
        var payment = Begun(Ordered, intent);
        var model = new Model(intent == PaymentIntent.Capture) { Open = OperationKind.Authorize, OpenAmount = Ordered };
        var ledger = new List<LedgerEntry>();
        foreach (var (step, number) in steps.Select((step, number) => (step, number)))
        {
            var now = Now.AddSeconds(number);
            var after = Take(payment, step, now);
            ledger.AddRange(LedgerEntry.Between(payment, after));
            if (!IsSound(payment, after, model.Takes(payment, after, step), model, ledger))
            {
                return false;
            }

            payment = after;
        }

        return true;
    }

    // The payment itself when it refuses.
    private static Payment Take(Payment payment, Step step, DateTimeOffset now) =>
        step.What switch
        {
            What.Capture => Or(
                payment,
                payment.BeginCapture(OperationId.New(now), step.MinorUnits, step.IsFinal, null, now)
            ),
            What.Refund => Or(payment, payment.BeginRefund(OperationId.New(now), step.MinorUnits, null, null, now)),
            What.Void => Or(payment, payment.BeginVoid(OperationId.New(now), now)),
            What.Elsewhere => payment.EndedUnpaid
                ? payment.TryElsewhere(OperationId.New(now), OtherService, now)
                : payment,
            What.Answer => payment.Open is { } open ? payment.Settle(open.Id, step.Answer, now) : payment,
            What.Echo => payment.Settle(
                payment.Operations[step.Which % payment.Operations.Length].Id,
                step.Answer,
                now
            ),
            _ => payment.Settle(OperationId.New(now), step.Answer, now),
        };

    private static Payment Or(Payment payment, Result<Payment, PaymentProblem> result) =>
        result.TryGet(out var after, out _) ? after : payment;

    private static bool IsSound(Payment before, Payment after, bool isAsModelled, Model model, List<LedgerEntry> ledger)
    {
        var sums = ledger.ToLookup(entry => entry.Kind, entry => entry.Amount.MinorUnits);
        var captured = sums[MovementKind.Capture].Sum();
        return isAsModelled
            && after.CapturedMinorUnits == model.Captured
            && after.RefundedMinorUnits == model.Refunded
            && after.AuthorizedMinorUnits == model.Authorized
            && after.Open?.Kind == model.Open
            && 0 <= after.RefundedMinorUnits
            && after.RefundedMinorUnits <= after.CapturedMinorUnits
            && after.CapturedMinorUnits <= after.AuthorizedMinorUnits
            && after.AuthorizedMinorUnits <= Ordered
            && after.CapturableMinorUnits >= 0
            && after.CapturedMinorUnits + after.CapturableMinorUnits <= after.AuthorizedMinorUnits
            && after.Operations.Count(operation => operation.IsOpen) <= 1
            && after.Open is null == after.NextCheckAt is null
            && captured == after.CapturedMinorUnits
            && sums[MovementKind.Refund].Sum() == after.RefundedMinorUnits
            && sums[MovementKind.Void].Sum() == (after.Status == PaymentStatus.Voided ? after.AuthorizedMinorUnits : 0)
            && sums[MovementKind.Authorization].Sum() == (model.IsSale ? 0 : after.AuthorizedMinorUnits)
            && ledger.DistinctBy(entry => entry.OperationId).Count() == ledger.Count
            && IsGrownFrom(before, after);
    }

    // Nothing that was there goes, moves, or is heard of again once its outcome is known.
    private static bool IsGrownFrom(Payment before, Payment after) =>
        before.Operations.Length <= after.Operations.Length
        && before
            .Operations.Zip(after.Operations)
            .All(pair => pair.First.Id == pair.Second.Id && (pair.First.IsOpen || pair.First == pair.Second))
        && after.Operations.Select(operation => operation.Id).Distinct().Count() == after.Operations.Length
        && after.UpdatedAt >= before.UpdatedAt
        && after.CreatedAt == before.CreatedAt;

    private sealed record Step(What What, long? MinorUnits, bool IsFinal, ProviderAnswer Answer, int Which);

    /// <summary>The rules once more, in sums and without operations; written apart from the payment on purpose.</summary>
    private sealed class Model(bool isSale)
    {
        private bool isOver;
        private bool isOpenFinal;
        private bool isFree;

        public bool IsSale => isSale;

        public OperationKind? Open { get; set; }

        public long OpenAmount { get; set; }

        public long Authorized { get; private set; }

        public long Captured { get; private set; }

        public long Refunded { get; private set; }

        /// <summary>Takes the step, and says whether the payment changed exactly when the model says that it may.</summary>
        public bool Takes(Payment before, Payment after, Step step)
        {
            var changed = !ReferenceEquals(before, after);
            switch (step.What)
            {
                case What.Capture:
                    var left = isOver ? 0 : Authorized - Captured;
                    return changed == Begins(OperationKind.Capture, step.MinorUnits ?? left, left, step.IsFinal);
                case What.Refund:
                    var given = Captured - Refunded;
                    return changed == Begins(OperationKind.Refund, step.MinorUnits ?? given, given, false);
                case What.Void:
                    var may = Open is null && Authorized > 0 && Captured == 0 && !isOver;
                    Open = may ? OperationKind.Void : Open;
                    return changed == may;
                case What.Elsewhere:
                    (Open, OpenAmount) = isFree ? (OperationKind.Authorize, Ordered) : (Open, OpenAmount);
                    return changed == isFree && !(isFree = false);
                case What.Answer:
                    return changed == Hears(step.Answer);
                case What.Echo when before.Operations[step.Which % before.Operations.Length].IsOpen:
                    return changed == Hears(step.Answer);
                default:
                    return !changed;
            }
        }

        private bool Begins(OperationKind kind, long wanted, long left, bool isFinal)
        {
            if (Open is not null || wanted < 1 || wanted > left)
            {
                return false;
            }

            (Open, OpenAmount, isOpenFinal) = (kind, wanted, isFinal);
            return true;
        }

        // Whether there was something to hear it: even a failed question moves the schedule on.
        private bool Hears(ProviderAnswer answer)
        {
            if (Open is not { } open)
            {
                return false;
            }

            if (answer is ProviderAnswer.Approved)
            {
                Authorized += open == OperationKind.Authorize ? OpenAmount : 0;
                Captured +=
                    open == OperationKind.Capture || (open == OperationKind.Authorize && isSale) ? OpenAmount : 0;
                Refunded += open == OperationKind.Refund ? OpenAmount : 0;
                isOver |=
                    open == OperationKind.Void
                    || (open == OperationKind.Capture && isOpenFinal)
                    || (open == OperationKind.Authorize && isSale);
            }

            if (answer is ProviderAnswer.Approved or ProviderAnswer.Declined or ProviderAnswer.Failed)
            {
                isFree = open == OperationKind.Authorize && answer is not ProviderAnswer.Approved;
                Open = null;
            }

            return true;
        }
    }
}
