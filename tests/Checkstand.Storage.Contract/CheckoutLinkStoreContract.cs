using Checkstand.Core;
using Checkstand.Core.CheckoutLinks;
using Checkstand.Core.Organizations;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of checkout links promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract class CheckoutLinkStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly PageNumber FirstPage = new(1, 100);
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly OrganizationId Stranger = OrganizationId.New();

    private int made;

    protected ICheckoutLinkStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<ICheckoutLinkStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_field_is_kept_over_a_restart()
    {
        var link = Link(RandomId.New(), RandomId.New()) with
        {
            ModifiedAt = Samples.Now,
            Label = "Łódź 🛒",
            DiscountId = RandomId.New(),
            AllowDiscountCodes = false,
            RequireBillingAddress = true,
            Seats = 7,
            Trial = new CalendarSpan(CalendarUnit.Week, 2),
            SuccessUrl = "https://example.com/{CHECKOUT_ID}",
            ReturnUrl = "https://example.com/",
            Metadata = new JsonText("""{"a":1.5}"""u8.ToArray()),
        };
        await Store.AddAsync(link, None);

        await CloseAsync();
        Store = await OpenAsync();

        AssertSame(link, await Store.FindAsync(Owner, link.Id, None));
        AssertSame(link, await Store.FindBySecretAsync(link.ClientSecret, None));
    }

    [Fact]
    public async Task A_link_of_another_organization_is_as_one_that_never_was_but_anybody_may_follow_it()
    {
        var link = await AddAsync(Link(RandomId.New()));

        Assert.Null(await Store.FindAsync(Stranger, link.Id, None));
        Assert.Equal(0, (await Store.ListAsync(Stranger, [], [], FirstPage, None)).TotalCount);
        Assert.False(await Store.RemoveAsync(Stranger, link.Id, None));
        Assert.False((await Store.ChangeAsync(Stranger, link.Id, found => found, None)).TryGet(out _, out var problem));
        Assert.Equal(new CheckoutLinkProblem.NotFound(), problem);
        AssertSame(link, await Store.FindBySecretAsync(link.ClientSecret, None));
        Assert.Null(await Store.FindBySecretAsync(link.ClientSecret.ToUpperInvariant(), None));
    }

    [Fact]
    public async Task A_change_is_found_by_its_new_products_only()
    {
        var (before, after) = (RandomId.New(), RandomId.New());
        var link = await AddAsync(Link(before));

        await Store.ChangeAsync(Owner, link.Id, found => found with { ProductIds = [after], Label = "new" }, None);

        Assert.Empty(await LabelsAsync([before]));
        Assert.Equal(["new"], await LabelsAsync([after]));
    }

    [Fact]
    public async Task A_refused_change_changes_nothing()
    {
        var link = await AddAsync(Link(RandomId.New()));

        var refused = await Store.ChangeAsync(Owner, link.Id, _ => new CheckoutLinkProblem.Invalid([]), None);

        Assert.False(refused.TryGet(out _, out _));
        AssertSame(link, await Store.FindAsync(Owner, link.Id, None));
    }

    [Fact]
    public async Task A_removed_link_is_gone()
    {
        var product = RandomId.New();
        var link = await AddAsync(Link(product));

        Assert.True(await Store.RemoveAsync(Owner, link.Id, None));

        Assert.Null(await Store.FindAsync(Owner, link.Id, None));
        Assert.Null(await Store.FindBySecretAsync(link.ClientSecret, None));
        Assert.Empty(await LabelsAsync([product]));
        Assert.False(await Store.RemoveAsync(Owner, link.Id, None));
    }

    [Fact]
    public async Task A_link_is_listed_once_however_many_of_its_products_are_asked_for()
    {
        var (first, second) = (RandomId.New(), RandomId.New());
        await AddAsync(Link(first, second) with { Label = "both" });
        await AddAsync(Link(first) with { Label = "one" });
        await AddAsync(Link(RandomId.New()) with { Label = "other" });

        Assert.Equal(["both", "one"], await LabelsAsync([first, second, RandomId.New()]));
        Assert.Equal(["both"], await LabelsAsync([second]));
    }

    [Theory]
    [InlineData(CheckoutLinkOrder.CreatedAt, false, "b a -")]
    [InlineData(CheckoutLinkOrder.CreatedAt, true, "- a b")]
    [InlineData(CheckoutLinkOrder.Label, false, "a b -")]
    [InlineData(CheckoutLinkOrder.Label, true, "- b a")]
    [InlineData(CheckoutLinkOrder.SuccessUrl, false, "b - a")]
    [InlineData(CheckoutLinkOrder.AllowDiscountCodes, false, "a b -")]
    public async Task A_list_is_in_the_order_that_was_asked_for(
        CheckoutLinkOrder by,
        bool isDescending,
        string expected
    )
    {
        await AddAsync(Link(RandomId.New()) with { Label = "b", SuccessUrl = "https://a/" });
        await AddAsync(Link(RandomId.New()) with { Label = "a", AllowDiscountCodes = false });
        await AddAsync(Link(RandomId.New()) with { SuccessUrl = "https://b/" });

        var labels = await LabelsAsync(
            [],
            new Sorting<CheckoutLinkOrder>(by, isDescending),
            new Sorting<CheckoutLinkOrder>(CheckoutLinkOrder.CreatedAt, false)
        );
        Assert.Equal(expected, string.Join(' ', labels.Select(label => label ?? "-")));
    }

    private static void AssertSame(CheckoutLink expected, CheckoutLink? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.ProductIds, actual.ProductIds);
        Assert.Equal(expected, actual with { ProductIds = expected.ProductIds });
    }

    private CheckoutLink Link(params Guid[] products) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddSeconds(made++),
            ClientSecret = SecretText.New("polar_cl_"),
            ProductIds = products,
        };

    private async Task<CheckoutLink> AddAsync(CheckoutLink link)
    {
        await Store.AddAsync(link, None);
        return link;
    }

    private async Task<IEnumerable<string?>> LabelsAsync(
        IReadOnlyList<Guid> products,
        params Sorting<CheckoutLinkOrder>[] sorting
    )
    {
        var asked = sorting.Length > 0 ? sorting : [new Sorting<CheckoutLinkOrder>(CheckoutLinkOrder.CreatedAt, false)];
        return (await Store.ListAsync(Owner, products, asked, FirstPage, None)).Items.Select(link => link.Label);
    }
}
