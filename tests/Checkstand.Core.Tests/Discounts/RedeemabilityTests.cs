using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Xunit;

namespace Checkstand.Core.Tests.Discounts;

/// <summary>When a discount can be had, and for what.</summary>
public sealed class RedeemabilityTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Price Paid = PriceOf(1000);
    private static readonly Price Free = PriceOf(0);

    private static readonly Product Book = new()
    {
        Id = RandomId.New(),
        OrganizationId = OrganizationId.New(),
        CreatedAt = Now,
        Name = "Book",
        Prices = [Paid],
    };

    private static readonly Discount Half = new()
    {
        Id = RandomId.New(),
        OrganizationId = Book.OrganizationId,
        CreatedAt = Now,
        Name = "Half",
        Reduction = new Reduction.Percentage(5000),
        Duration = DiscountDuration.Once,
    };

    [Fact]
    public void A_discount_without_bounds_can_always_be_had() => Assert.True(Half.IsRedeemableAt(Now, int.MaxValue));

    [Fact]
    public void A_discount_holds_from_its_start_to_just_before_its_end()
    {
        var bounded = Half with { StartsAt = Now, EndsAt = Now.AddHours(1) };

        Assert.False(bounded.IsRedeemableAt(Now.AddTicks(-1), 0));
        Assert.True(bounded.IsRedeemableAt(Now, 0));
        Assert.True(bounded.IsRedeemableAt(Now.AddHours(1).AddTicks(-1), 0));
        Assert.False(bounded.IsRedeemableAt(Now.AddHours(1), 0));
    }

    [Fact]
    public void A_discount_can_be_had_as_often_as_it_says()
    {
        var twice = Half with { RedemptionsMax = 2 };

        Assert.True(twice.IsRedeemableAt(Now, 1));
        Assert.False(twice.IsRedeemableAt(Now, 2));
        Assert.False(twice.IsRedeemableAt(Now, 3));
    }

    [Fact]
    public void A_deleted_discount_can_not_be_had() =>
        Assert.False((Half with { DeletedAt = Now }).IsRedeemableAt(Now, 0));

    [Fact]
    public void A_discount_is_for_every_product_unless_it_names_some()
    {
        Assert.True(Half.Suits(Book, [Paid], "usd"));
        Assert.True((Half with { ProductIds = [RandomId.New(), Book.Id] }).Suits(Book, [Paid], "usd"));
        Assert.False((Half with { ProductIds = [RandomId.New()] }).Suits(Book, [Paid], "usd"));
    }

    [Fact]
    public void A_fixed_discount_needs_an_amount_in_the_currency()
    {
        var money = Half with { Reduction = new Reduction.Fixed(new Dictionary<string, long> { ["eur"] = 100 }) };

        Assert.True(money.Suits(Book, [Paid], "eur"));
        Assert.False(money.Suits(Book, [Paid], "usd"));
        Assert.True(Half.Suits(Book, [Paid], "usd"));
    }

    [Fact]
    public void There_is_nothing_to_take_off_what_is_free()
    {
        Assert.False(Half.Suits(Book, [Free], "usd"));
        Assert.False(Half.Suits(Book, [], "usd"));
        Assert.True(Half.Suits(Book, [Free, Paid], "usd"));
    }

    private static Price.Fixed PriceOf(long minorUnits) =>
        new()
        {
            Id = RandomId.New(),
            CreatedAt = Now,
            Currency = "usd",
            MinorUnits = minorUnits,
        };
}
