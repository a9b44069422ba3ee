using Checkstand.Core;
using Checkstand.Core.Checkouts;
using Checkstand.Core.CustomFields;
using Checkstand.Core.Organizations;
using Checkstand.Core.Payments;
using Checkstand.Core.Products;
using Checkstand.Core.Taxes;
using Xunit;

namespace Checkstand.Storage.Contract;

/// <summary>What every store promises of checkouts. Opened and closed as in <see cref="SessionStoreContract"/>.</summary>
public abstract partial class CheckoutStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly OrganizationId acme = OrganizationId.New();

    protected TradeStores Stores { get; private set; } = null!;

    private ICheckoutStore Store => Stores.Checkouts;

    public virtual async ValueTask InitializeAsync() => Stores = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the data of this test: empty the first time, as they were left every other time.</summary>
    protected abstract Task<TradeStores> OpenAsync();

    /// <summary>Closes the data and keeps them.</summary>
    protected abstract Task CloseAsync();

    /// <summary>Keeps a custom field in the same database.</summary>
    protected abstract Task AddFieldAsync(CustomField field);

    [Fact]
    public async Task Every_member_is_kept_over_a_restart()
    {
        var (first, second) = (await AddProductAsync(), await AddProductAsync());
        var discount = TradeSamples.Discount(acme);
        await Stores.Discounts.AddAsync(discount, None);
        var checkout = TradeSamples.Checkout(first) with
        {
            ModifiedAt = Samples.Now.AddMilliseconds(1),
            ProductIds = [second.Id, first.Id],
            AdHocPrices = new Dictionary<Guid, IReadOnlyList<Price>>
            {
                [second.Id] = [TradeSamples.Price(7) with { IsAdHoc = true }],
            },
            NamedMinorUnits = 999_999_999_999,
            Seats = 3,
            SeatsMin = 2,
            SeatsMax = 9,
            Amounts = new Amounts(1000, 100, null, null),
            DiscountId = discount.Id,
            AllowDiscountCodes = false,
            RequireBillingAddress = true,
            AllowTrial = null,
            Trial = new CalendarSpan(CalendarUnit.Week, 2),
            ActiveTrial = new CalendarSpan(CalendarUnit.Year, 1),
            TrialEndsAt = Samples.Now.AddDays(14),
            Buyer = FullBuyer(),
            SubscriptionId = RandomId.New(),
            SuccessUrl = "https://x.y/{CHECKOUT_ID}",
            ReturnUrl = "https://x.y/",
            EmbedOrigin = "https://x.y",
            Metadata = Json("""{"a":1.5,"ü":"☀"}"""),
            CustomerMetadata = Json("{}"),
            CustomFieldData = Json("""{"n":null}"""),
            PaymentMethodType = "card",
            PaymentId = PaymentId.New(Samples.Now),
            OrderId = RandomId.New(),
        };
        await Store.AddAsync(checkout, None);

        await CloseAsync();
        Stores = await OpenAsync();

        var found = (await Store.FindAsync(checkout.Id, None))!;
        AssertSame(checkout, found.Checkout);
        Assert.Equal([second.Id, first.Id], found.Products.Select(product => product.Id));
        Assert.Equal(discount.Id, found.Discount!.Id);
        AssertSame(checkout, (await Store.FindBySecretAsync(checkout.ClientSecret, None))!.Checkout);
    }

    [Fact]
    public async Task What_nobody_added_is_not_found()
    {
        Assert.Null(await Store.FindAsync(CheckoutId.New(DateTimeOffset.UnixEpoch), None));
        Assert.Null(await Store.FindBySecretAsync("polar_c_nothing", None));
        var nobodys = CheckoutSecret.New(CheckoutId.New(DateTimeOffset.UnixEpoch));
        Assert.Null(await Store.FindBySecretAsync(nobodys, None));
        Assert.IsType<CheckoutProblem.NotFound>(
            Refusal(await Store.ChangeAsync(CheckoutId.New(DateTimeOffset.UnixEpoch), parts => parts.Checkout, None))
        );
    }

    [Fact]
    public async Task A_secret_that_names_the_place_alone_finds_nothing()
    {
        var checkout = TradeSamples.Checkout(await AddProductAsync());
        await Store.AddAsync(checkout, None);

        Assert.Null(await Store.FindBySecretAsync(CheckoutSecret.New(checkout.Id), None));
        Assert.NotNull(await Store.FindBySecretAsync(checkout.ClientSecret, None));
    }

    [Fact]
    public async Task Checkouts_whose_secrets_name_the_same_place_are_told_apart()
    {
        var product = await AddProductAsync();
        var checkout = TradeSamples.Checkout(product);
        var neighbour = checkout.Id.ToBytes();
        neighbour[^1] ^= 1;
        var id = new CheckoutId(new Guid(neighbour, bigEndian: true));
        var beside = checkout with { Id = id, ClientSecret = CheckoutSecret.New(id) };
        await Store.AddAsync(checkout, None);
        await Store.AddAsync(beside, None);

        Assert.Equal(checkout.Id, (await Store.FindBySecretAsync(checkout.ClientSecret, None))!.Checkout.Id);
        Assert.Equal(id, (await Store.FindBySecretAsync(beside.ClientSecret, None))!.Checkout.Id);
    }

    [Fact]
    public async Task The_custom_fields_are_those_of_the_chosen_product_in_its_order()
    {
        var (one, two) = (Field("one"), Field("two"));
        await AddFieldAsync(one);
        await AddFieldAsync(two);
        var asking = TradeSamples.Product(acme) with
        {
            Fields = [new AttachedField(two.Id, true), new AttachedField(RandomId.New(), true), new(one.Id, false)],
        };
        await Stores.Products.AddAsync(asking, None);
        var silent = await AddProductAsync();
        var checkout = TradeSamples.Checkout(asking) with { ProductIds = [asking.Id, silent.Id] };
        await Store.AddAsync(checkout, None);

        Assert.Equal([two.Id, one.Id], (await Store.FindAsync(checkout.Id, None))!.Fields.Select(field => field.Id));
        var changed = Value(
            await Store.ChangeAsync(
                checkout.Id,
                parts =>
                    parts.Checkout with
                    {
                        ProductId = silent.Id,
                        PriceIds = [silent.Prices[0].Id],
                        PriceId = silent.Prices[0].Id,
                    },
                None
            )
        );
        Assert.Empty(changed.Fields);
        Assert.Equal(silent.Id, changed.Product.Id);
    }

    [Fact]
    public async Task A_change_is_stored_and_a_refusal_is_not()
    {
        var checkout = await AddAsync();

        var changed = Value(await Store.ChangeAsync(checkout.Id, parts => Named(parts, "Ada"), None));
        Assert.Equal("Ada", changed.Checkout.Buyer.Name);
        Assert.IsType<CheckoutProblem.Locked>(
            Refusal(await Store.ChangeAsync(checkout.Id, _ => new CheckoutProblem.Locked(), None))
        );

        Assert.Equal("Ada", (await Store.FindAsync(checkout.Id, None))!.Checkout.Buyer.Name);
    }

    [Fact]
    public async Task Changes_at_the_same_time_follow_each_other()
    {
        var checkout = await AddAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Store.ChangeAsync(
                        checkout.Id,
                        parts => parts.Checkout with { Seats = (parts.Checkout.Seats ?? 0) + 1 },
                        None
                    )
                )
        );

        Assert.Equal(50, (await Store.FindAsync(checkout.Id, None))!.Checkout.Seats);
    }

    [Fact]
    public async Task A_deleted_discount_is_still_shown()
    {
        var discount = TradeSamples.Discount(acme);
        await Stores.Discounts.AddAsync(discount, None);
        var checkout = await AddAsync(made => made with { DiscountId = discount.Id });
        Assert.True(await Stores.Discounts.RemoveAsync(acme, discount.Id, Samples.Now, None));

        Assert.NotNull((await Store.FindAsync(checkout.Id, None))!.Discount!.DeletedAt);
    }

    [Fact]
    public async Task Overdue_are_those_that_are_open_at_or_after_their_end()
    {
        var product = await AddProductAsync();
        var late = await AddAsync(product, made => made with { ExpiresAt = Samples.Now.AddSeconds(1) });
        var later = await AddAsync(product, made => made with { ExpiresAt = Samples.Now.AddSeconds(2) });
        await AddAsync(
            product,
            made => made with { ExpiresAt = Samples.Now.AddSeconds(1), Status = CheckoutStatus.Confirmed }
        );

        Assert.Empty(await Store.OverdueAsync(Samples.Now, 10, None));
        Assert.Equal([late.Id], await Store.OverdueAsync(Samples.Now.AddSeconds(1), 10, None));
        Assert.Equal([late.Id, later.Id], await Store.OverdueAsync(Samples.Now.AddSeconds(2), 10, None));
        Assert.Equal([late.Id], await Store.OverdueAsync(Samples.Now.AddSeconds(2), 1, None));

        await Store.ChangeAsync(late.Id, parts => parts.Checkout.Expire(Samples.Now.AddSeconds(3)), None);
        Assert.Equal([later.Id], await Store.OverdueAsync(Samples.Now.AddSeconds(2), 10, None));
    }

    [Fact]
    public async Task What_a_buyer_did_before_is_known_by_id_and_by_email_in_any_case()
    {
        var discount = TradeSamples.Discount(acme);
        await Stores.Discounts.AddAsync(discount, None);
        var product = TradeSamples.Product(acme, new CalendarSpan(CalendarUnit.Month, 1));
        await Stores.Products.AddAsync(product, None);
        var checkout = await AddAsync(product, made => made with { DiscountId = discount.Id });
        var before = await Store.HistoryAsync(acme, null, "ada@example.com", discount.Id, None);
        Assert.Equal(new BuyerHistory(IsSubscribed: false, Redemptions: 0), before);

        await Stores.Settlements.ConfirmAsync(
            checkout.Id,
            parts => parts.Checkout,
            to => TradeSamples.Confirmation(to),
            None
        );
        await Stores.Settlements.SettleAsync(
            checkout.Id,
            to =>
                TradeSamples.Success(to, TradeSamples.Subscription(to.Customer.Id, product, Samples.Now.AddMonths(1))),
            None
        );

        var customer = (await Store.FindAsync(checkout.Id, None))!.Checkout.Buyer.CustomerId;
        var known = new BuyerHistory(IsSubscribed: true, Redemptions: 1);
        Assert.Equal(known, await Store.HistoryAsync(acme, customer, null, discount.Id, None));
        Assert.Equal(known, await Store.HistoryAsync(acme, null, "ADA@example.com", discount.Id, None));
        Assert.Equal(known with { Redemptions = 0 }, await Store.HistoryAsync(acme, customer, null, null, None));
        Assert.Equal(before, await Store.HistoryAsync(acme, null, "bob@example.com", discount.Id, None));
        Assert.Equal(before, await Store.HistoryAsync(OrganizationId.New(), null, "ada@example.com", null, None));
    }

    private static Core.Checkouts.Buyer FullBuyer() =>
        new()
        {
            CustomerId = RandomId.New(),
            ExternalId = "ext",
            Name = "Ada",
            Email = "Ada@Example.com",
            IpAddress = "::1",
            BillingName = "Ada Ltd",
            BillingAddress = new PostalAddress
            {
                Country = "US",
                State = "US-NY",
                Line1 = "1",
                Line2 = "2",
                City = "NYC",
                PostalCode = "10001",
            },
            TaxId = new TaxId("911144442", "us_ein"),
            IsBusiness = true,
            Locale = "en",
        };

    private static Checkout Named(CheckoutParts parts, string name) =>
        parts.Checkout with
        {
            Buyer = parts.Checkout.Buyer with { Name = name },
        };

    private CustomField Field(string slug) =>
        new()
        {
            Id = RandomId.New(),
            OrganizationId = acme,
            CreatedAt = Samples.Now,
            Slug = slug,
            Name = slug,
            Kind = new FieldKind.Checkbox(),
        };

    private async Task<Product> AddProductAsync()
    {
        var product = TradeSamples.Product(acme);
        await Stores.Products.AddAsync(product, None);
        return product;
    }

    private async Task<Checkout> AddAsync(Func<Checkout, Checkout>? change = null) =>
        await AddAsync(await AddProductAsync(), change);

    private async Task<Checkout> AddAsync(Product product, Func<Checkout, Checkout>? change = null)
    {
        var checkout = TradeSamples.Checkout(product);
        checkout = change?.Invoke(checkout) ?? checkout;
        await Store.AddAsync(checkout, None);
        return checkout;
    }

    // Lists and maps compare by reference, so they are compared apart.
    private static void AssertSame(Checkout expected, Checkout actual)
    {
        Assert.Equal(expected.ProductIds, actual.ProductIds);
        Assert.Equal(expected.PriceIds, actual.PriceIds);
        Assert.Equal(
            expected.AdHocPrices.Select(own => (own.Key, own.Value[0])),
            actual.AdHocPrices.Select(own => (own.Key, own.Value[0]))
        );
        Assert.Equal(
            expected,
            actual with
            {
                ProductIds = expected.ProductIds,
                PriceIds = expected.PriceIds,
                AdHocPrices = expected.AdHocPrices,
            }
        );
    }

    private static CheckoutParts Value(Result<CheckoutParts, CheckoutProblem> result) =>
        result.TryGet(out var parts, out var problem) ? parts : throw new InvalidOperationException($"{problem}");

    private static CheckoutProblem? Refusal(Result<CheckoutParts, CheckoutProblem> result) =>
        result.TryGet(out _, out var problem) ? null : problem;

    private static JsonText Json(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
