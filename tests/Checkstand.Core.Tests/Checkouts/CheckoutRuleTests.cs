using Checkstand.Core.Checkouts;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Checkstand.Core.Tests.Checkouts;

/// <summary>What holds for every checkout, whatever is bought and however it is changed.</summary>
public sealed class CheckoutRuleTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly Organization Seller = new()
    {
        Id = OrganizationId.New(),
        Name = "Acme",
        Slug = "acme",
        CreatedAt = Now,
    };

    private static readonly RateTable Rates = new(new Dictionary<string, int> { ["DE"] = 1900, ["US-CA"] = 725 });

    private static Gen<Price> Prices =>
        Gen.OneOf(
            Gen.Choose(0, 1_000_000)
                .Select(amount =>
                    (Price)
                        new Price.Fixed
                        {
                            Id = RandomId.New(),
                            CreatedAt = Now,
                            Currency = "usd",
                            MinorUnits = amount,
                        }
                ),
            Gen.Choose(0, 100_000)
                .Select(rate =>
                    (Price)
                        new Price.SeatBased
                        {
                            Id = RandomId.New(),
                            CreatedAt = Now,
                            Currency = "usd",
                            Tiers = [new SeatTier(1, 10_000, rate)],
                        }
                ),
            Gen.Choose(50, 1_000)
                .Select(least =>
                    (Price)
                        new Price.Custom
                        {
                            Id = RandomId.New(),
                            CreatedAt = Now,
                            Currency = "usd",
                            MinorUnitsMin = least,
                        }
                )
        );

    private static Gen<Discount?> Discounts =>
        Gen.OneOf(
            Gen.Constant<Discount?>(null),
            Gen.Choose(1, 10_000).Select(part => (Discount?)Made(new Reduction.Percentage(part))),
            Gen.Choose(1, 1_000_000)
                .Select(amount =>
                    (Discount?)Made(new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = amount }))
                )
        );

    private static Gen<CheckoutUpdate> Updates =>
        from country in Gen.Elements<string?>(null, "DE", "FR", "US", "CA")
        from state in Gen.Elements<string?>(null, "CA")
        from seats in Gen.Choose(1, 10_000)
        from amount in Gen.Choose(0, 100_000)
        from allowTrial in Gen.Elements<bool?>(null, true, false)
        from isBusiness in Gen.Elements<bool?>(null, true, false)
        select new CheckoutUpdate
        {
            BillingAddress = country is null
                ? null
                : new PostalAddress { Country = country, State = country is "US" or "CA" ? null : state },
            Seats = seats % 3 == 0 ? seats : null,
            NamedMinorUnits = amount % 3 == 0 ? amount : null,
            AllowTrial = allowTrial,
            IsBusiness = isBusiness,
            BillingName = "B",
        };

    [Fact]
    public void Amounts_add_up_and_are_never_less_than_nothing()
    {
        Property.Holds(
            from price in Prices
            from discount in Discounts
            from recurs in Gen.Elements<CalendarSpan?>(null, new CalendarSpan(CalendarUnit.Month, 1))
            from trial in Gen.Elements<CalendarSpan?>(null, new CalendarSpan(CalendarUnit.Month, 1))
            from updates in Updates.ListOf(3)
            select (price, discount, recurs, trial, updates),
            given =>
            {
                var parts = Start(given.price, given.discount, given.recurs, given.trial);
                foreach (var update in given.updates)
                {
                    if (Checkout.Update(parts, update, Facts(Now)).TryGet(out var after, out var problem))
                    {
                        parts = parts with { Checkout = after };
                        Assert.True(IsSound(after), $"{after}");
                    }
                    else
                    {
                        Assert.IsType<CheckoutProblem.Invalid>(problem);
                    }
                }

                return true;
            },
            runs: 1000
        );
    }

    [Fact]
    public void A_trial_ends_by_the_calendar_and_moves_with_every_change()
    {
        var parts = Start(
            new Price.Fixed
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                MinorUnits = 1000,
            },
            null,
            new CalendarSpan(CalendarUnit.Month, 1),
            new CalendarSpan(CalendarUnit.Month, 1)
        );

        var after = Changed(parts, Now);
        Assert.Equal(new DateTimeOffset(2030, 2, 28, 12, 0, 0, TimeSpan.Zero), after.TrialEndsAt);
        Assert.Equal(Now.AddDays(1).AddMonths(1), Changed(parts, Now.AddDays(1)).TrialEndsAt);
    }

    [Theory]
    [InlineData(CheckoutStatus.Confirmed)]
    [InlineData(CheckoutStatus.Succeeded)]
    [InlineData(CheckoutStatus.Expired)]
    [InlineData(CheckoutStatus.Failed)]
    public void Only_an_open_checkout_changes_and_that_is_asked_first(CheckoutStatus status)
    {
        var parts = Start(
            new Price.Fixed
            {
                Id = RandomId.New(),
                CreatedAt = Now,
                Currency = "usd",
                MinorUnits = 1000,
            },
            null,
            null,
            null
        );
        parts = parts with { Checkout = parts.Checkout with { Status = status } };

        Assert.False(
            Checkout.Update(parts, new CheckoutUpdate { Seats = 4 }, Facts(Now)).TryGet(out _, out var problem)
        );
        Assert.Equal(new CheckoutProblem.NotOpen(parts.Checkout.Id, status), problem);
        Assert.Same(parts.Checkout, parts.Checkout.Expire(Now.AddYears(1)));
    }

    private static bool IsSound(Checkout checkout)
    {
        var amounts = checkout.Amounts;
        return amounts.Total == amounts.Net + (amounts.Tax ?? 0)
            && amounts is { Amount: >= 0, Discount: >= 0, Net: >= 0, Total: >= 0 }
            && amounts.Discount <= amounts.Amount
            && amounts.TaxBehavior is null == (amounts.Tax is null || !checkout.Needs.IsFormRequired)
            && (checkout.Needs.IsFormRequired || (amounts.Tax == 0 && !checkout.Buyer.IsBusiness))
            && (!checkout.Needs.IsPaymentRequired || amounts.Total > 0)
            && checkout.Needs.IsPaymentRequired == (amounts.Total > 0 && checkout.ActiveTrial is null)
            && checkout.TrialEndsAt.HasValue == checkout.ActiveTrial.HasValue;
    }

    private static Checkout Changed(CheckoutParts parts, DateTimeOffset now) =>
        Checkout.Update(parts, new CheckoutUpdate(), Facts(now)).TryGet(out var after, out var problem)
            ? after
            : throw new InvalidOperationException($"{problem}");

    private static CheckoutFacts Facts(DateTimeOffset now) =>
        new()
        {
            Organization = Seller,
            Taxes = Rates,
            Now = now,
        };

    private static CheckoutParts Start(Price price, Discount? discount, CalendarSpan? recurs, CalendarSpan? trial)
    {
        var product = new Product
        {
            Id = RandomId.New(),
            OrganizationId = Seller.Id,
            CreatedAt = Now,
            Name = "Thing",
            Recurs = recurs,
            Trial = trial,
            Prices = [price],
        };
        var checkout = new Checkout
        {
            Id = CheckoutId.New(DateTimeOffset.UnixEpoch),
            OrganizationId = Seller.Id,
            ClientSecret = "polar_c_x",
            CreatedAt = Now,
            ExpiresAt = Now.AddDays(1),
            ProductIds = [product.Id],
            ProductId = product.Id,
            PriceIds = [price.Id],
            PriceId = price.Id,
            Currency = "usd",
            Amounts = new Amounts(0, 0, null, null),
            Needs = new PaymentNeeds(false, false, false, false),
            DiscountId = discount?.Id,
        };
        return new CheckoutParts(checkout, [product], discount, []);
    }

    private static Discount Made(Reduction reduction) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Seller.Id,
            CreatedAt = Now,
            Name = "Sale",
            Reduction = reduction,
            Duration = DiscountDuration.Forever,
        };
}
