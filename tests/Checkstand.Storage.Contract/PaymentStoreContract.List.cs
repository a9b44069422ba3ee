using Checkstand.Core;
using Checkstand.Core.Merchants;
using Checkstand.Core.Payments;
using Checkstand.Core.Payments.Providers;
using Xunit;
using static Checkstand.Storage.Contract.PaymentSamples;

namespace Checkstand.Storage.Contract;

public abstract partial class PaymentStoreContract
{
    // A page looks at no more rows than this.
    private const int LookedAtMax = 5_000;

    [Fact]
    public async Task A_list_is_newest_first_and_of_one_merchant_account()
    {
        var payments = new List<Payment>();
        for (var i = 0; i < 5; i++)
        {
            payments.Insert(0, await AddAsync(Begun(milliseconds: i)));
        }

        await AddAsync(Begun(Stranger, milliseconds: 2));

        Assert.Equal(payments.Select(payment => payment.Id), (await ListAsync(new())).Items.Select(found => found.Id));
        AssertSame(payments[0], (await ListAsync(new())).Items[0]);
        Assert.Empty((await Store.ListAsync(MerchantAccountId.Default, new(), new PageRequest(9, null), None)).Items);
    }

    [Fact]
    public async Task Each_way_to_narrow_a_list_finds_what_is_as_said_and_nothing_else()
    {
        var wanted = await AddAsync(Full());
        await AddAsync(Full());
        await AddAsync(Begun());
        var foreign = await AddAsync(wanted with { Id = PaymentId.New(Samples.Now), MerchantAccountId = Stranger });
        PaymentFilter[] filters =
        [
            new() { Id = wanted.Id },
            new() { CheckoutId = wanted.CheckoutId },
            new() { BuyerId = wanted.Order.BuyerId },
            new() { StoredMethodId = wanted.Card.StoredMethodId },
            new() { CheckoutId = wanted.CheckoutId, BuyerId = wanted.Order.BuyerId },
            new() { BuyerId = wanted.Order.BuyerId, ExternalIdentifier = wanted.Order.ExternalIdentifier },
        ];

        foreach (var filter in filters)
        {
            AssertSame(wanted, Assert.Single((await ListAsync(filter)).Items));
            Assert.Empty((await ListAsync(filter with { LastFour = "0000" })).Items);
        }

        Assert.Equal(2, (await ListAsync(new() { ExternalIdentifier = wanted.Order.ExternalIdentifier })).Items.Count);
        Assert.Empty((await ListAsync(new() { Id = PaymentId.New(Samples.Now) })).Items);
        Assert.Empty((await ListAsync(new() { Id = foreign.Id })).Items);
        Assert.Empty((await ListAsync(new() { CheckoutId = NewId() })).Items);
        Assert.Empty((await ListAsync(new() { BuyerId = NewId() })).Items);
        Assert.Empty((await ListAsync(new() { ExternalIdentifier = "" })).Items);
    }

    [Fact]
    public async Task What_narrows_is_found_by_what_was_said_last()
    {
        var payment = await AddAsync(Begun());
        var buyer = NewId();
        var (before, after) = (
            new PaymentFilter { ExternalIdentifier = "one" },
            new PaymentFilter { ExternalIdentifier = "two", BuyerId = buyer }
        );

        await ChangeAsync(payment, known => known with { Order = Order with { ExternalIdentifier = "one" } });
        Assert.Single((await ListAsync(before)).Items);
        await ChangeAsync(
            payment,
            known => known with { Order = Order with { ExternalIdentifier = "two", BuyerId = buyer } }
        );

        Assert.Empty((await ListAsync(before)).Items);
        Assert.Single((await ListAsync(after)).Items);
        Assert.Single((await ListAsync(new() { BuyerId = buyer })).Items);

        await ChangeAsync(payment, known => known with { Order = Order });
        Assert.Empty((await ListAsync(new() { BuyerId = buyer })).Items);
    }

    [Fact]
    public async Task What_narrows_is_found_when_it_alone_was_changed()
    {
        var (payment, buyer) = (await AddAsync(Begun()), NewId());

        await ChangeAsync(payment, known => known with { Order = known.Order with { BuyerId = buyer } });
        Assert.Single((await ListAsync(new() { BuyerId = buyer })).Items);

        await ChangeAsync(payment, known => known with { Order = known.Order with { ExternalIdentifier = "one" } });
        Assert.Single((await ListAsync(new() { ExternalIdentifier = "one" })).Items);
        Assert.Single((await ListAsync(new() { BuyerId = buyer })).Items);
    }

    [Fact]
    public async Task A_list_asks_for_the_status_as_it_is()
    {
        var payment = await AddAsync(Begun());
        await ChangeAsync(payment, known => known.Hears(Approved));

        Assert.Empty((await ListAsync(new() { Statuses = [PaymentStatus.Processing] })).Items);
        Assert.Single((await ListAsync(new() { Statuses = [PaymentStatus.Authorized] })).Items);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_of_every_filter_and_size_are_those_of_a_list_in_memory_in_both_directions(int seed)
    {
        var random = new Random(seed);
        var (payments, filters) = (new List<Payment>(), Filters());
        for (var i = 0; i < 60; i++)
        {
            var merchant = random.Next(5) == 0 ? Stranger : Samples.Owner;
            payments.Add(await AddAsync(Any(random, Begun(merchant, milliseconds: random.Next(40)))));
        }

        var newestFirst = payments.OrderByDescending(payment => payment.Id.ToString(), StringComparer.Ordinal).ToList();
        for (var i = 0; i < 150; i++)
        {
            // Next to a payment of any merchant account, or to one that is not there any more.
            var at = random.Next(4) == 0 ? Begun(milliseconds: random.Next(40)) : payments[random.Next(payments.Count)];
            PageCursor? cursor = random.Next(6) == 0 ? null : new PageCursor(at.Id.Value, random.Next(2) == 0);
            var request = new PageRequest(random.Next(1, 8), cursor);
            var filter = filters[random.Next(filters.Length)];

            AssertSamePage(Expected(newestFirst, filter, request), await ListAsync(filter, request));
        }
    }

    [Fact]
    public async Task Following_the_cursors_shows_every_payment_once_there_and_back()
    {
        var random = new Random(7);
        var filter = new PaymentFilter { Currencies = ["EUR"] };
        var wanted = new List<PaymentId>();
        for (var i = 0; i < 50; i++)
        {
            var payment = await AddAsync(Any(random, Begun(milliseconds: i)));
            if (filter.Matches(payment))
            {
                wanted.Insert(0, payment.Id);
            }
        }

        var page = await ListAsync(filter, new PageRequest(4, null));
        var seen = new List<PaymentId>(page.Items.Select(payment => payment.Id));
        while (page.Next is { } next)
        {
            page = await ListAsync(filter, new PageRequest(4, next));
            seen.AddRange(page.Items.Select(payment => payment.Id));
        }

        Assert.Equal(wanted, seen);
        var back = page.Items.Select(payment => payment.Id).ToList();
        while (page.Previous is { } previous)
        {
            page = await ListAsync(filter, new PageRequest(4, previous));
            back.InsertRange(0, page.Items.Select(payment => payment.Id));
        }

        Assert.Equal(wanted, back);
    }

    [Fact]
    public async Task A_page_looks_at_so_many_rows_and_its_cursor_goes_on_from_there_in_both_directions()
    {
        var rare = new PaymentFilter { Countries = ["GB"] };
        var (oldest, newest) = (Begun(milliseconds: 0), Begun(milliseconds: 9_999));
        var many = Enumerable
            .Range(1, LookedAtMax + 200)
            .Select(i => Begun(milliseconds: i))
            .Append(oldest with { Order = Order with { Country = "GB" } })
            .Append(newest with { Order = Order with { Country = "GB" } })
            .ToList();
        foreach (var some in many.Chunk(1000))
        {
            await Task.WhenAll(some.Select(payment => Store.AddAsync(payment, None)));
        }

        var first = await ListAsync(rare, new PageRequest(10, null));
        Assert.Equal([newest.Id], first.Items.Select(payment => payment.Id));
        Assert.Null(first.Previous);
        // The newest and those that follow it, the first millisecond of the walk being the last.
        var row = many.Single(payment => payment.Id.Value == first.Next!.Value.Id);
        Assert.Equal(LookedAtMax + 200 - (LookedAtMax - 1) + 1, (row.CreatedAt - Samples.Now).TotalMilliseconds);

        var second = await ListAsync(rare, new PageRequest(10, first.Next));
        Assert.Equal([oldest.Id], second.Items.Select(payment => payment.Id));
        Assert.Null(second.Next);

        var back = await ListAsync(rare, new PageRequest(10, second.Previous));
        Assert.Empty(back.Items);
        Assert.True(back.Previous!.Value.IsBackward);
        var front = await ListAsync(rare, new PageRequest(10, back.Previous));
        Assert.Equal([newest.Id], front.Items.Select(payment => payment.Id));
        Assert.Null(front.Previous);

        // A page that is full before the limit is as any other.
        Assert.Equal(100, (await ListAsync(new(), new PageRequest(100, null))).Items.Count);
        // Also when the last row that is looked at is the one that only says that there is more.
        var full = await ListAsync(new(), new PageRequest(LookedAtMax - 1, null));
        Assert.Equal((LookedAtMax - 1, full.Items[^1].Id.Value), (full.Items.Count, full.Next!.Value.Id));
        // What narrows the list narrows what is looked at.
        Assert.Null((await ListAsync(new() { ExternalIdentifier = "none" })).Next);
    }

    private static PaymentFilter[] Filters() =>
        [
            new(),
            new() { ExternalIdentifier = "order-1" },
            new() { BuyerId = Service },
            new() { CheckoutId = OtherService },
            new() { Currencies = ["EUR"] },
            new() { Statuses = [PaymentStatus.Authorized, PaymentStatus.Captured] },
            new() { CheckoutId = OtherService, Currencies = ["USD"] },
            new() { ExternalIdentifier = "order-2", BuyerId = Service },
            new() { MinorUnitsMin = 400, MinorUnitsMax = 700 },
            new() { IsMerchantInitiated = true },
            new() { Also = payment => payment.Order.Amount.MinorUnits % 2 == 0 },
        ];

    private static Payment Any(Random random, Payment payment)
    {
        var drawn = payment with
        {
            CheckoutId = random.Next(2) == 0 ? OtherService : null,
            Order = new PaymentOrder
            {
                Amount = new Money(random.Next(1000), random.Next(2) == 0 ? "EUR" : "USD"),
                ExternalIdentifier = random.Next(3) switch
                {
                    0 => "order-1",
                    1 => "order-2",
                    _ => null,
                },
                BuyerId = random.Next(2) == 0 ? Service : null,
                IsMerchantInitiated = random.Next(2) == 0,
            },
        };
        return random.Next(2) == 0 ? drawn : drawn.Hears(Approved);
    }

    // What a list is, in memory: the rows beyond the cursor, nearest first, and one too many.
    private static Page<Payment> Expected(List<Payment> newestFirst, PaymentFilter filter, PageRequest request)
    {
        IEnumerable<Payment> rows = newestFirst;
        if (request.Cursor is { } cursor)
        {
            rows = (cursor.IsBackward ? rows.Reverse() : rows).Where(payment =>
                string.CompareOrdinal(payment.Id.ToString(), cursor.Id.ToString()) is var order
                && (cursor.IsBackward ? order > 0 : order < 0)
            );
        }

        rows = rows.Where(payment => payment.MerchantAccountId == Samples.Owner && filter.Matches(payment));
        return Page.Of<Payment>(request, [.. rows.Take(request.Limit + 1)], payment => payment.Id.Value);
    }

    private static void AssertSamePage(Page<Payment> expected, Page<Payment> found)
    {
        Assert.Equal(expected.Items.Select(payment => payment.Id), found.Items.Select(payment => payment.Id));
        Assert.Equal((expected.Next, expected.Previous), (found.Next, found.Previous));
    }

    private async Task<Page<Payment>> ListAsync(PaymentFilter filter, PageRequest? page = null) =>
        await Store.ListAsync(Samples.Owner, filter, page ?? new PageRequest(20, null), None);
}
