using Checkstand.Core;
using Checkstand.Core.Buyers;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class BuyerStoreContract
{
    [Fact]
    public async Task Buyers_are_listed_newest_first_in_pages_that_lead_to_each_other()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            ids.Insert(0, (await AddAsync(Buyer())).Id);
        }

        var first = await ListAsync(3, null);
        var second = await ListAsync(3, first.Next);
        var third = await ListAsync(3, second.Next);
        var back = await ListAsync(3, third.Previous);

        Assert.Equal(ids[..3], Ids(first));
        Assert.Null(first.Previous);
        Assert.Equal(ids[3..6], Ids(second));
        Assert.Equal(ids[6..], Ids(third));
        Assert.Null(third.Next);
        Assert.Equal(ids[3..6], Ids(back));
        Assert.Equal(ids[..3], Ids(await ListAsync(3, back.Previous)));
    }

    [Fact]
    public async Task A_cursor_holds_when_its_buyer_is_gone()
    {
        var (oldest, middle) = ((await AddAsync(Buyer())).Id, (await AddAsync(Buyer())).Id);
        await AddAsync(Buyer());
        var first = await ListAsync(1, null);
        await Store.RemoveAsync(Owner, first.Items[0].Id, None);

        Assert.Equal([middle, oldest], Ids(await ListAsync(5, first.Next)));
    }

    [Fact]
    public async Task A_search_looks_into_names_and_external_identifiers_in_either_case()
    {
        var named = await AddAsync(Buyer() with { Content = Said("\"Zoë ÉTOILE 100%_\\\\x\"") });
        var known = await AddAsync(Buyer("Customer-42"));

        foreach (var text in new[] { "zoë", "étoile", "É", "100%", "%_", "\\", "" })
        {
            Assert.Contains(named.Id, Ids(await SearchAsync(text)));
        }

        Assert.Equal([known.Id], Ids(await SearchAsync("mer-4")));
        Assert.Empty((await SearchAsync("1_0")).Items);
        Assert.Empty((await SearchAsync("zoë%")).Items);
        Assert.Empty((await SearchAsync("nobody")).Items);
    }

    [Fact]
    public async Task A_filter_by_external_identifier_is_exact()
    {
        var known = await AddAsync(Buyer("b-1"));
        await AddAsync(Buyer("b-12"));
        await AddAsync(Buyer());

        Assert.Equal([known.Id], Ids(await FilterAsync(new BuyerFilter(null, "b-1"))));
        Assert.Empty((await FilterAsync(new BuyerFilter(null, "B-1"))).Items);
        Assert.Empty((await FilterAsync(new BuyerFilter("2", "b-1"))).Items);
    }

    [Fact]
    public async Task Pages_of_a_filtered_list_count_what_the_filter_lets_through()
    {
        for (var i = 0; i < 4; i++)
        {
            await AddAsync(Buyer($"wanted-{i}"));
            await AddAsync(Buyer($"other-{i}"));
        }

        var filter = new BuyerFilter("wanted", null);
        var first = await Store.ListAsync(Owner, filter, new PageRequest(3, null), None);
        var rest = await Store.ListAsync(Owner, filter, new PageRequest(3, first.Next), None);

        Assert.Equal(3, first.Items.Count);
        Assert.Single(rest.Items);
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task Shipping_details_are_kept_to_the_byte_over_a_restart_newest_first()
    {
        var buyer = await AddAsync(Buyer());
        var older = await ShipAsync(
            Details(buyer.Id) with
            {
                Content = new ShippingContent(
                    Json("\"A\""),
                    Json("\"Ł\""),
                    Json("\"a@b\""),
                    Json("\"+12\""),
                    Json("""{"city":"x","line2":null}""")
                ),
            }
        );
        var newer = await ShipAsync(Details(buyer.Id));

        await CloseAsync();
        Store = await OpenAsync();

        Assert.Equal([newer, older], await Store.ListShippingDetailsAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task Shipping_details_belong_to_one_buyer_of_one_account()
    {
        var (buyer, other) = (await AddAsync(Buyer()), await AddAsync(Buyer()));
        var details = await ShipAsync(Details(buyer.Id));
        var notFound = new BuyerProblem.NotFound();

        Assert.Null(await Store.ListShippingDetailsAsync(Stranger, buyer.Id, None));
        Assert.Empty((await Store.ListShippingDetailsAsync(Owner, other.Id, None))!);
        Assert.Equal(notFound, Refused(await Store.AddShippingDetailsAsync(Stranger, Details(buyer.Id), 9, None)));
        foreach (var (merchant, buyerId) in new[] { (Stranger, buyer.Id), (Owner, other.Id) })
        {
            Assert.Equal(
                notFound,
                Refused(await Store.ChangeShippingDetailsAsync(merchant, buyerId, details.Id, known => known, None))
            );
            Assert.False(await Store.RemoveShippingDetailsAsync(merchant, buyerId, details.Id, None));
        }

        Assert.Equal([details], await Store.ListShippingDetailsAsync(Owner, buyer.Id, None));
    }

    [Fact]
    public async Task Shipping_details_are_changed_and_removed_one_by_one()
    {
        var buyer = await AddAsync(Buyer());
        var (one, other) = (await ShipAsync(Details(buyer.Id)), await ShipAsync(Details(buyer.Id)));
        var said = new ShippingContent(Json("\"New\""), default, default, default, default);

        var changed = Must(
            await Store.ChangeShippingDetailsAsync(
                Owner,
                buyer.Id,
                one.Id,
                known => known with { Content = said.Over(known.Content) },
                None
            )
        );
        Assert.True(await Store.RemoveShippingDetailsAsync(Owner, buyer.Id, other.Id, None));

        Assert.Equal("New", changed.Content.FirstName.AsText());
        Assert.Equal([changed], await Store.ListShippingDetailsAsync(Owner, buyer.Id, None));
        Assert.False(await Store.RemoveShippingDetailsAsync(Owner, buyer.Id, other.Id, None));
    }

    [Fact]
    public async Task A_buyer_has_a_most_of_shipping_details_and_the_same_id_is_no_other()
    {
        var buyer = await AddAsync(Buyer());
        var first = await ShipAsync(Details(buyer.Id), most: 1);

        Assert.Equal(first, await ShipAsync(first, most: 1));
        Assert.Equal(
            new BuyerProblem.TooManyShippingDetails(1),
            Refused(await Store.AddShippingDetailsAsync(Owner, Details(buyer.Id), 1, None))
        );
    }

    [Fact]
    public async Task A_removed_buyer_takes_its_shipping_details_along()
    {
        var (buyer, other) = (await AddAsync(Buyer()), await AddAsync(Buyer()));
        await ShipAsync(Details(buyer.Id));
        var kept = await ShipAsync(Details(other.Id));

        Assert.True(await Store.RemoveAsync(Owner, buyer.Id, None));

        Assert.False(await Store.RemoveAsync(Owner, buyer.Id, None));
        Assert.Null(await Store.ListShippingDetailsAsync(Owner, buyer.Id, None));
        Assert.Equal([kept], await Store.ListShippingDetailsAsync(Owner, other.Id, None));
        // Under the same id the old details must not come back.
        await AddAsync(buyer);
        Assert.Empty((await Store.ListShippingDetailsAsync(Owner, buyer.Id, None))!);
    }

    private async Task<Page<Buyer>> ListAsync(int limit, PageCursor? cursor) =>
        await Store.ListAsync(Owner, All, new PageRequest(limit, cursor), None);

    private Task<Page<Buyer>> SearchAsync(string text) => FilterAsync(new BuyerFilter(text, null));

    private async Task<Page<Buyer>> FilterAsync(BuyerFilter filter) =>
        await Store.ListAsync(Owner, filter, new PageRequest(100, null), None);

    private async Task<ShippingDetails> ShipAsync(ShippingDetails details, int most = 10) =>
        Must(await Store.AddShippingDetailsAsync(Owner, details, most, None));

    private ShippingDetails Details(Guid buyerId) =>
        new(TimeOrderedId.New(Samples.Now.AddMilliseconds(Interlocked.Increment(ref made))), buyerId, default);

    private static IEnumerable<Guid> Ids(Page<Buyer> page) => page.Items.Select(buyer => buyer.Id);
}
