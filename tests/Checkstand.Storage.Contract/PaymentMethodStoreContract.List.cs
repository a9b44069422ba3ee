using Checkstand.Core;
using Checkstand.Core.PaymentMethods;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class PaymentMethodStoreContract
{
    private static readonly PaymentMethodFilter All = new(null, null, null);

    [Fact]
    public async Task A_list_is_newest_first_and_holds_one_more_than_its_page()
    {
        var added = await AddManyAsync(5);

        Assert.Equal(added.Reverse().Take(3), await ListAsync(All, new PageRequest(2, null)));
        Assert.Equal(added.Reverse(), await ListAsync(All, new PageRequest(100, null)));
    }

    [Fact]
    public async Task A_list_goes_on_from_its_cursor_in_either_direction()
    {
        var added = await AddManyAsync(7);

        var older = await ListAsync(All, new PageRequest(2, new PageCursor(added[4], IsBackward: false)));
        var newer = await ListAsync(All, new PageRequest(2, new PageCursor(added[1], IsBackward: true)));

        Assert.Equal([added[3], added[2], added[1]], older);
        Assert.Equal([added[2], added[3], added[4]], newer);
    }

    [Fact]
    public async Task A_cursor_holds_when_its_item_is_gone()
    {
        var added = await AddManyAsync(4);
        await ChangeAsync(added[2], new PaymentMethodChange.Remove());

        var older = await ListAsync(All, new PageRequest(10, new PageCursor(added[2], IsBackward: false)));

        Assert.Equal([added[1], added[0]], older);
    }

    [Fact]
    public async Task A_merchant_sees_its_own_only()
    {
        await AddManyAsync(2);
        var (foreign, _) = await AddAsync(Samples.Method(Other));

        var listed = await Store.ListAsync(Other, All, new PageRequest(10, null), None);

        Assert.Equal([foreign], listed);
    }

    [Fact]
    public async Task A_list_can_be_of_a_buyer_or_of_a_name_or_of_both()
    {
        var buyer = TimeOrderedId.New(Samples.Now);
        var ofBuyer = await AddAtAsync(1, Samples.Method() with { BuyerId = buyer });
        var ofNamed = await AddAtAsync(2, Samples.Method() with { BuyerExternalIdentifier = "b" });
        var named = await AddAtAsync(3, Samples.Method() with { ExternalIdentifier = "x" });
        var all = await AddAtAsync(
            4,
            Samples.Method() with
            {
                BuyerId = buyer,
                BuyerExternalIdentifier = "b",
                ExternalIdentifier = "x",
            }
        );

        Assert.Equal([all, ofBuyer], await ListAsync(new PaymentMethodFilter(buyer, null, null)));
        Assert.Equal([all, ofNamed], await ListAsync(new PaymentMethodFilter(null, "b", null)));
        Assert.Equal([all, named], await ListAsync(new PaymentMethodFilter(null, null, "x")));
        Assert.Equal([all], await ListAsync(new PaymentMethodFilter(buyer, "b", "x")));
        Assert.Empty(await ListAsync(new PaymentMethodFilter(Guid.Empty, null, null)));
        // A buyer's methods are its own whatever they were stored under; a name alone is of whoever has it now.
        Assert.Equal(
            [all, ofNamed, ofBuyer],
            await ListAsync(new PaymentMethodFilter(null, "b", null) { NamedBuyerId = buyer })
        );
        Assert.Equal(
            [ofNamed],
            await ListAsync(new PaymentMethodFilter(null, "b", null) { NamedBuyerId = Guid.Empty })
        );
        Assert.Empty(await ListAsync(new PaymentMethodFilter(null, "B", null)));
    }

    private async Task<Guid[]> AddManyAsync(int count)
    {
        var ids = new Guid[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = await AddAtAsync(i, Samples.Method());
        }

        return ids;
    }

    private async Task<Guid> AddAtAsync(int milliseconds, StoredPaymentMethod method)
    {
        var id = TimeOrderedId.New(Samples.Now.AddMilliseconds(milliseconds));
        await AddAsync(method with { Id = id });
        return id;
    }

    private async Task<IEnumerable<Guid>> ListAsync(PaymentMethodFilter filter, PageRequest? page = null) =>
        (await Store.ListAsync(Samples.Owner, filter, page ?? new PageRequest(100, null), None)).Select(method =>
            method.Id
        );
}
