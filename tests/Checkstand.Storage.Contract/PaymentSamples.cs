using System.Text;
using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>Payments that the contracts put into stores.</summary>
public static class PaymentSamples
{
    public static readonly Guid Service = Guid.Parse("0192aaaa-0000-7000-8000-000000000001");
    public static readonly Guid OtherService = Guid.Parse("0192aaaa-0000-7000-8000-000000000002");
    public static readonly MerchantAccountId Stranger = MerchantAccountId.Parse("stranger");
    public static readonly ProviderAnswer Approved = new ProviderAnswer.Approved { Reference = "ref" };

    public static readonly PaymentOrder Order = new() { Amount = new Money(1000, "USD") };

    public static readonly PaymentCard Card = new(
        new CardDisplay("1111", "411111", CardScheme.Visa, new string('a', 64)),
        "12/35",
        null
    );

    /// <summary>A payment that is about to be sent, and says nothing that need not be said.</summary>
    public static Payment Begun(MerchantAccountId? merchant = null, Guid? checkoutId = null, long milliseconds = 0)
    {
        var now = Samples.Now.AddMilliseconds(milliseconds);
        return Payment.Begin(PaymentId.New(now), merchant ?? Samples.Owner, checkoutId, Order, Card, Service, now);
    }

    /// <summary>A sale that is about to be sent.</summary>
    public static Payment Sale() =>
        Payment.Begin(
            PaymentId.New(Samples.Now),
            Samples.Owner,
            null,
            Order with
            {
                Intent = PaymentIntent.Capture,
            },
            Card,
            Service,
            Samples.Now
        );

    /// <summary>A payment that says something about everything; its history has every kind of operation but a void.</summary>
    public static Payment Full()
    {
        var begun = Begun(checkoutId: NewId()) with
        {
            Order = new PaymentOrder
            {
                Amount = new Money(99_999_999, "JPY"),
                Intent = PaymentIntent.Capture,
                Country = "GB",
                PaymentServiceId = Service,
                ExternalIdentifier = "Łódź 🛒 \"\\\u0001",
                BuyerId = NewId(),
                BuyerExternalIdentifier = "محمد",
                PostalCode = "SW1A 1AA",
                ReturnUrl = "https://shop.example/back?a=1&b=%20",
                StatementDescriptor = "SHOP",
                IsMerchantInitiated = true,
                Said = new JsonText(
                    Encoding.UTF8.GetBytes("""{"cart":[ {"name":"\ud83d\ude00","n":1e3} ],"x":null}""")
                ),
            },
            Card = Card with { StoredMethodId = NewId() },
        };
        var declined = new ProviderAnswer.Declined(PaymentErrorCode.IncorrectCvv, true)
        {
            Reference = "ref-1",
            RawCode = "N7",
            RawDescription = "Nein, \"so\" nicht",
            Avs = AvsResult.AddressOnly,
            Cvv = CvvResult.NoMatch,
        };
        var approved = new ProviderAnswer.Approved
        {
            Reference = "ref-2",
            RawCode = "00",
            Avs = AvsResult.Match,
            Cvv = CvvResult.NotProvided,
            SchemeTransactionId = "scheme",
        };
        var payment = begun
            .Hears(declined)
            .TryElsewhere(NewOperation(), OtherService, Samples.Now.AddSeconds(1))
            .Hears(new ProviderAnswer.NeedsAction("/approve?x=1"))
            .Hears(approved);
        return Must(payment.BeginRefund(NewOperation(), 5, "broken 💔", "refund-1", Samples.Now.AddSeconds(2)))
            .Hears(new ProviderAnswer.Unknown("The line is dead."));
    }

    public static Payment Hears(this Payment payment, ProviderAnswer answer) =>
        payment.Settle(payment.Open!.Id, answer, Samples.Now.AddSeconds(1));

    public static Guid NewId() => TimeOrderedId.New(Samples.Now);

    public static OperationId NewOperation() => OperationId.New(Samples.Now);

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
    public static void AssertSame(Payment expected, Payment? found)
    {
        Assert.NotNull(found);
        Assert.Equal(expected.Operations.AsEnumerable(), found.Operations.AsEnumerable());
        Assert.Equal(expected, found with { Operations = expected.Operations });
    }
}
