using Checkstand.Core;
using Checkstand.Core.Products;
using Xunit;

namespace Checkstand.Storage.Contract;

public abstract partial class ProductStoreContract
{
    [Fact]
    public async Task A_list_is_cut_into_pages_and_counts_all()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await AddAsync(Product($"Product {i}"))).Id);
        }

        var newest = new ProductFilter { Sorting = [new Sorting<ProductOrder>(ProductOrder.CreatedAt, true)] };
        var second = await Store.ListAsync(Owner, newest, new PageNumber(2, 2), None);
        Assert.Equal([ids[2], ids[1]], second.Items.Select(product => product.Id));
        Assert.Equal(5, second.TotalCount);
        var beyond = await Store.ListAsync(Owner, newest, new PageNumber(4, 2), None);
        Assert.Empty(beyond.Items);
        Assert.Equal(5, beyond.TotalCount);
    }

    [Fact]
    public async Task What_is_equal_is_in_the_order_of_ids()
    {
        for (var i = 0; i < 8; i++)
        {
            await AddAsync(Product("Same"));
        }

        var byName = new ProductFilter { Sorting = [new Sorting<ProductOrder>(ProductOrder.Name, true)] };
        var found = await ListAsync(byName);
        Assert.Equal(found.OrderBy(id => id.ToString("N"), StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task Products_are_sorted_by_name_and_by_their_first_price_that_counts()
    {
        var b = await AddAsync(Product("B") with { Prices = [Fixed(300)] });
        var a = await AddAsync(
            Product("A") with
            {
                Prices = [Fixed(900) with { IsArchived = true }, .. EveryKind().OfType<Price.Custom>()],
            }
        );
        var c = await AddAsync(Product("C") with { Prices = [Fixed(200)] });

        Assert.Equal([a.Id, b.Id, c.Id], await SortAsync(ProductOrder.Name));
        Assert.Equal([a.Id, c.Id, b.Id], await SortAsync(ProductOrder.PriceAmount));
        Assert.Equal(a.Id, (await SortAsync(ProductOrder.PriceKind))[0]);
        Assert.Equal(
            [b.Id, c.Id, a.Id],
            await SortAsync(new Sorting<ProductOrder>(ProductOrder.PriceKind, true), new(ProductOrder.CreatedAt, false))
        );
    }

    [Fact]
    public async Task Every_filter_narrows()
    {
        var plain = await AddAsync(Product("100% cotton_shirt"));
        var draft = await AddAsync(Product("Draft") with { Visibility = ProductVisibility.Draft });
        var recurring = await AddAsync(Product("Club") with { Recurs = new CalendarSpan(CalendarUnit.Year, 1) });
        var archived = await AddAsync(Product("Old") with { IsArchived = true });

        Assert.Equal([plain.Id], await ListAsync(new ProductFilter { Query = "0% COTTON_" }));
        Assert.Empty(await ListAsync(new ProductFilter { Query = "cotton%shirt" }));
        Assert.Equal([archived.Id], await ListAsync(new ProductFilter { IsArchived = true }));
        Assert.Equal(3, (await ListAsync(new ProductFilter { IsArchived = false })).Count);
        Assert.Equal([recurring.Id], await ListAsync(new ProductFilter { IsRecurring = true }));
        Assert.Equal([draft.Id], await ListAsync(new ProductFilter { Visibilities = [ProductVisibility.Draft] }));
        Assert.Equal(
            new HashSet<Guid> { plain.Id, draft.Id, archived.Id },
            [.. await ListAsync(new ProductFilter { Ids = [plain.Id, draft.Id, archived.Id, RandomId.New()] })]
        );
        Assert.Empty(await ListAsync(new ProductFilter { Ids = [plain.Id], IsRecurring = true }));
    }

    [Fact]
    public async Task Metadata_is_matched_whole_and_to_the_letter()
    {
        var product = await AddAsync(
            Product("Pro") with
            {
                Metadata = Json("""{"tier":"Gold","seats":12,"vip":true,"odd":"a\nb\"c","half":0.5}"""),
            }
        );
        await AddAsync(Product("Other"));

        Assert.Equal([product.Id], await ListAsync(With(("tier", "Gold"), ("seats", "12"), ("vip", "true"))));
        Assert.Equal([product.Id], await ListAsync(With(("odd", "a\nb\"c"), ("half", "0.5"))));
        Assert.Empty(await ListAsync(With(("tier", "gold"))));
        Assert.Empty(await ListAsync(With(("tier", "Gol"))));
        Assert.Empty(await ListAsync(With(("seats", "1"))));
        Assert.Empty(await ListAsync(With(("ier", "Gold"))));
        Assert.Empty(await ListAsync(With(("Gold", "tier"))));
        Assert.Empty(await ListAsync(With(("tier", "Gold"), ("seats", "13"))));
    }

    [Fact]
    public async Task Meters_are_kept_found_changed_and_listed()
    {
        var meter = Meter("Requests") with
        {
            Unit = MeterUnit.Custom,
            Label = "call",
            Multiplier = 1000,
            Filter = Json("""{"conjunction":"and","clauses":[]}"""),
            Aggregation = Json("""{"func":"count"}"""),
            Metadata = Json("""{"team":"a"}"""),
        };
        await Store.AddMeterAsync(meter, None);
        var other = Meter("Bytes") with { ArchivedAt = Samples.Now };
        await Store.AddMeterAsync(other, None);

        Assert.Equal(meter, await Store.FindMeterAsync(Owner, meter.Id, None));
        Assert.Null(await Store.FindMeterAsync(Stranger, meter.Id, None));
        var changed = await Store.ChangeMeterAsync(Owner, meter.Id, known => known with { Name = "Calls" }, None);
        Assert.Equal("Calls", changed!.Name);
        Assert.Null(await Store.ChangeMeterAsync(Stranger, meter.Id, known => known, None));

        var byName = new Sorting<MeterOrder>(MeterOrder.Name, false);
        Assert.Equal([other.Id, meter.Id], await MetersAsync(new MeterFilter { Sorting = [byName] }));
        Assert.Equal([meter.Id], await MetersAsync(new MeterFilter { Query = "aLL" }));
        Assert.Equal([other.Id], await MetersAsync(new MeterFilter { IsArchived = true }));
        Assert.Equal([meter.Id], await MetersAsync(new MeterFilter { Metadata = Samples.Wanted(("team", ["a"])) }));
    }

    private static ProductFilter With(params (string Key, string Value)[] metadata) =>
        new() { Metadata = Samples.Wanted([.. metadata.Select(entry => (entry.Key, new[] { entry.Value }))]) };

    private Meter Meter(string name) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddMilliseconds(made++),
            Name = name,
        };

    private Task<IReadOnlyList<Guid>> SortAsync(ProductOrder by) => SortAsync(new Sorting<ProductOrder>(by, false));

    private Task<IReadOnlyList<Guid>> SortAsync(params Sorting<ProductOrder>[] sorting) =>
        ListAsync(new ProductFilter { Sorting = sorting });

    private async Task<IReadOnlyList<Guid>> MetersAsync(MeterFilter filter) =>
        [.. (await Store.ListMetersAsync(Owner, filter, All, None)).Items.Select(meter => meter.Id)];
}
