using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Xunit;

namespace Checkstand.Core.Tests.Discounts;

/// <summary>What was promised to whoever redeemed a discount stays; everything else may change.</summary>
public sealed class DiscountChangeTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Discount Money = Made(
        new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 100, ["eur"] = 90 })
    );

    private static readonly Discount Part = Made(new Reduction.Percentage(5000));

    [Fact]
    public void Amounts_that_were_redeemed_can_not_change()
    {
        Assert.Equal(
            ["amounts"],
            Places(Money, new DiscountChange { Amounts = Amounts(("usd", 101), ("eur", 90)) }, 1)
        );
        Assert.Equal(["amounts"], Places(Money, new DiscountChange { Amounts = Amounts(("usd", 100)) }, 1));
        Assert.Equal(
            ["amounts"],
            Places(Money, new DiscountChange { Amounts = Amounts(("usd", 100), ("gbp", 90)) }, 1)
        );
    }

    [Fact]
    public void The_same_amounts_may_be_said_again() =>
        Assert.Empty(Places(Money, new DiscountChange { Amounts = Amounts(("eur", 90), ("usd", 100)) }, 1));

    [Fact]
    public void A_percentage_that_was_redeemed_can_not_change()
    {
        Assert.Equal(["basis_points"], Places(Part, new DiscountChange { BasisPoints = 4999 }, 1));
        Assert.Empty(Places(Part, new DiscountChange { BasisPoints = 5000 }, 1));
        Assert.Empty(Places(Part, new DiscountChange { BasisPoints = 4999 }, 0));
    }

    [Fact]
    public void The_rest_of_a_redeemed_discount_may_change()
    {
        var change = new DiscountChange
        {
            Name = "other",
            Code = "OTHER",
            RedemptionsMax = 1,
            EndsAt = Now,
        };

        Assert.True(Money.With(change, 7, [], Now).TryGet(out var changed, out _));
        Assert.Equal(
            Money with
            {
                Name = "other",
                Code = "OTHER",
                RedemptionsMax = 1,
                EndsAt = Now,
                ModifiedAt = Now,
            },
            changed
        );
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_together() =>
        Assert.Equal(
            ["products", "type", "duration", "amounts", "code"],
            Places(
                Money,
                new DiscountChange
                {
                    Kind = DiscountKind.Percentage,
                    Duration = DiscountDuration.Forever,
                    Amounts = Amounts(("usd", 1)),
                    Code = "-",
                },
                1,
                new FieldProblem(["products", 0], "")
            )
        );

    private static Discount Made(Reduction reduction)
    {
        var draft = new DiscountDraft
        {
            Name = "name",
            Reduction = reduction,
            Duration = DiscountDuration.Once,
        };
        Assert.True(Discount.Of(OrganizationId.New(), draft, [], Now).TryGet(out var made, out _));
        return made;
    }

    private static Dictionary<string, long> Amounts(params (string Currency, long Amount)[] amounts) =>
        amounts.ToDictionary(amount => amount.Currency, amount => amount.Amount);

    private static IEnumerable<object> Places(
        Discount discount,
        DiscountChange change,
        int redemptions,
        params FieldProblem[] known
    ) =>
        discount.With(change, redemptions, known, Now).TryGet(out _, out var problem)
            ? []
            : Assert.IsType<DiscountProblem.Invalid>(problem).Problems.Select(each => each.Path[0]);
}
