using System.Text;
using Checkstand.Core;
using Checkstand.Core.Organizations;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store of products and meters promises. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class ProductStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly OrganizationId Owner = OrganizationId.New();
    private static readonly OrganizationId Stranger = OrganizationId.New();
    private static readonly PageNumber All = new(1, 100);

    private long made;

    protected IProductStore Store { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<IProductStore> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    [Fact]
    public async Task Every_field_is_kept_over_a_restart()
    {
        var product = Product("Łódź 🛒") with
        {
            Description = "Line\nbreak",
            Visibility = ProductVisibility.Draft,
            IsArchived = true,
            ModifiedAt = Samples.Now.AddMilliseconds(1),
            Recurs = new CalendarSpan(CalendarUnit.Month, 3),
            MeterRecurs = new CalendarSpan(CalendarUnit.Day, 1),
            Trial = new CalendarSpan(CalendarUnit.Week, 2),
            Fields = [new AttachedField(RandomId.New(), true), new AttachedField(RandomId.New(), false)],
            Metadata = Json("""{"a":"\u0001","n":1.50,"b":true}"""),
            Prices = EveryKind(),
        };
        await Store.AddAsync(product, None);

        await CloseAsync();
        Store = await OpenAsync();

        var found = await Store.FindAsync(Owner, product.Id, None);
        Assert.Equivalent(product, found, strict: true);
        Assert.Equal(product.Metadata, found!.Metadata);
        Assert.Equal(product.Prices.Select(price => price.GetType()), found.Prices.Select(price => price.GetType()));
    }

    [Fact]
    public async Task A_product_is_found_by_each_of_its_prices_archived_ones_too()
    {
        var product = Product("Pro") with { Prices = EveryKind() };
        await Store.AddAsync(product, None);
        foreach (var price in product.Prices)
        {
            Assert.Equal(product.Id, (await Store.FindByPriceAsync(Owner, price.Id, None))?.Id);
            Assert.Null(await Store.FindByPriceAsync(Stranger, price.Id, None));
        }

        Assert.Null(await Store.FindByPriceAsync(Owner, RandomId.New(), None));
    }

    [Fact]
    public async Task A_stranger_finds_and_changes_nothing()
    {
        var product = await AddAsync(Product("Pro"));
        Assert.Null(await Store.FindAsync(Stranger, product.Id, None));
        Assert.Null(await Store.ChangeAsync(Stranger, product.Id, known => known with { Name = "Mine" }, None));
        Assert.Empty((await Store.ListAsync(Stranger, new ProductFilter(), All, None)).Items);
        Assert.Equal("Pro", (await Store.FindAsync(Owner, product.Id, None))!.Name);
    }

    [Fact]
    public async Task A_change_is_stored_and_its_new_prices_lead_to_the_product()
    {
        var product = await AddAsync(Product("Pro"));
        var added = Fixed(200);
        var changed = await Store.ChangeAsync(
            Owner,
            product.Id,
            known => known with { Name = "Max", Prices = [.. known.Prices, added] },
            None
        );
        Assert.True(changed!.Value.TryGet(out var after, out _));
        Assert.Equal("Max", after.Name);
        Assert.Equal("Max", (await Store.FindByPriceAsync(Owner, added.Id, None))!.Name);
        Assert.Equal([product.Id], await ListAsync(new ProductFilter { Query = "mAx" }));
    }

    [Fact]
    public async Task A_refusal_stores_nothing()
    {
        var product = await AddAsync(Product("Pro"));
        var refused = await Store.ChangeAsync(Owner, product.Id, _ => new ProductProblem.Invalid([]), None);
        Assert.False(refused!.Value.TryGet(out _, out var problem));
        Assert.IsType<ProductProblem.Invalid>(problem);
        Assert.Equal("Pro", (await Store.FindAsync(Owner, product.Id, None))!.Name);
    }

    [Fact]
    public async Task What_is_not_there_is_not_asked_about() =>
        Assert.Null(await Store.ChangeAsync(Owner, RandomId.New(), known => known, None));

    private static IReadOnlyList<Price> EveryKind() =>
        [
            Fixed(100) with
            {
                IsArchived = true,
                ModifiedAt = Samples.Now,
                TaxBehavior = TaxBehaviorOption.Inclusive,
            },
            new Price.Custom
            {
                Id = RandomId.New(),
                CreatedAt = Samples.Now,
                Currency = "eur",
                MinorUnitsMin = 0,
                MinorUnitsMax = 500,
                MinorUnitsPreset = 70,
                IsAdHoc = true,
            },
            new Price.SeatBased
            {
                Id = RandomId.New(),
                CreatedAt = Samples.Now,
                Currency = "usd",
                IsGraduated = true,
                Tiers = [new SeatTier(1, 5, 300), new SeatTier(6, null, 200)],
            },
            new Price.Metered
            {
                Id = RandomId.New(),
                CreatedAt = Samples.Now,
                Currency = "usd",
                UnitAmount = "0.000000000001",
                CapMinorUnits = 9,
                Meter = new PricedMeter(RandomId.New(), "Requests", MeterUnit.Custom, "call", 1000),
            },
        ];

    private static Price.Fixed Fixed(long minorUnits) =>
        new()
        {
            Id = RandomId.New(),
            CreatedAt = Samples.Now,
            Currency = "usd",
            MinorUnits = minorUnits,
        };

    private static JsonText Json(string text) => new(Encoding.UTF8.GetBytes(text));

    private Product Product(string name) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = Owner,
            CreatedAt = Samples.Now.AddMilliseconds(made++),
            Name = name,
            Prices = [Fixed(100)],
        };

    private async Task<Product> AddAsync(Product product)
    {
        await Store.AddAsync(product, None);
        return product;
    }

    private async Task<IReadOnlyList<Guid>> ListAsync(ProductFilter filter) =>
        [.. (await Store.ListAsync(Owner, filter, All, None)).Items.Select(product => product.Id)];
}
