using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Checkstand.Core.Vault;
using Xunit;
using static Checkstand.Core.Tests.Known;
using static Checkstand.Core.Tests.Payments.Paying;

namespace Checkstand.Core.Tests.Payments;

public sealed class PaymentFilterTests
{
    private static readonly Guid Some = Guid.Parse("0192cccc-0000-7000-8000-000000000001");
    private static readonly Guid None = Guid.Parse("0192cccc-0000-7000-8000-000000000002");

    // Says something about everything that a filter asks for.
    private static readonly Payment Full = Begun(1299) with
    {
        CheckoutId = Some,
        Order = Order(1299) with
        {
            Country = "GB",
            ExternalIdentifier = "order-1",
            BuyerId = Some,
            IsMerchantInitiated = true,
        },
        Card = Card() with { StoredMethodId = Some },
    };

    private static readonly Payment Declined = Full.Hears(
        new ProviderAnswer.Declined(PaymentErrorCode.IncorrectCvv, false) { Reference = "ref" },
        Now.AddHours(1)
    );

    // The same, silent about everything that can be.
    private static readonly Payment Bare = Authorized(1299);

    [Fact]
    public void A_filter_that_says_nothing_lets_everything_pass()
    {
        Payment[] payments = [Full, Declined, Bare, Sold(), Begun(0)];

        Assert.All(payments, payment => Assert.True(new PaymentFilter().Matches(payment)));
    }

    public static TheoryData<string, PaymentFilter> Passing =>
        new()
        {
            {
                "id",
                new() { Id = Full.Id }
            },
            {
                "checkout",
                new() { CheckoutId = Some }
            },
            {
                "external identifier",
                new() { ExternalIdentifier = "order-1" }
            },
            {
                "buyer",
                new() { BuyerId = Some }
            },
            {
                "status",
                new() { Statuses = [PaymentStatus.Captured, PaymentStatus.Declined] }
            },
            {
                "currency",
                new() { Currencies = ["EUR", "USD"] }
            },
            {
                "country",
                new() { Countries = ["US", "GB"] }
            },
            {
                "payment service",
                new() { PaymentServiceIds = [OtherService, Service] }
            },
            {
                "error code",
                new() { ErrorCodes = ["other", "incorrect_cvv"] }
            },
            {
                "scheme",
                new() { Schemes = [CardScheme.Amex, CardScheme.Visa] }
            },
            {
                "reference",
                new() { ProviderReference = "ref" }
            },
            {
                "stored method",
                new() { StoredMethodId = Some }
            },
            {
                "last four",
                new() { LastFour = "1111" }
            },
            {
                "bin",
                new() { Bin = "411111" }
            },
            {
                "fingerprint",
                new() { Fingerprint = new string('a', 64) }
            },
            {
                "least",
                new() { MinorUnitsMin = 1299 }
            },
            {
                "most",
                new() { MinorUnitsMax = 1299 }
            },
            {
                "no refunds",
                new() { HasRefunds = false }
            },
            {
                "merchant initiated",
                new() { IsMerchantInitiated = true }
            },
            {
                "created from",
                new() { CreatedFrom = Now }
            },
            {
                "created until",
                new() { CreatedUntil = Now }
            },
            {
                "updated from",
                new() { UpdatedFrom = Now.AddHours(1) }
            },
            {
                "updated until",
                new() { UpdatedUntil = Now.AddHours(1) }
            },
            {
                "also",
                new() { Also = payment => payment.Id == Full.Id }
            },
        };

    public static TheoryData<string, PaymentFilter> Stopping =>
        new()
        {
            {
                "id",
                new() { Id = PaymentId.New(Now) }
            },
            {
                "checkout",
                new() { CheckoutId = None }
            },
            {
                "external identifier",
                new() { ExternalIdentifier = "ORDER-1" }
            },
            {
                "buyer",
                new() { BuyerId = None }
            },
            {
                "status",
                new() { Statuses = [PaymentStatus.Captured] }
            },
            {
                "currency",
                new() { Currencies = ["EUR"] }
            },
            {
                "country",
                new() { Countries = ["US"] }
            },
            {
                "payment service",
                new() { PaymentServiceIds = [OtherService] }
            },
            {
                "error code",
                new() { ErrorCodes = ["incorrect"] }
            },
            {
                "scheme",
                new() { Schemes = [CardScheme.Amex] }
            },
            {
                "reference",
                new() { ProviderReference = "re" }
            },
            {
                "stored method",
                new() { StoredMethodId = None }
            },
            {
                "last four",
                new() { LastFour = "1112" }
            },
            {
                "bin",
                new() { Bin = "411112" }
            },
            {
                "fingerprint",
                new() { Fingerprint = new string('b', 64) }
            },
            {
                "least",
                new() { MinorUnitsMin = 1300 }
            },
            {
                "most",
                new() { MinorUnitsMax = 1298 }
            },
            {
                "refunds",
                new() { HasRefunds = true }
            },
            {
                "not merchant initiated",
                new() { IsMerchantInitiated = false }
            },
            {
                "created from",
                new() { CreatedFrom = Now.AddMilliseconds(1) }
            },
            {
                "created until",
                new() { CreatedUntil = Now.AddMilliseconds(-1) }
            },
            {
                "updated from",
                new() { UpdatedFrom = Now.AddHours(1).AddMilliseconds(1) }
            },
            {
                "updated until",
                new() { UpdatedUntil = Now.AddHours(1).AddMilliseconds(-1) }
            },
            {
                "also",
                new() { Also = payment => payment.Id != Full.Id }
            },
        };

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public void What_is_as_the_filter_says_passes(string what, PaymentFilter filter) =>
        Assert.Equal((what, true), (what, filter.Matches(Declined)));

    [Theory]
    [MemberData(nameof(Stopping), DisableDiscoveryEnumeration = true)]
    public void What_is_not_as_the_filter_says_does_not_pass(string what, PaymentFilter filter) =>
        Assert.Equal((what, false), (what, filter.Matches(Declined)));

    [Fact]
    public void Every_member_of_the_filter_is_tried_both_ways()
    {
        var members = typeof(PaymentFilter).GetProperties().Length;

        Assert.Equal(members, Passing.Count);
        Assert.Equal(members, Stopping.Count);
    }

    [Fact]
    public void All_that_is_said_must_hold()
    {
        foreach (var (what, wrong) in Stopping.Select(row => row.Data))
        {
            var filter = wrong with { LastFour = wrong.LastFour ?? "1111", Bin = wrong.Bin ?? "411111" };

            Assert.Equal((what, false), (what, filter.Matches(Declined)));
        }
    }

    [Fact]
    public void What_a_payment_is_silent_about_is_not_what_was_asked_for()
    {
        PaymentFilter[] asking =
        [
            new() { CheckoutId = Some },
            new() { ExternalIdentifier = "order-1" },
            new() { BuyerId = Some },
            new() { Countries = ["GB"] },
            new() { ErrorCodes = ["incorrect_cvv"] },
            new() { StoredMethodId = Some },
            new() { IsMerchantInitiated = true },
        ];

        Assert.All(asking, filter => Assert.False(filter.Matches(Bare)));
        Assert.False(new PaymentFilter { ProviderReference = "ref" }.Matches(Full));
    }

    [Fact]
    public void Refunds_count_once_they_are_approved()
    {
        var refunding = Sold().Refunds(1);
        var (with, without) = (new PaymentFilter { HasRefunds = true }, new PaymentFilter { HasRefunds = false });

        Assert.False(with.Matches(refunding));
        Assert.True(without.Matches(refunding));
        Assert.True(without.Matches(refunding.Hears(Paying.Declined)));
        Assert.True(with.Matches(refunding.Hears(Approved)));
        Assert.False(without.Matches(refunding.Hears(Approved)));
    }

    [Fact]
    public void The_authorization_that_counts_is_the_last_that_was_tried()
    {
        var elsewhere = Declined.TryElsewhere(NewOperation(), OtherService, Now.AddHours(2));

        Assert.False(new PaymentFilter { PaymentServiceIds = [Service] }.Matches(elsewhere));
        Assert.True(new PaymentFilter { PaymentServiceIds = [OtherService] }.Matches(elsewhere));
        Assert.False(new PaymentFilter { ErrorCodes = ["incorrect_cvv"] }.Matches(elsewhere));
        Assert.False(new PaymentFilter { ProviderReference = "ref" }.Matches(elsewhere));
    }

    [Fact]
    public void An_amount_lies_between_both_bounds_and_the_bounds_belong_to_it()
    {
        Assert.True(new PaymentFilter { MinorUnitsMin = 0, MinorUnitsMax = 0 }.Matches(Begun(0)));
        Assert.True(new PaymentFilter { MinorUnitsMin = 1, MinorUnitsMax = 99_999_999 }.Matches(Begun(99_999_999)));
        Assert.False(new PaymentFilter { MinorUnitsMin = 1, MinorUnitsMax = 99_999_998 }.Matches(Begun(99_999_999)));
        Assert.False(new PaymentFilter { MinorUnitsMin = 1 }.Matches(Begun(0)));
    }
}
