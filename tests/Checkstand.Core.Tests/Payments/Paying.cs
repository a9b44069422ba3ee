using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;

namespace Checkstand.Core.Tests.Payments;

/// <summary>Payments in every state, and what providers say.</summary>
internal static class Paying
{
    public static readonly Guid Service = Guid.Parse("0192aaaa-0000-7000-8000-000000000001");
    public static readonly Guid OtherService = Guid.Parse("0192aaaa-0000-7000-8000-000000000002");

    public static readonly ProviderAnswer Approved = new ProviderAnswer.Approved { Reference = "ref" };
    public static readonly ProviderAnswer Declined = new ProviderAnswer.Declined(
        PaymentErrorCode.IssuerDecline,
        MayTryElsewhere: false
    );
    public static readonly ProviderAnswer DeclinedHere = new ProviderAnswer.Declined(
        PaymentErrorCode.IssuerDecline,
        MayTryElsewhere: true
    );
    public static readonly ProviderAnswer Failed = new ProviderAnswer.Failed(PaymentErrorCode.ServiceError);
    public static readonly ProviderAnswer NeedsAction = new ProviderAnswer.NeedsAction("/approve")
    {
        Reference = "ref",
    };
    public static readonly ProviderAnswer Pending = new ProviderAnswer.Pending { Reference = "ref" };
    public static readonly ProviderAnswer Unknown = new ProviderAnswer.Unknown("The line is dead.");

    /// <summary>One of every kind.</summary>
    public static readonly ProviderAnswer[] Answers =
    [
        Approved,
        Declined,
        DeclinedHere,
        Failed,
        NeedsAction,
        Pending,
        Unknown,
    ];

    public static PaymentOrder Order(long minorUnits = 1000, PaymentIntent intent = PaymentIntent.Authorize) =>
        new() { Amount = new Money(minorUnits, "USD"), Intent = intent };

    public static PaymentCard Card() =>
        new(new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)), "12/35", null);

    public static Payment Begun(long minorUnits = 1000, PaymentIntent intent = PaymentIntent.Authorize) =>
        Payment.Begin(PaymentId.New(Now), Owner, null, Order(minorUnits, intent), Card(), Service, Now);

    public static Payment Authorized(long minorUnits = 1000) => Begun(minorUnits).Hears(Approved);

    public static Payment Sold(long minorUnits = 1000) => Begun(minorUnits, PaymentIntent.Capture).Hears(Approved);

    /// <summary>The payment after its provider said something about its open operation.</summary>
    public static Payment Hears(this Payment payment, ProviderAnswer answer, DateTimeOffset? at = null) =>
        payment.Settle(payment.Open!.Id, answer, at ?? Now);

    public static Payment Captures(this Payment payment, long? minorUnits = null, bool isFinal = false) =>
        Must(payment.BeginCapture(NewOperation(), minorUnits, isFinal, null, Now));

    public static Payment Voids(this Payment payment) => Must(payment.BeginVoid(NewOperation(), Now));

    public static Payment Refunds(this Payment payment, long? minorUnits = null) =>
        Must(payment.BeginRefund(NewOperation(), minorUnits, null, null, Now));

    public static OperationId NewOperation() => OperationId.New(Now);

    public static T Must<T>(Result<T, PaymentProblem> result)
        where T : notnull
    {
        Assert.True(result.TryGet(out var value, out var refused), $"Refused: {refused}");
        return value;
    }

    public static PaymentProblem Refused<T>(Result<T, PaymentProblem> result)
        where T : notnull
    {
        Assert.False(result.TryGet(out _, out var refused));
        return refused;
    }

    /// <summary>Records compare arrays by reference; this compares operation by operation.</summary>
    public static void AssertSame(Payment expected, Payment found)
    {
        Assert.Equal(expected.Operations.AsEnumerable(), found.Operations.AsEnumerable());
        Assert.Equal(expected, found with { Operations = expected.Operations });
    }
}
