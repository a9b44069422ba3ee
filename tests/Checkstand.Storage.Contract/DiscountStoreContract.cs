using Checkstand.Core;
using Checkstand.Core.Discounts;
using Checkstand.Core.Organizations;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of discounts promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class DiscountStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PageNumber FirstPage = new(1, 100);
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly OrganizationId Stranger = OrganizationId.New();

    private int made;

    protected IDiscountStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IDiscountStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    /// <summary>Counts redemptions of a discount, as confirmed checkouts do.</summary>
    protected abstract Task RedeemAsync(Guid discountId, int times);

    [Fact]
    public async Task Every_field_is_kept_over_a_restart()
    {
        var discount = Discount("Sommer ☀", "SUN-1") with
        {
            ModifiedAt = Samples.Now.AddMilliseconds(1),
            Reduction = new Reduction.Fixed(new Dictionary<string, long> { ["usd"] = 500, ["jpy"] = 999_999_999_999 }),
            Duration = DiscountDuration.Repeating,
            DurationInMonths = 3,
            StartsAt = Samples.Now,
            EndsAt = Samples.Now.AddDays(1),
            RedemptionsMax = 7,
            RedemptionsMaxPerCustomer = 2,
            ProductIds = [RandomId.New(), RandomId.New()],
            Metadata = new JsonText("""{"a":1.5,"b":true}"""u8.ToArray()),
        };
        await AddAsync(discount);

        await CloseAsync();
        Store = await OpenAsync();

        var found = (await Store.FindAsync(Owner, discount.Id, None))!;
        Assert.Equal(0, found.Redemptions);
        AssertSame(discount, found.Discount);
    }

    [Fact]
    public async Task What_was_not_said_stays_unsaid()
    {
        var discount = await AddAsync(Discount("plain"));

        AssertSame(discount, (await Store.FindAsync(Owner, discount.Id, None))!.Discount);
    }

    [Fact]
    public async Task A_discount_of_another_organization_is_to_every_method_as_one_that_never_was()
    {
        var discount = await AddAsync(Discount("mine", "MINE"));

        Assert.Null(await Store.FindAsync(Stranger, discount.Id, None));
        Assert.Null(await Store.FindByCodeAsync(Stranger, "MINE", None));
        Assert.Equal(0, (await ListAsync(Stranger)).TotalCount);
        Assert.Equal(
            new DiscountProblem.NotFound(),
            Refused(await Store.ChangeAsync(Stranger, discount.Id, found => found.Discount, None))
        );
        Assert.False(await Store.RemoveAsync(Stranger, discount.Id, Samples.Now, None));
        Assert.NotNull(await Store.FindAsync(Owner, discount.Id, None));
    }

    [Fact]
    public async Task A_code_means_its_discount_in_any_case()
    {
        var discount = await AddAsync(Discount("code", "Été-10"));

        Assert.Equal(discount.Id, (await Store.FindByCodeAsync(Owner, "éTÉ-10", None))!.Discount.Id);
        Assert.Null(await Store.FindByCodeAsync(Owner, "Été-1", None));
    }

    [Fact]
    public async Task A_code_is_taken_in_any_case_but_only_in_its_organization()
    {
        await AddAsync(Discount("first", "SAVE"));
        var second = await AddAsync(Discount("second"));

        Assert.Equal(new DiscountProblem.CodeTaken(), Refused(await Store.AddAsync(Discount("third", "save"), None)));
        Assert.Equal(
            new DiscountProblem.CodeTaken(),
            Refused(await Store.ChangeAsync(Owner, second.Id, found => found.Discount with { Code = "Save" }, None))
        );
        Assert.Null((await Store.FindAsync(Owner, second.Id, None))!.Discount.Code);
        await AddAsync(Discount("elsewhere", "SAVE") with { OrganizationId = Stranger });
    }

    [Fact]
    public async Task A_discount_may_keep_its_own_code_and_give_it_away()
    {
        var first = await AddAsync(Discount("first", "SAVE"));

        await ChangeAsync(first.Id, discount => discount with { Code = "save", Name = "renamed" });
        Assert.Equal("save", (await Store.FindByCodeAsync(Owner, "SAVE", None))!.Discount.Code);
        await ChangeAsync(first.Id, discount => discount with { Code = null });

        await AddAsync(Discount("second", "SAVE"));
    }

    [Fact]
    public async Task A_refused_change_changes_nothing()
    {
        var discount = await AddAsync(Discount("before"));

        var refused = Refused(await Store.ChangeAsync(Owner, discount.Id, _ => new DiscountProblem.Invalid([]), None));

        Assert.IsType<DiscountProblem.Invalid>(refused);
        AssertSame(discount, (await Store.FindAsync(Owner, discount.Id, None))!.Discount);
    }

    [Fact]
    public async Task A_deleted_discount_is_found_by_no_method_and_its_code_is_free()
    {
        var discount = await AddAsync(Discount("gone", "GONE"));

        Assert.True(await Store.RemoveAsync(Owner, discount.Id, Samples.Now, None));

        Assert.Null(await Store.FindAsync(Owner, discount.Id, None));
        Assert.Null(await Store.FindByCodeAsync(Owner, "GONE", None));
        Assert.Equal(0, (await ListAsync(Owner)).TotalCount);
        Assert.False(await Store.RemoveAsync(Owner, discount.Id, Samples.Now, None));
        Assert.Equal(
            new DiscountProblem.NotFound(),
            Refused(await Store.ChangeAsync(Owner, discount.Id, found => found.Discount, None))
        );
        await AddAsync(Discount("again", "GONE"));
    }

    [Fact]
    public async Task A_change_is_told_how_often_the_discount_was_redeemed()
    {
        var discount = await AddAsync(Discount("used", "USED"));
        await RedeemAsync(discount.Id, 2);
        var told = -1;

        await Store.ChangeAsync(
            Owner,
            discount.Id,
            found =>
            {
                told = found.Redemptions;
                return found.Discount;
            },
            None
        );

        Assert.Equal(2, told);
        Assert.Equal(2, (await Store.FindAsync(Owner, discount.Id, None))!.Redemptions);
        Assert.Equal(2, (await Store.FindByCodeAsync(Owner, "used", None))!.Redemptions);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_a_part_of_the_name_in_any_case()
    {
        await AddAsync(Discount("Summer_sale"));
        await AddAsync(Discount("SummerXsale"));

        Assert.Equal(["Summer_sale"], await NamesAsync("MMER_S"));
        Assert.Equal(1, (await ListAsync(Owner, "MMER_S")).TotalCount);
    }

    [Theory]
    [InlineData(DiscountOrder.CreatedAt, false, "b a c")]
    [InlineData(DiscountOrder.CreatedAt, true, "c a b")]
    [InlineData(DiscountOrder.Name, false, "a b c")]
    [InlineData(DiscountOrder.Code, false, "c b a")]
    [InlineData(DiscountOrder.Code, true, "a b c")]
    [InlineData(DiscountOrder.Redemptions, true, "c b a")]
    [InlineData(DiscountOrder.EndsAt, false, "b c a")]
    [InlineData(DiscountOrder.EndsAt, true, "a c b")]
    public async Task A_list_is_in_the_order_that_was_asked_for(DiscountOrder by, bool isDescending, string expected)
    {
        var b = await AddAsync(Discount("b", "ZZZ") with { EndsAt = Samples.Now.AddDays(1) });
        await AddAsync(Discount("a"));
        var c = await AddAsync(Discount("c", "AAA") with { EndsAt = Samples.Now.AddDays(2) });
        await RedeemAsync(b.Id, 1);
        await RedeemAsync(c.Id, 2);

        Assert.Equal(expected.Split(' '), await NamesAsync(null, new Sorting<DiscountOrder>(by, isDescending)));
    }

    [Fact]
    public async Task Equals_are_in_the_order_of_their_ids_and_pages_neither_repeat_nor_lose_one()
    {
        for (var i = 0; i < 7; i++)
        {
            await AddAsync(Discount("same") with { CreatedAt = Samples.Now });
        }

        var pages = new List<Guid>();
        for (var number = 1; number <= 4; number++)
        {
            var page = await Store.ListAsync(
                Owner,
                new DiscountFilter(null, [new(DiscountOrder.Name, true), new(DiscountOrder.CreatedAt, false)]),
                new PageNumber(number, 3),
                None
            );
            Assert.Equal(7, page.TotalCount);
            pages.AddRange(page.Items.Select(item => item.Discount.Id));
        }

        Assert.Equal(pages.OrderBy(id => id.ToString(), StringComparer.Ordinal), pages);
        Assert.Equal(7, pages.Distinct().Count());
    }

    private static void AssertSame(Discount expected, Discount actual)
    {
        Assert.Equal(expected.ProductIds, actual.ProductIds);
        if (expected.Reduction is Reduction.Fixed reduction)
        {
            Assert.Equal(reduction.Amounts, Assert.IsType<Reduction.Fixed>(actual.Reduction).Amounts);
        }
        else
        {
            Assert.Equal(expected.Reduction, actual.Reduction);
        }

        Assert.Equal(expected, actual with { ProductIds = expected.ProductIds, Reduction = expected.Reduction });
    }

    private static TProblem Refused<T, TProblem>(Result<T, TProblem> result)
        where T : notnull
        where TProblem : class
    {
        Assert.False(result.TryGet(out _, out var problem));
        return problem!;
    }

    private Discount Discount(string name, string? code = null) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddSeconds(made++),
            Name = name,
            Code = code,
            Reduction = new Reduction.Percentage(1000),
            Duration = DiscountDuration.Once,
        };

    private async Task<Discount> AddAsync(Discount discount)
    {
        Assert.True((await Store.AddAsync(discount, None)).TryGet(out var added, out _));
        return added;
    }

    private async Task ChangeAsync(Guid id, Func<Discount, Discount> change)
    {
        var changed = await Store.ChangeAsync(Owner, id, found => change(found.Discount), None);
        Assert.True(changed.TryGet(out _, out _));
    }

    private async Task<NumberedPage<RedeemedDiscount>> ListAsync(OrganizationId organization, string? query = null) =>
        await Store.ListAsync(organization, new DiscountFilter(query, []), FirstPage, None);

    private async Task<IEnumerable<string>> NamesAsync(string? query, params Sorting<DiscountOrder>[] sorting) =>
        (await Store.ListAsync(Owner, new DiscountFilter(query, sorting), FirstPage, None)).Items.Select(item =>
            item.Discount.Name
        );
}
