using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentStatusTests
{
    [Fact]
    public void A_payment_begins_with_one_authorization_that_has_its_own_id()
    {
        var id = PaymentId.New(Now);
        var checkout = Guid.Parse("0192bbbb-0000-7000-8000-000000000001");

        var payment = Payment.Begin(id, Owner, checkout, Order(1299), Card(), Service, Now);

        var operation = Assert.Single(payment.Operations);
        Assert.Equal(id.Value, operation.Id.Value);
        Assert.Equal(OperationKind.Authorize, operation.Kind);
        Assert.Equal(OperationState.Started, operation.State);
        Assert.Equal(Service, operation.PaymentServiceId);
        Assert.Equal(1299, operation.MinorUnits);
        Assert.Equal((Now, Now), (operation.StartedAt, operation.UpdatedAt));
        Assert.Same(operation, payment.Open);
        Assert.Same(operation, payment.Authorization);
        Assert.Equal((id, Owner, (Guid?)checkout), (payment.Id, payment.MerchantAccountId, payment.CheckoutId));
        Assert.Equal((Now, Now), (payment.CreatedAt, payment.UpdatedAt));
        Assert.Equal("USD", payment.Currency);
        Assert.Equal(0, payment.ChecksMade);
    }

    [Theory]
    [InlineData(PaymentIntent.Authorize, false)]
    [InlineData(PaymentIntent.Capture, true)]
    public void The_intent_says_whether_the_authorization_captures_at_once(PaymentIntent intent, bool capturesAtOnce) =>
        Assert.Equal(capturesAtOnce, Begun(intent: intent).Authorization.CapturesAtOnce);

    [Fact]
    public void Instants_of_a_new_payment_are_cut_to_milliseconds()
    {
        var payment = Payment.Begin(
            PaymentId.New(Now),
            Owner,
            null,
            Order(),
            Card(),
            Service,
            Now + TimeSpan.FromTicks(19_999)
        );

        var cut = Now.AddMilliseconds(1);
        Assert.Equal((cut, cut), (payment.CreatedAt, payment.UpdatedAt));
        Assert.Equal((cut, cut), (payment.Open!.StartedAt, payment.Open.UpdatedAt));
        Assert.Equal(cut.AddSeconds(60), payment.NextCheckAt);
    }

    public static TheoryData<string, Func<Payment>, PaymentStatus> Sequences =>
        new()
        {
            { "begun", () => Begun(), PaymentStatus.Processing },
            { "unknown", () => Begun().Hears(Unknown), PaymentStatus.Processing },
            { "pending", () => Begun().Hears(Pending), PaymentStatus.Processing },
            { "challenged", () => Begun().Hears(NeedsAction), PaymentStatus.NeedsAction },
            { "challenge passed on", () => Begun().Hears(NeedsAction).Hears(Pending), PaymentStatus.Processing },
            { "challenged late", () => Begun().Hears(Unknown).Hears(NeedsAction), PaymentStatus.NeedsAction },
            { "declined", () => Begun().Hears(Declined), PaymentStatus.Declined },
            { "failed", () => Begun().Hears(Failed), PaymentStatus.Failed },
            { "tried elsewhere", () => Elsewhere(Begun().Hears(Declined)), PaymentStatus.Processing },
            { "approved elsewhere", () => Elsewhere(Begun().Hears(Failed)).Hears(Approved), PaymentStatus.Authorized },
            { "failed elsewhere", () => Elsewhere(Begun().Hears(Declined)).Hears(Failed), PaymentStatus.Failed },
            { "authorized", () => Authorized(), PaymentStatus.Authorized },
            { "void begun", () => Authorized().Voids(), PaymentStatus.VoidPending },
            { "void unknown", () => Authorized().Voids().Hears(Unknown), PaymentStatus.VoidPending },
            { "void pending", () => Authorized().Voids().Hears(Pending), PaymentStatus.VoidPending },
            { "void declined", () => Authorized().Voids().Hears(Declined), PaymentStatus.Authorized },
            { "void failed", () => Authorized().Voids().Hears(Failed), PaymentStatus.Authorized },
            { "voided", () => Authorized().Voids().Hears(Approved), PaymentStatus.Voided },
            { "capture begun", () => Authorized().Captures(), PaymentStatus.CapturePending },
            { "capture unknown", () => Authorized().Captures().Hears(Unknown), PaymentStatus.CapturePending },
            { "capture pending", () => Authorized().Captures().Hears(Pending), PaymentStatus.CapturePending },
            { "capture declined", () => Authorized().Captures().Hears(Declined), PaymentStatus.Authorized },
            { "capture failed", () => Authorized().Captures().Hears(Failed), PaymentStatus.Authorized },
            { "captured", () => Authorized().Captures().Hears(Approved), PaymentStatus.Captured },
            { "partly captured", () => Authorized().Captures(1).Hears(Approved), PaymentStatus.Captured },
            { "captured further", () => Authorized().Captures(1).Hears(Approved).Captures(), PaymentStatus.Captured },
            { "refund begun", () => Sold().Refunds(), PaymentStatus.Captured },
            { "refunded", () => Sold().Refunds().Hears(Approved), PaymentStatus.Captured },
            { "refund declined", () => Sold().Refunds().Hears(Declined), PaymentStatus.Captured },
            { "sold", () => Sold(), PaymentStatus.Captured },
            { "sale pending", () => Begun(intent: PaymentIntent.Capture).Hears(Pending), PaymentStatus.Processing },
        };

    [Theory]
    [MemberData(nameof(Sequences), DisableDiscoveryEnumeration = true)]
    public void A_status_follows_from_what_happened(string what, Func<Payment> happened, PaymentStatus expected)
    {
        var payment = happened();

        Assert.Equal((what, expected), (what, payment.Status));
        Assert.Equal(expected is PaymentStatus.Declined or PaymentStatus.Failed, payment.EndedUnpaid);
        Assert.Equal(
            expected
                is not (
                    PaymentStatus.Declined
                    or PaymentStatus.Failed
                    or PaymentStatus.Processing
                    or PaymentStatus.NeedsAction
                ),
            payment.WasApproved
        );
    }

    [Fact]
    public void Every_status_is_reached_by_one_of_those_sequences() =>
        Assert.Equal(Enum.GetValues<PaymentStatus>(), Sequences.Select(row => row.Data.Item3).Distinct().Order());

    [Fact]
    public void Another_service_is_tried_under_an_id_of_its_own()
    {
        var id = NewOperation();

        var payment = Begun(500, PaymentIntent.Capture).Hears(Failed).TryElsewhere(id, OtherService, Now.AddSeconds(9));

        Assert.Equal(2, payment.Operations.Length);
        Assert.Equal(id, payment.Authorization.Id);
        Assert.Equal(OtherService, payment.Authorization.PaymentServiceId);
        Assert.Equal(500, payment.Authorization.MinorUnits);
        Assert.True(payment.Authorization.CapturesAtOnce);
        Assert.Equal(Now.AddSeconds(9), payment.UpdatedAt);
        Assert.Equal(Now.AddSeconds(69), payment.NextCheckAt);
        Assert.Same(payment.Authorization, payment.Open);
    }

    [Fact]
    public void What_follows_an_authorization_elsewhere_goes_to_the_service_that_holds_the_money()
    {
        var payment = Elsewhere(Begun().Hears(Declined)).Hears(Approved);

        Assert.Equal(OtherService, payment.Captures(1).Open!.PaymentServiceId);
        Assert.Equal(OtherService, payment.Voids().Open!.PaymentServiceId);
        Assert.Equal(OtherService, payment.Captures(1).Hears(Approved).Refunds().Open!.PaymentServiceId);
    }

    [Fact]
    public void Only_what_ended_unpaid_is_tried_elsewhere()
    {
        Payment[] others =
        [
            Begun(),
            Begun().Hears(Unknown),
            Begun().Hears(Pending),
            Begun().Hears(NeedsAction),
            Authorized(),
            Authorized().Voids().Hears(Approved),
            Sold(),
        ];

        Assert.All(others, payment => Assert.Throws<InvalidOperationException>(() => Elsewhere(payment)));
    }

    private static Payment Elsewhere(Payment payment) => payment.TryElsewhere(NewOperation(), OtherService, Now);
}
